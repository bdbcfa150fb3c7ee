import { Controller, Get, Inject, Query } from '@nestjs/common';
import {
  type PublicationCalendar,
  type PublicationOverview,
  publicationCalendar,
  publicationOverview,
} from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import { z } from 'zod';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { ThePublication } from '../http/caller.ts';
import { Serves } from '../http/endpoint.ts';
import { calendarOf } from './calendar.ts';
import { overviewOf } from './overview.ts';

const query = z.strictObject({ days: z.coerce.number().int().min(7).max(365).default(30) });

@Controller('api/v1/publications/:publication')
export class OverviewController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {}

  @Get('overview')
  @Serves({
    group: 'Overview',
    access: 'publication',
    summary: 'Tell what happened in the last days, beside as many before',
    description:
      'Days are those of the publication’s time zone, today among them; the days before end at the same time of day. Each change comes with its 90 % interval.',
    query,
    answer: publicationOverview,
  })
  overview(
    @ThePublication() publication: Publication,
    @Query() { days }: z.output<typeof query>,
  ): Promise<PublicationOverview> {
    return overviewOf(this.deps, publication, days);
  }

  @Get('calendar')
  @Serves({
    group: 'Overview',
    access: 'publication',
    summary: 'Tell on which days of the last twelve months issues went out or were missing',
    description:
      'A day is skipped where the publication usually sends on its weekday, by the eight weeks before, and did not. What that, or a second issue on one day, does to the open rate of the next issue comes with its 90 % interval.',
    answer: publicationCalendar,
  })
  calendar(@ThePublication() publication: Publication): Promise<PublicationCalendar> {
    return calendarOf(this.deps, publication);
  }
}
