import { Controller, Get, Inject, Query } from '@nestjs/common';
import { type ReaderGroups, readerGroups as readerGroupsSchema } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import { z } from 'zod';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { ThePublication } from '../http/caller.ts';
import { Serves } from '../http/endpoint.ts';
import { readerGroups } from './groups.ts';

const groupsQuery = z.strictObject({ weeks: z.coerce.number().int().min(1).max(104).default(26) });

@Controller('api/v1/publications/:publication/readers')
export class ReadersController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {}

  @Get('groups')
  @Serves({
    group: 'Readers',
    access: 'publication',
    summary: 'Count readers by what they did lately: new, engaged, fading, dormant, and those whose opens are hidden',
    description:
      'As today began in the publication’s time zone, and on the same weekday of the weeks before. Over readers to whom an issue went out in 30 days; an issue counts from two days after it went out. Weeks past may be as old as an hour.',
    query: groupsQuery,
    answer: readerGroupsSchema,
  })
  groups(
    @ThePublication() publication: Publication,
    @Query() { weeks }: z.output<typeof groupsQuery>,
  ): Promise<ReaderGroups> {
    return readerGroups(this.deps, publication, weeks, 'publication_forbids');
  }
}
