import { createHmac, timingSafeEqual } from 'node:crypto';
import { readDocumented } from '@readout/billing';
import type { ReportingBilling } from './system.ts';

const STALE_MS = 300_000;
const PREFIX = 'whsec_';

/**
 * https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md, with a secret that both
 * know (`v1`). Its own package takes no clock but the machine's and counts hashes in JavaScript; the tests sign with it.
 */
export const signedWebhook: ReportingBilling = {
  async verify({ headers, body }, secret, now) {
    const [id, timestamp, signatures] = ['id', 'timestamp', 'signature'].map((name) => headers[`webhook-${name}`]);
    if (typeof id !== 'string' || typeof timestamp !== 'string' || typeof signatures !== 'string') return 'forged';
    if (id === '' || !/^\d{1,12}$/.test(timestamp)) return 'forged';
    const key = Buffer.from(secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret, 'base64');
    const expected = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
    // Several while the secret is being changed.
    const holds = signatures.split(' ').some((one) => {
      const [version, signature = ''] = one.split(',');
      const given = Buffer.from(signature, 'base64');
      return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
    });
    if (!holds) return 'forged';
    return Math.abs(Number(timestamp) * 1_000 - now) > STALE_MS ? 'stale' : 'verified';
  },

  read(json) {
    const read = readDocumented(json);
    return typeof read === 'string' ? { outcome: 'malformed', why: read } : { outcome: 'stated', stated: read };
  },
};
