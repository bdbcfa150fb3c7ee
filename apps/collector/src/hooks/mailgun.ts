import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ProviderWord } from '@readout/events';
import { z } from 'zod';
import { type Happening, type HookProvider, ISSUE_VARIABLE, type Proof, TOKEN_VARIABLE } from './provider.ts';

/**
 * How old a signature may be. Mailgun sends a report again for eight hours, and does not say that it signs anew each
 * time.
 */
const STALE_MS = 12 * 3_600_000;
/** A clock may be ahead. */
const AHEAD_MS = 300_000;

/** https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks */
const signed = z.object({
  signature: z.object({
    timestamp: z.string().regex(/^\d{1,12}$/),
    token: z.string().min(1).max(100),
    signature: z.string().regex(/^[0-9a-f]{64}$/i),
  }),
});

const text = z.string().catch('');
/** https://documentation.mailgun.com/docs/mailgun/user-manual/events/event-structure */
const reported = z.object({
  'event-data': z.object({
    id: z.string().min(1).max(200),
    event: z.string().min(1),
    /** Seconds since 1970, with a fraction. */
    timestamp: z.number().positive().max(4_102_444_799),
    /** Of what failed: whether it is tried again. */
    severity: text,
    recipient: text,
    url: text,
    ip: text,
    'user-variables': z.object({ [ISSUE_VARIABLE]: text, [TOKEN_VARIABLE]: text }).catch({
      [ISSUE_VARIABLE]: '',
      [TOKEN_VARIABLE]: '',
    }),
    'client-info': z
      .object({ 'user-agent': text, bot: z.string().optional().catch(undefined) })
      .catch({ 'user-agent': '' }),
  }),
});
type EventData = z.infer<typeof reported>['event-data'];

const KINDS: Readonly<Record<string, Happening['kind'] | undefined>> = {
  accepted: 'sent',
  delivered: 'delivered',
  // What Mailgun refuses to send has not arrived either.
  rejected: 'bounced',
  complained: 'complained',
  unsubscribed: 'unsubscribed',
  opened: 'opened',
  clicked: 'clicked',
};

export const mailgun: HookProvider = {
  name: 'mailgun',

  verify({ json }, key, now): Proof {
    const parsed = signed.safeParse(json);
    if (!parsed.success) return { ok: false, refusal: 'forged' };
    const { timestamp, token, signature } = parsed.data.signature;
    const expected = createHmac('sha256', key).update(timestamp).update(token).digest();
    if (!timingSafeEqual(expected, Buffer.from(signature, 'hex'))) return { ok: false, refusal: 'forged' };
    const signedAt = Number(timestamp) * 1_000;
    if (signedAt < now - STALE_MS || signedAt > now + AHEAD_MS) return { ok: false, refusal: 'stale' };
    // The signature says nothing of the body: with a token that was used, anybody could put another one under it.
    return { ok: true, once: { token, signedAt } };
  },

  read(json) {
    const parsed = reported.safeParse(json);
    if (!parsed.success) return null;
    const data = parsed.data['event-data'];
    const variables = data['user-variables'];
    return [
      {
        event: data.event,
        kind: kindOf(data),
        id: data.id,
        time: Math.round(data.timestamp * 1_000),
        issue: variables[ISSUE_VARIABLE],
        token: variables[TOKEN_VARIABLE],
        recipient: data.recipient,
        said: saidOf(data['client-info'].bot),
        url: data.url,
        agent: data['client-info']['user-agent'],
        address: data.ip,
      },
    ];
  },
};

function kindOf({ event, severity }: EventData): Happening['kind'] {
  // What failed for the time being is tried again, and reported again.
  if (event === 'failed') return severity === 'temporary' ? 'passing' : 'bounced';
  return (Object.hasOwn(KINDS, event) ? KINDS[event] : undefined) ?? 'unknown';
}

/**
 * Open and click bot detection: `apple`, `gmail` or `generic`, and empty for none. Where an account does without, the
 * field is not there, and nothing is said.
 */
function saidOf(bot: string | undefined): ProviderWord {
  if (bot === undefined) return 'nothing';
  if (bot === '') return 'person';
  return bot === 'apple' || bot === 'gmail' ? bot : 'bot';
}
