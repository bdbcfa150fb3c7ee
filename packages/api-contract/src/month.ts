import { z } from 'zod';

/** A month as it is given. */
export const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'Not a month. Example: 2026-03.');
