import { createHmac } from 'node:crypto';

const PREFIX = 'whsec_';

/**
 * Headers of a message after Standard Webhooks, signed with a secret that both know (`v1`):
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 * @param secret `whsec_` and base64
 * @param at UTC, milliseconds
 */
export function signed(id: string, at: number, body: string, secret: string): Readonly<Record<string, string>> {
  const seconds = String(Math.floor(at / 1_000));
  const key = Buffer.from(secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret, 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': `v1,${signature}` };
}

/** A secret of 32 bytes as it is given to the receiver. */
export function webhookSecret(bytes: Uint8Array): string {
  return `${PREFIX}${Buffer.from(bytes).toString('base64')}`;
}
