import { Body, Controller, Get, Inject, Put, Query } from '@nestjs/common';
import {
  type AttributionSettings,
  type AttributionView,
  attributionView as attributionSchema,
  attributionSettings,
  COHORTS_BY,
  type CohortsView,
  cohortsView as cohortsSchema,
  FUNNEL_PARTS,
  type FunnelView,
  funnelView,
  type PaywallPositionsView,
  paywallPositionsView,
  type RevenueView,
  revenueView as revenueSchema,
  type TrialsView,
  trialsView as trialsSchema,
} from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import { z } from 'zod';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { ThePublication } from '../http/caller.ts';
import { Serves } from '../http/endpoint.ts';
import { funnelOf } from './funnel.ts';
import { attributionView, cohortsView, paywallView, revenueView, trialsView } from './growth.ts';

const days = (usual: number) => z.coerce.number().int().min(1).max(3_660).default(usual);
const funnelQuery = z.strictObject({
  days: days(90),
  windowDays: z.coerce.number().int().min(1).max(366).default(30),
  by: z.enum(FUNNEL_PARTS).optional(),
});
const trialsQuery = z.strictObject({ weeks: z.coerce.number().int().min(1).max(104).default(12) });
const revenueQuery = z.strictObject({ months: z.coerce.number().int().min(1).max(60).default(12) });
const cohortsQuery = z.strictObject({ by: z.enum(COHORTS_BY).default('month') });
const attributionQuery = z.strictObject({ days: days(90) });
const paywallQuery = z.strictObject({ days: days(180) });

@Controller('api/v1/publications/:publication/growth')
export class GrowthController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {}

  @Get('funnel')
  @Serves({
    group: 'Growth',
    access: 'publication',
    summary: 'Count people from delivery to payment over the issues of the last days',
    description:
      'Each person is counted once a step, however many issues they had to do with. An offer and a trial count after a paywall hit, a payment after that, all within `windowDays` of the hit.',
    query: funnelQuery,
    answer: funnelView,
  })
  funnel(
    @ThePublication() publication: Publication,
    @Query() asked: z.output<typeof funnelQuery>,
  ): Promise<FunnelView> {
    return funnelOf(this.deps, publication, asked);
  }

  @Get('trials')
  @Serves({
    group: 'Growth',
    access: 'publication',
    summary: 'Tell how trials stand, and how many of them are paid for',
    description:
      'By the week in which they began. The rate is the Kaplan–Meier estimate at the end of the usual trial and three days, with its 95 % band; `naiveRate` is converted ÷ started, which is too low while trials run.',
    query: trialsQuery,
    answer: trialsSchema,
  })
  trials(
    @ThePublication() publication: Publication,
    @Query() asked: z.output<typeof trialsQuery>,
  ): Promise<TrialsView> {
    return trialsView(this.deps, publication, asked);
  }

  @Get('revenue')
  @Serves({
    group: 'Growth',
    access: 'publication',
    summary: 'Tell what subscriptions bring, month by month',
    description:
      'Monthly recurring revenue and what moved it, currency by currency: never added up. Amounts are in the currency’s smallest unit.',
    query: revenueQuery,
    answer: revenueSchema,
  })
  revenue(
    @ThePublication() publication: Publication,
    @Query() asked: z.output<typeof revenueQuery>,
  ): Promise<RevenueView> {
    return revenueView(this.deps, publication, asked);
  }

  @Get('cohorts')
  @Serves({
    group: 'Growth',
    access: 'publication',
    summary: 'Tell how many of those who began to pay still do, by months since',
    description:
      'By the month of their first payment, the offer, or the issue that it is attributed to. Kaplan–Meier, with its 95 % band.',
    query: cohortsQuery,
    answer: cohortsSchema,
  })
  cohorts(
    @ThePublication() publication: Publication,
    @Query() asked: z.output<typeof cohortsQuery>,
  ): Promise<CohortsView> {
    return cohortsView(this.deps, publication, asked);
  }

  @Get('paywall')
  @Serves({
    group: 'Growth',
    access: 'publication',
    summary: 'Tell where paywalls stood, and what came of it',
    description: 'Of issues with a paywall and sections. People are those of each issue, added up.',
    query: paywallQuery,
    answer: paywallPositionsView,
  })
  paywall(
    @ThePublication() publication: Publication,
    @Query() asked: z.output<typeof paywallQuery>,
  ): Promise<PaywallPositionsView> {
    return paywallView(this.deps, publication, asked);
  }

  @Get('attribution')
  @Serves({
    group: 'Growth',
    access: 'publication',
    summary: 'Tell what led to the subscriptions of the last days',
    description:
      'By the last and the first touch within the window: a paywall hit, a call to action, a view of the web page. What nothing led to is a row of its own.',
    query: attributionQuery,
    answer: attributionSchema,
  })
  attribution(
    @ThePublication() publication: Publication,
    @Query() asked: z.output<typeof attributionQuery>,
  ): Promise<AttributionView> {
    return attributionView(this.deps, publication, asked);
  }

  @Get('attribution/settings')
  @Serves({
    group: 'Growth',
    access: 'publication',
    summary: 'Tell how long before a subscription a touch counts',
    answer: attributionSettings,
  })
  async settings(@ThePublication() { id }: Publication): Promise<AttributionSettings> {
    return { windowDays: (await this.deps.catalog.attribution(id)).days };
  }

  @Put('attribution/settings')
  @Serves({
    group: 'Growth',
    access: 'publication',
    summary: 'Choose how long before a subscription a touch counts',
    description: 'From 1 to 90 days; counts for all subscriptions, earlier ones too, within seconds.',
    body: attributionSettings,
    answer: attributionSettings,
  })
  async choose(
    @ThePublication() { id, publicId }: Publication,
    @Body() { windowDays }: z.output<typeof attributionSettings>,
  ): Promise<AttributionSettings> {
    await this.deps.catalog.setAttributionDays(id, windowDays);
    this.deps.logger.info({ publication: publicId, windowDays }, 'the window of attribution was changed');
    return { windowDays };
  }
}
