import { growth } from './growth.ts';
import { growthDefinitions } from './growth-definitions.ts';
import { growthFunnel } from './growth-funnel.ts';

/** What the pages of growth say; each has a file. */
export const growthPages = {
  growth,
  definitions: growthDefinitions,
  funnel: growthFunnel,
};
