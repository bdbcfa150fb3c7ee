import { Controller, Get, Inject, Query } from '@nestjs/common';
import { type FunnelView, funnelView } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import { z } from 'zod';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { ThePublication } from '../http/caller.ts';
import { Serves } from '../http/endpoint.ts';
import { funnelOf } from './funnel.ts';

const query = z.strictObject({
  days: z.coerce.number().int().min(1).max(3_660).default(90),
  windowDays: z.coerce.number().int().min(1).max(366).default(30),
});

@Controller('api/v1/publications/:publication')
export class GrowthController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {}

  @Get('funnel')
  @Serves({
    group: 'Growth',
    access: 'publication',
    summary: 'Count people from delivery to payment over the issues of the last days',
    description:
      'Each person is counted once a step, however many issues they had to do with. A trial counts after a paywall hit, a payment after that, both within `windowDays` of the hit.',
    query,
    answer: funnelView,
  })
  funnel(@ThePublication() publication: Publication, @Query() asked: z.output<typeof query>): Promise<FunnelView> {
    return funnelOf(this.deps, publication, asked);
  }
}
