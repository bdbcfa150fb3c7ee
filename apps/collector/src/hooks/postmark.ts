import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import { type Happening, type HookProvider, ISSUE_VARIABLE, type Proof, TOKEN_VARIABLE } from './provider.ts';

/** Where the password may stand instead of HTTP's basic authentication. */
const HEADER = 'x-readout-key';

const text = z.string().catch('');
const time = z.iso.datetime({ offset: true });
/** https://postmarkapp.com/developer/webhooks/webhooks-overview */
const reported = z.object({
  RecordType: z.string().min(1),
  MessageID: z.string().min(1).max(200),
  /** Of a bounce or complaint. */
  ID: z.number().optional().catch(undefined),
  Type: text,
  Recipient: text,
  Email: text,
  DeliveredAt: time.optional(),
  BouncedAt: time.optional(),
  ReceivedAt: time.optional(),
  ChangedAt: time.optional(),
  SuppressSending: z.boolean().optional().catch(undefined),
  SuppressionReason: text,
  Origin: text,
  OriginalLink: text,
  UserAgent: text,
  Geo: z.object({ IP: text }).catch({ IP: '' }),
  Metadata: z.object({ [ISSUE_VARIABLE]: text, [TOKEN_VARIABLE]: text }).catch({
    [ISSUE_VARIABLE]: '',
    [TOKEN_VARIABLE]: '',
  }),
});
type Reported = z.infer<typeof reported>;

/** https://postmarkapp.com/developer/api/bounce-api#bounce-types */
const BOUNCES: Readonly<Record<string, Happening['kind'] | undefined>> = {
  HardBounce: 'bounced',
  BadEmailAddress: 'bounced',
  ManuallyDeactivated: 'bounced',
  Unconfirmed: 'bounced',
  VirusNotification: 'bounced',
  SMTPApiError: 'bounced',
  DMARCPolicy: 'bounced',
  TemplateRenderingFailed: 'bounced',
  SpamComplaint: 'complained',
  Unsubscribe: 'unsubscribed',
  // May arrive yet, or has arrived: a full mailbox, a delay, an answer of a machine, a filter's opinion.
  SoftBounce: 'passing',
  Transient: 'passing',
  DnsError: 'passing',
  Blocked: 'passing',
  SpamNotification: 'passing',
  ChallengeVerification: 'passing',
  AutoResponder: 'passing',
  AddressChange: 'passing',
  Subscribe: 'passing',
  OpenRelayTest: 'passing',
  Unknown: 'passing',
};

const KINDS: Readonly<Record<string, Happening['kind'] | undefined>> = {
  Delivery: 'delivered',
  SpamComplaint: 'complained',
  Open: 'opened',
  Click: 'clicked',
};

/**
 * Postmark signs nothing: it sends a password that the author gave it, which is the key.
 * https://postmarkapp.com/developer/webhooks/webhooks-overview#protecting-your-webhook
 */
export const postmark: HookProvider = {
  name: 'postmark',

  verify({ headers }, key): Proof {
    const given = passwordOf(headers);
    if (given !== null && isSame(given, key)) return { ok: true, once: null };
    return {
      ok: false,
      refusal: 'forged',
      says: 'The password is not that of the publication’s settings: give it as HTTP basic authentication, or in the header X-Readout-Key.',
    };
  },

  read(json) {
    const read = reported.safeParse(json);
    const at = read.success ? momentOf(read.data) : undefined;
    return read.success && at !== undefined ? [happening(read.data, at)] : null;
  },
};

function happening(one: Reported, at: string): Happening {
  const recipient = one.Recipient === '' ? one.Email : one.Recipient;
  return {
    // Of a bounce its type is what may be new.
    event: one.RecordType === 'Bounce' ? `Bounce ${one.Type}` : one.RecordType,
    kind: kindOf(one),
    id: `${one.MessageID} ${one.RecordType} ${one.ID ?? at} ${recipient.toLowerCase()}`,
    time: Date.parse(at),
    issue: one.Metadata[ISSUE_VARIABLE],
    token: one.Metadata[TOKEN_VARIABLE],
    recipient,
    // Postmark says nothing of machines.
    said: 'nothing',
    url: one.OriginalLink,
    agent: one.UserAgent,
    address: one.Geo.IP,
  };
}

/** That of the kind of record; of one that is not known, whichever it has. */
function momentOf({ DeliveredAt, BouncedAt, ReceivedAt, ChangedAt }: Reported): string | undefined {
  return DeliveredAt ?? BouncedAt ?? ReceivedAt ?? ChangedAt;
}

function kindOf(one: Reported): Happening['kind'] {
  const { RecordType } = one;
  if (RecordType === 'SubscriptionChange') return isLeaving(one) ? 'unsubscribed' : 'passing';
  const kinds = RecordType === 'Bounce' ? BOUNCES : KINDS;
  const name = RecordType === 'Bounce' ? one.Type : RecordType;
  return (Object.hasOwn(kinds, name) ? kinds[name] : undefined) ?? 'unknown';
}

/** The reader's own wish. Bounces and complaints are reported by themselves; the rest is the sender's doing. */
function isLeaving({ SuppressSending, SuppressionReason, Origin }: Reported): boolean {
  return SuppressSending === true && Origin === 'Recipient' && SuppressionReason === 'ManualSuppression';
}

/** Whatever the user is called. */
function passwordOf(headers: IncomingHttpHeaders): string | null {
  const own = headers[HEADER];
  if (typeof own === 'string') return own;
  const [, encoded] = /^basic ([A-Za-z0-9+/=]{1,2000})$/i.exec(headers.authorization ?? '') ?? [];
  if (encoded === undefined) return null;
  const pair = Buffer.from(encoded, 'base64').toString();
  return pair.slice(pair.indexOf(':') + 1);
}

/** In the same time wherever they differ, also in length. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [one, other].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
