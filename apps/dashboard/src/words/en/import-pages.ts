import { imports } from './imports.ts';
import { oddities } from './oddities.ts';

/** What the pages of bringing history in say, which most days begin without. */
export const importPages = { imports, oddities };
