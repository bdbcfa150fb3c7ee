import { createHash, createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { ProviderWord } from '@readout/events';
import { z } from 'zod';
import { type Happening, type HookProvider, ISSUE_VARIABLE, type Proof, TOKEN_VARIABLE } from './provider.ts';

/** How old a signature may be: SendGrid sends reports again for a day. */
const STALE_MS = 25 * 3_600_000;
const AHEAD_MS = 300_000;
const SIGNATURE = 'x-twilio-email-event-webhook-signature';
const TIMESTAMP = 'x-twilio-email-event-webhook-timestamp';

const text = z.string().catch('');
/** https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event */
const reported = z.object({
  event: z.string().min(1),
  /** Seconds since 1970. */
  timestamp: z.number().positive().max(4_102_444_799),
  sg_event_id: text,
  email: text,
  /** Of a bounce: `bounce`, or `blocked` for the time being. */
  type: text,
  url: text,
  ip: text,
  useragent: text,
  sg_machine_open: z.boolean().optional().catch(undefined),
  // Custom arguments stand beside SendGrid's own.
  [ISSUE_VARIABLE]: text,
  [TOKEN_VARIABLE]: text,
});
type Reported = z.infer<typeof reported>;

const KINDS: Readonly<Record<string, Happening['kind'] | undefined>> = {
  processed: 'sent',
  deferred: 'passing',
  delivered: 'delivered',
  // It was not sent at all, mostly for an earlier bounce or complaint.
  dropped: 'bounced',
  spamreport: 'complained',
  unsubscribe: 'unsubscribed',
  group_unsubscribe: 'unsubscribed',
  group_resubscribe: 'passing',
  open: 'opened',
  click: 'clicked',
};

const keys = new Map<string, KeyObject | null>();
const MOST_KEYS = 1_000;

export const sendgrid: HookProvider = {
  name: 'sendgrid',

  /** https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features */
  verify({ headers, body }, key, now): Proof {
    const [signature, timestamp] = [headers[SIGNATURE], headers[TIMESTAMP]];
    if (typeof signature !== 'string' || typeof timestamp !== 'string') return { ok: false, refusal: 'forged' };
    if (!/^\d{1,12}$/.test(timestamp)) return { ok: false, refusal: 'forged' };
    const publicKey = publicKeyOf(key);
    const said = Buffer.concat([Buffer.from(timestamp), body]);
    if (publicKey === null || !verify('sha256', said, publicKey, Buffer.from(signature, 'base64'))) {
      return { ok: false, refusal: 'forged' };
    }
    const signedAt = Number(timestamp) * 1_000;
    if (signedAt < now - STALE_MS || signedAt > now + AHEAD_MS) return { ok: false, refusal: 'stale' };
    return { ok: true, once: null };
  },

  read(json) {
    if (!Array.isArray(json)) return null;
    // One by one: what is odd of one is no reason to lose the others.
    const happenings = json.map((one) => {
      const parsed = reported.safeParse(one);
      return parsed.success ? happening(parsed.data) : null;
    });
    return happenings.length > 0 && happenings.every((one) => one === null) ? null : happenings;
  },
};

function happening(one: Reported): Happening {
  return {
    event: one.event,
    kind: kindOf(one),
    // It always has one; without, the same report is known by all that it says.
    id: one.sg_event_id === '' ? createHash('sha256').update(JSON.stringify(one)).digest('hex') : one.sg_event_id,
    time: Math.round(one.timestamp * 1_000),
    issue: one[ISSUE_VARIABLE],
    token: one[TOKEN_VARIABLE],
    recipient: one.email,
    said: saidOf(one),
    url: one.url,
    agent: one.useragent,
    address: one.ip,
  };
}

function kindOf({ event, type }: Reported): Happening['kind'] {
  if (event === 'bounce') return type === 'blocked' ? 'passing' : 'bounced';
  return (Object.hasOwn(KINDS, event) ? KINDS[event] : undefined) ?? 'unknown';
}

/** Of opens alone: a machine open is a prefetch by Apple Mail, any other was not found to be one. */
function saidOf({ event, sg_machine_open: isMachine }: Reported): ProviderWord {
  if (event !== 'open' || isMachine === undefined) return 'nothing';
  return isMachine ? 'apple' : 'person';
}

/** As SendGrid shows it: a SubjectPublicKeyInfo in DER, in base64. Null: it is no key of the curve that it signs with. */
function publicKeyOf(text: string): KeyObject | null {
  const known = keys.get(text);
  if (known !== undefined) return known;
  let key: KeyObject | null = null;
  try {
    const read = createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' });
    if (read.asymmetricKeyDetails?.namedCurve === 'prime256v1') key = read;
  } catch {
    // Then nothing is signed by it.
  }
  if (keys.size >= MOST_KEYS) keys.clear();
  keys.set(text, key);
  return key;
}
