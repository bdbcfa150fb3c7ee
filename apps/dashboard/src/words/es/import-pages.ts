import type { ImportWords } from '../shape.ts';
import { imports } from './imports.ts';
import { oddities } from './oddities.ts';

/** What the pages of bringing history in say. */
export const importPages: ImportWords = { imports, oddities };
