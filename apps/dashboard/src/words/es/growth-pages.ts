import type { GrowthWords } from '../shape.ts';
import { growth } from './growth.ts';
import { growthDefinitions } from './growth-definitions.ts';
import { growthFunnel } from './growth-funnel.ts';
import { growthRevenue } from './growth-revenue.ts';
import { growthTrials } from './growth-trials.ts';

export const growthPages: GrowthWords = {
  growth,
  definitions: growthDefinitions,
  funnel: growthFunnel,
  trials: growthTrials,
  revenue: growthRevenue,
};
