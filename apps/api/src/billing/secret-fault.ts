import type { ReportingSystem } from '@readout/events';

const PREFIX = 'whsec_';
/** Bytes: what Standard Webhooks ask for. */
const LEAST_SECRET = 24;

/** What is wrong with the secret of a billing system, in a sentence; null: it may be one. */
export function faultOfSecret(system: ReportingSystem, secret: string): string | null {
  const rest = secret.slice(PREFIX.length);
  if (system === 'stripe') {
    if (/^(?:sk|rk|pk)_/.test(secret)) {
      return 'This is an API key of Stripe’s, which Readout has no use for: give the signing secret of the webhook endpoint, which begins with whsec_.';
    }
    return secret.startsWith(PREFIX) && rest.length >= LEAST_SECRET
      ? null
      : 'This is not the signing secret of a webhook endpoint of Stripe’s, which begins with whsec_.';
  }
  const isBase64 = /^[A-Za-z0-9+/]+={0,2}$/.test(rest);
  return secret.startsWith(PREFIX) && isBase64 && Buffer.from(rest, 'base64').length >= LEAST_SECRET
    ? null
    : `The secret of a signed webhook is whsec_ and at least ${LEAST_SECRET} bytes in base64.`;
}
