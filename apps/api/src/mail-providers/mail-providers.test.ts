import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PublicId } from '@readout/events';
import { type ApiInTest, startApi } from '../testing/api-in-test.ts';

const KEY = '0123456789abcdef0123456789ab3f9a';
const spki = (curve: string) =>
  generateKeyPairSync('ec', { namedCurve: curve }).publicKey.export({ format: 'der', type: 'spki' }).toString('base64');

let api: ApiInTest;
let publication: string;
let other: string;
beforeAll(async () => {
  api = await startApi();
  publication = (await api.call('POST', '/api/v1/publications', { body: { name: 'Low Tide' } })).json.id;
  other = (await api.call('POST', '/api/v1/publications', { body: { name: 'High Tide' } })).json.id;
}, 60_000);
afterAll(async () => api.close());

const path = (provider = '', of = publication) =>
  `/api/v1/publications/${of}/mail-providers${provider === '' ? '' : `/${provider}`}`;
const set = (provider: string, key: unknown, of = publication) =>
  api.call('PUT', path(provider, of), { body: { key } });

describe('mail providers of a publication', () => {
  test('are none at first, and the address where each is to report is there', async () => {
    const { status, json } = await api.call('GET', path());
    expect([status, json.items]).toEqual([200, []]);
    expect(json.hooks).toEqual(
      ['mailgun', 'sendgrid', 'ses', 'postmark'].map((provider) => ({
        provider,
        hook: `https://read.example.com/hooks/${provider}/${publication}`,
      })),
    );
  });

  test('are set up with a key that is never read back, given another, and removed', async () => {
    const { status, json, text } = await set('mailgun', ` ${KEY} `);
    expect(status).toBe(200);
    expect(json).toEqual({
      provider: 'mailgun',
      hook: `https://read.example.com/hooks/mailgun/${publication}`,
      hint: '3f9a',
      createdAt: expect.stringMatching(/Z$/),
      lastEventAt: null,
    });
    const listed = await api.call('GET', path());
    expect(listed.json.items).toEqual([json]);
    expect(text + listed.text + api.logged.join('')).not.toContain(KEY);
    expect((await api.call('GET', path('', other))).json.items).toEqual([]);
    expect((await set('mailgun', `${'f'.repeat(28)}beef`)).json.hint).toBe('beef');
    expect((await api.catalog.mailProviders()).map(({ key }) => key)).toEqual([`${'f'.repeat(28)}beef`]);
    expect((await api.call('DELETE', path('mailgun'))).status).toBe(204);
    expect((await api.call('DELETE', path('mailgun'))).json.code).toBe('not_found');
    expect((await api.call('GET', path())).json.items).toEqual([]);
  });

  test('say when the last thing that they reported happened', async () => {
    const found = await api.catalog.findPublication(publication as PublicId);
    if (found === null) throw new Error('it was created');
    await set('sendgrid', spki('prime256v1'));
    const time = Date.UTC(2026, 2, 2, 6, 0, 4, 250);
    const origin = { partition: 0, collector: 1, position: 1 };
    await api.warehouse.claim(0);
    await api.warehouse.acceptNotices([{ publication: found.id, provider: 'sendgrid', time, id: 1, origin }]);
    const { json } = await api.call('GET', path());
    expect(json.items).toMatchObject([{ provider: 'sendgrid', lastEventAt: '2026-03-02T06:00:04.250Z' }]);
  });

  test.each([
    ['mailgun', 'short', /too short/],
    ['mailgun', '', /Give the key/],
    ['mailgun', 'two words that are long enough', /no spaces/],
    ['mailgun', 'x'.repeat(501), /as long as this/],
    ['mailgun', 7, /./],
    ['sendgrid', KEY, /verification key/],
    ['sendgrid', spki('secp384r1'), /verification key/],
    ['ses', KEY, /ARN of a standard SNS topic/],
    ['ses', 'arn:aws:sns:eu-west-1:123456789012:readout.fifo', /ARN of a standard SNS topic/],
    ['postmark', 'nineteen-characters', /20 characters or more/],
  ])('of %s take no key that is none: %j', async (provider, key, message) => {
    const { status, json } = await set(provider, key);
    expect([status, json.code, json.errors[0].path]).toEqual([400, 'invalid_request', 'key']);
    expect(json.errors[0].message).toMatch(message);
  });

  test.each([
    ['ses', 'arn:aws:sns:eu-west-1:123456789012:readout', 'dout'],
    ['postmark', 'e1c5a7d09b3f42688d2ec410', 'c410'],
  ])('of %s take %s, which is known by its end', async (provider, key, hint) => {
    const { status, json } = await set(provider, key);
    expect([status, json.hint]).toEqual([200, hint]);
    expect((await api.call('DELETE', path(provider))).status).toBe(204);
  });

  test('that nobody knows are not found', async () => {
    for (const provider of ['pigeon', 'Mailgun', 'constructor']) {
      expect((await set(provider, KEY)).json.code).toBe('not_found');
      expect((await api.call('DELETE', path(provider))).json.code).toBe('not_found');
    }
  });

  test("are nobody else's: another publication's key does not reach them", async () => {
    const { key } = (await api.call('POST', '/api/v1/keys', { body: { name: 'x', publication: other } })).json;
    const calls = [
      await api.call('GET', path(), { key }),
      await api.call('PUT', path('mailgun'), { key, body: { key: KEY } }),
      await api.call('DELETE', path('mailgun'), { key }),
    ];
    expect(calls.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect((await api.call('GET', path('', other), { key })).status).toBe(200);
  });
});
