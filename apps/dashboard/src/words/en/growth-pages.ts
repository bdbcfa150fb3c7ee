import { growth } from './growth.ts';
import { growthDefinitions } from './growth-definitions.ts';
import { growthFunnel } from './growth-funnel.ts';
import { growthRevenue } from './growth-revenue.ts';
import { growthTrials } from './growth-trials.ts';

/** What the pages of growth say; each has a file. */
export const growthPages = {
  growth,
  definitions: growthDefinitions,
  funnel: growthFunnel,
  trials: growthTrials,
  revenue: growthRevenue,
};
