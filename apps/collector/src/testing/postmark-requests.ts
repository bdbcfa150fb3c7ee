import type { Signed } from './provider-requests.ts';

export const POSTMARK_KEY = 'e1c5a7d09b3f42688d2ec410';

/** As Postmark sends it, with what was set for its webhook: https://postmarkapp.com/developer/webhooks/webhooks-overview */
export function byPostmark(
  record: unknown,
  headers: Readonly<Record<string, string>> = { authorization: basic('readout', POSTMARK_KEY) },
): Signed {
  return { body: JSON.stringify(record), headers: { 'content-type': 'application/json', ...headers } };
}

export function basic(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

const TIME = '2026-06-01T14:26:30.2570000+02:00';
const BOUNCE = { ID: 4_323_372_036, Email: 'Eva@Harbour.example', BouncedAt: TIME, Inactive: true, CanActivate: true };
const GEO = { IP: '88.26.241.17', Country: 'Spain' };

const PARTS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  Delivery: { Recipient: 'Eva@Harbour.example', DeliveredAt: TIME, Details: '250 ok' },
  Bounce: { ...BOUNCE, Type: 'HardBounce', TypeCode: 1, Name: 'Hard bounce' },
  SpamComplaint: { ...BOUNCE, Type: 'SpamComplaint', TypeCode: 100_001 },
  SubscriptionChange: {
    Recipient: 'Eva@Harbour.example',
    ChangedAt: TIME,
    Origin: 'Recipient',
    SuppressSending: true,
    SuppressionReason: 'ManualSuppression',
  },
  Open: { Recipient: 'Eva@Harbour.example', ReceivedAt: TIME, FirstOpen: true, UserAgent: 'Mozilla/5.0', Geo: GEO },
  Click: {
    Recipient: 'Eva@Harbour.example',
    ReceivedAt: TIME,
    ClickLocation: 'HTML',
    OriginalLink: 'https://example.com/',
    UserAgent: 'Mozilla/5.0',
    Geo: GEO,
  },
};

export function postmarkRecord(
  RecordType: string,
  more: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    RecordType,
    MessageStream: 'letters',
    ServerID: 23,
    MessageID: '883953f4-6105-42a2-a16a-77a8eac79483',
    Tag: 'letter',
    Metadata: { readout_issue: 'abcdefghijkm', readout_token: 'tok' },
    ...PARTS[RecordType],
    ...more,
  };
}
