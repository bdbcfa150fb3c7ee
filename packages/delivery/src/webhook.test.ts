import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { webhookSecret } from './signature.ts';
import { Receiver } from './testing/receiver.ts';
import { faultOfTarget, postWebhook } from './webhook.ts';

const secret = webhookSecret(randomBytes(32));
const receiver = new Receiver();
beforeAll(() => receiver.open());
afterAll(() => receiver.close());
beforeEach(() => {
  receiver.taken.length = 0;
  receiver.answers = [];
});
const message = (url = `${receiver.address}/hook?a=1`, body = '{"type":"report","título":"Marea 🌊"}') => ({
  url: new URL(url),
  id: 'msg_1',
  secret,
  body,
  at: Date.now(),
});

describe('a webhook', () => {
  test('is signed as the Standard Webhooks library wants it', async () => {
    expect(await postWebhook(message(), true)).toEqual({ kind: 'done', note: null });
    const [{ headers, body, url } = { headers: {}, body: '', url: '' }] = receiver.taken;
    expect(url).toBe('/hook?a=1');
    const names = ['webhook-id', 'webhook-timestamp', 'webhook-signature'];
    const given = Object.fromEntries(names.map((name) => [name, String(headers[name])]));
    expect(new Webhook(secret).verify(body, given)).toEqual({ type: 'report', título: 'Marea 🌊' });
    expect(() => new Webhook(webhookSecret(randomBytes(32))).verify(body, given)).toThrow();
  });

  test.each([
    [500, true, /answered 500/],
    [404, true, /answered 404/],
    [410, false, /answered 410/],
    [302, true, /redirects are not followed/],
  ])('that is answered %d failed', async (status, again, why) => {
    receiver.answers = [status];
    expect(await postWebhook(message(), true)).toEqual({ kind: 'failed', again, why: expect.stringMatching(why) });
    expect(receiver.taken).toHaveLength(1);
  });

  test('reaches nothing in a private network, however it is written, unless the operator allows that', async () => {
    const { port } = new URL(receiver.address);
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433', '0x7f.1', '10.0.0.1']) {
      expect(await postWebhook(message(`https://${host}:${port}/`), false)).toMatchObject({
        kind: 'failed',
        again: false,
        why: expect.stringContaining('not on the public internet'),
      });
    }
    expect(receiver.taken).toEqual([]);
  });

  test.each([
    ['http://example.com/', /https/],
    ['https://me:secret@example.com/', /no name and password/],
    ['file:///etc/passwd', /Not an https/],
    ['example.com', /Not an https/],
  ])('has no target such as %s', (target, why) => {
    expect(faultOfTarget(target, false)).toMatch(why);
  });
});
