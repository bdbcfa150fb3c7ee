import { createHmac, generateKeyPairSync, sign } from 'node:crypto';

/** Bodies in the shapes that the providers document, with values of our own, signed as they sign. */
export interface Signed {
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

export const MAILGUN_KEY = '0123456789abcdef0123456789abcdef';

/** https://documentation.mailgun.com/docs/mailgun/user-manual/webhooks/webhook-payloads */
export function mailgunEvent(event: string, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    id: `id-of-${event}`,
    timestamp: 1_780_316_790.257_19,
    'log-level': 'info',
    event,
    recipient: 'Eva@Harbour.example',
    'recipient-domain': 'harbour.example',
    message: {
      headers: { to: 'Eva Rossi <eva@harbour.example>', 'message-id': '20260601.1@letters.example', subject: 'x' },
    },
    'user-variables': { readout_issue: 'abcdefghijkm', readout_token: 'tok' },
    tags: ['letters'],
    ...more,
  };
}

export function byMailgun(
  data: unknown,
  { key = MAILGUN_KEY, at, token = 'b'.repeat(50) }: { key?: string; at: number; token?: string },
): Signed {
  const timestamp = String(Math.floor(at / 1_000));
  const signature = createHmac('sha256', key)
    .update(timestamp + token)
    .digest('hex');
  return {
    body: JSON.stringify({ signature: { timestamp, token, signature }, 'event-data': data }),
    headers: { 'content-type': 'application/json' },
  };
}

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
export const SENDGRID_KEY = publicKey.export({ format: 'der', type: 'spki' }).toString('base64');

/** https://www.twilio.com/docs/sendgrid/for-developers/tracking-events/event */
export function sendgridEvent(event: string, more: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    email: 'eva@harbour.example',
    timestamp: 1_780_316_790,
    'smtp-id': '<14c5d75ce93.dfd.64b469@ismtpd-555>',
    event,
    category: ['letters'],
    sg_event_id: `id-of-${event}`,
    sg_message_id: '14c5d75ce93.dfd.64b469.filter0001.16648.5515E0B88.0',
    readout_issue: 'abcdefghijkm',
    readout_token: 'tok',
    ...more,
  };
}

export function bySendgrid(
  events: readonly unknown[],
  { at, key = privateKey }: { at: number; key?: typeof privateKey },
): Signed {
  const timestamp = String(Math.floor(at / 1_000));
  // As SendGrid writes it: with line ends, which the signature covers.
  const body = `${JSON.stringify(events, null, 1)}\r\n`;
  const signature = sign('sha256', Buffer.from(timestamp + body), key).toString('base64');
  return {
    body,
    headers: {
      'content-type': 'application/json;charset=utf-8',
      'x-twilio-email-event-webhook-signature': signature,
      'x-twilio-email-event-webhook-timestamp': timestamp,
    },
  };
}
