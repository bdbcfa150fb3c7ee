import { z } from 'zod';

export const billingImportQuery = z.strictObject({
  /** `true`: says what is found, and writes nothing. */
  preview: z.enum(['true', 'false']).default('false'),
  /** When it was so: when the file was made. Left out: now. */
  asOf: z.iso.datetime({ offset: true, message: 'Not a time such as 2026-03-02T06:30:00Z.' }).optional(),
});
