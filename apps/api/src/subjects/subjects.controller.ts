import { Controller, Get, Inject, Query } from '@nestjs/common';
import { type SubjectsView, subjectsView } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import { z } from 'zod';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { ThePublication } from '../http/caller.ts';
import { Serves } from '../http/endpoint.ts';
import { subjectsOf } from './subjects.ts';

const query = z.strictObject({
  audience: z.enum(['everyone', 'paying']).default('everyone'),
  days: z.coerce.number().int().min(1).max(3_660).optional(),
});

@Controller('api/v1/publications/:publication')
export class SubjectsController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {}

  @Get('subjects')
  @Serves({
    group: 'Issues',
    access: 'publication',
    summary: 'Compare open rates by what the subject has, and by weekday and hour of sending',
    description:
      'Issues of one audience, at least two days old, that went out in the last so many days (left out: ever). Each is compared with the others of about the same time; `adjusted` is corrected for all that is compared, and mostly nothing can be told apart from chance.',
    query,
    answer: subjectsView,
  })
  subjects(
    @ThePublication() publication: Publication,
    @Query() { audience, days }: z.output<typeof query>,
  ): Promise<SubjectsView> {
    return subjectsOf(this.deps, publication, { audience, days: days ?? null });
  }
}
