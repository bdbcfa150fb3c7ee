import { growth } from './growth.ts';
import { growthAttribution } from './growth-attribution.ts';
import { growthCohorts } from './growth-cohorts.ts';
import { growthDefinitions } from './growth-definitions.ts';
import { growthExperiment } from './growth-experiment.ts';
import { growthExperiments } from './growth-experiments.ts';
import { growthFunnel } from './growth-funnel.ts';
import { growthOffers } from './growth-offers.ts';
import { growthPaywall } from './growth-paywall.ts';
import { growthRevenue } from './growth-revenue.ts';
import { growthTrials } from './growth-trials.ts';

/** What the pages of growth say; each has a file. */
export const growthPages = {
  growth,
  definitions: growthDefinitions,
  funnel: growthFunnel,
  trials: growthTrials,
  revenue: growthRevenue,
  paywall: growthPaywall,
  cohorts: growthCohorts,
  attribution: growthAttribution,
  offers: growthOffers,
  experiments: growthExperiments,
  experiment: growthExperiment,
};
