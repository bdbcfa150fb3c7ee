import { z } from 'zod';

/** Who is asking. `setup`: no owner yet; the one-time code from the terminal is needed. */
export const sessionState = z.discriminatedUnion('state', [
  z.object({ state: z.literal('setup') }),
  z.object({ state: z.literal('signed_out') }),
  z.object({ state: z.literal('signed_in') }),
]);
export type SessionState = z.infer<typeof sessionState>;

export const password = z.string().min(10, 'A password needs at least 10 characters.').max(200);
export const setupRequest = z.strictObject({ code: z.string().min(1).max(100), password });
export const signInRequest = z.strictObject({ password: z.string().min(1).max(200) });
