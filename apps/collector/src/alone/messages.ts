import { z } from 'zod';

/** What a worker says when it is up. */
export const readyMessage = z.object({ ready: z.literal(true), address: z.string() });

/** What a worker asks of the process that made it, and what it is answered; null: it could not be answered. */
export const questionMessage = z.object({
  number: z.number(),
  question: z.union([z.object({ ask: z.literal('link'), link: z.string() }), z.object({ ask: z.literal('metrics') })]),
});
export const replyMessage = z.object({ number: z.number(), reply: z.string().nullable() });

export type Question = z.infer<typeof questionMessage>['question'];
