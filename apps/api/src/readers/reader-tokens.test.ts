import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { PublicId } from '@readout/events';
import { verifyToken } from '@readout/tokens';
import { type ApiInTest, startApi } from '../testing/api-in-test.ts';

let api: ApiInTest;
let publication: string;
let other: string;
beforeAll(async () => {
  api = await startApi();
  publication = (await api.call('POST', '/api/v1/publications', { body: { name: 'Low Tide' } })).json.id;
  other = (await api.call('POST', '/api/v1/publications', { body: { name: 'High Tide' } })).json.id;
}, 60_000);
afterAll(async () => api.close());

const ask = (body: unknown, of = publication, key?: string | null) =>
  api.call('POST', `/api/v1/publications/${of}/readers/tokens`, { body, ...(key === undefined ? {} : { key }) });

describe('tokens of readers', () => {
  test('are in the order of the request, hold, and are those of the recipients of an issue', async () => {
    const readers = ['ana@example.org', 'ben@example.org', ' ANA@example.org '];
    const { status, json } = await ask({ readers });
    expect(status).toBe(200);
    const [ana, ben, again] = json.tokens.map(({ token }: { token: string }) => token);
    expect(json.tokens[0].reader).toBe('ana@example.org');
    expect(again).toBe(ana);
    expect(ben).not.toBe(ana);
    const found = await api.catalog.findPublication(publication as PublicId);
    if (found === null) throw new Error('it was created');
    const key = await api.catalog.signingKey(found.id);
    expect(verifyToken(ana, () => key)).toMatchObject({ ok: true, publication: found.id });
    const editions = [{ edition: 'whole', html: '<h1>One</h1>' }];
    const issue = (await api.call('POST', `/api/v1/publications/${publication}/issues`, { body: { editions } })).json
      .id;
    const recipients = [{ reader: 'ben@example.org', segment: 'premium' }];
    const path = `/api/v1/publications/${publication}/issues/${issue}/recipients`;
    const sent = await api.call('POST', path, { body: { recipients } });
    expect(sent.json.tokens).toEqual([{ reader: 'ben@example.org', token: ben }]);
    // Asked for again, whoever is known keeps the standing that the issue gave them.
    expect((await ask({ readers: ['ben@example.org', 'cia@example.org'] })).json.tokens[0].token).toBe(ben);
    expect(await api.catalog.countReaders(found.id)).toEqual({ free: 2, trial: 0, premium: 1 });
    expect((await ask({ readers: ['ana@example.org'] }, other)).json.tokens[0].token).not.toBe(ana);
  });

  test('leave no address in what is logged', async () => {
    await ask({ readers: ['secret@example.org'] });
    expect(api.logged.join('')).not.toContain('secret');
  });

  test.each([
    ['none', [], /at least one/],
    ['too many', Array.from({ length: 10_001 }, (_, at) => `r${at}`), /10,000/],
    ['one without a name', ['ana', ' '], /readers.1/],
    ['one that is too long', ['x'.repeat(321)], /readers.0/],
    ['no list', 'ana', /readers/],
  ])('are refused for %s', async (_what, readers, message) => {
    const { status, json } = await ask({ readers });
    expect([status, json.code]).toEqual([400, 'invalid_request']);
    expect(json.detail).toMatch(message);
  });

  test("are given to nobody without a key, nor with another publication's", async () => {
    const { key } = (await api.call('POST', '/api/v1/keys', { body: { name: 'x', publication: other } })).json;
    expect((await ask({ readers: ['ana'] }, publication, key)).status).toBe(404);
    expect((await ask({ readers: ['ana'] }, publication, null)).status).toBe(401);
    expect((await ask({ readers: ['ana'] }, other, key)).status).toBe(200);
  });
});
