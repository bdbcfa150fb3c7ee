import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Publication } from '@readout/catalog';
import { checkOf, type PublicId } from '@readout/events';
import { verifyToken } from '@readout/tokens';
import { type ApiInTest, NOW, startApi } from '../testing/api-in-test.ts';

const TOPIC = 'arn:aws:sns:eu-west-1:123456789012:readout';

let api: ApiInTest;
let publication: string;
let other: string;
beforeAll(async () => {
  api = await startApi();
  publication = (await api.call('POST', '/api/v1/publications', { body: { name: 'Low Tide' } })).json.id;
  other = (await api.call('POST', '/api/v1/publications', { body: { name: 'High Tide' } })).json.id;
}, 60_000);
afterAll(async () => api.close());

const path = (rest = '', of = publication) => `/api/v1/publications/${of}/connections${rest}`;
const foundPublication = async (of = publication): Promise<Publication> => {
  const found = await api.catalog.findPublication(of as PublicId);
  if (found === null) throw new Error('it was created');
  return found;
};

describe('connections of a publication', () => {
  test('say of each source that nothing has come, and what is set up', async () => {
    const body = { key: TOPIC };
    await api.call('PUT', `/api/v1/publications/${publication}/mail-providers/ses`, { body });
    const { status, json } = await api.call('GET', path());
    expect(status).toBe(200);
    expect(json.sources).toEqual(
      ['pixel', 'redirect', 'beacon', 'api', 'import'].map((source) => ({ source, lastEventAt: null })),
    );
    expect(json.mailProviders).toEqual(
      ['mailgun', 'sendgrid', 'ses', 'postmark'].map((provider) => ({
        provider,
        isSetUp: provider === 'ses',
        lastEventAt: null,
      })),
    );
    expect(json.billingSystems.map(({ system }: { system: string }) => system)).toEqual(['stripe', 'webhook']);
  });

  test('are seen by a key of the publication, and by nobody else', async () => {
    const keyOf = async (of: string) =>
      (await api.call('POST', '/api/v1/keys', { body: { name: 'x', publication: of } })).json.key;
    const [own, foreign] = [await keyOf(publication), await keyOf(other)];
    const ways = [
      ['GET', path(), 200],
      ['POST', path('/checks'), 201],
      ['GET', path('/checks/4000000000'), 200],
    ] as const;
    for (const [method, to, status] of ways) {
      expect((await api.call(method, to, { key: own })).status).toBe(status);
      expect((await api.call(method, to, { key: foreign })).status).toBe(404);
      expect((await api.call(method, to, { key: null })).status).toBe(401);
    }
  });
});

describe('a check', () => {
  test('has a pixel of no issue, with a token that is no reader’s, and is over when it was written', async () => {
    const found = await foundPublication();
    const { status, json } = await api.call('POST', path('/checks'));
    expect(status).toBe(201);
    const [, token = ''] = new RegExp(`^https://read.example.com/o/${publication}/(.{34}).gif$`).exec(json.pixel) ?? [];
    const key = await api.catalog.signingKey(found.id);
    const check = checkOf(json.id);
    expect(verifyToken(token, () => key)).toEqual({ ok: true, publication: found.id, reader: check });
    const waiting = await api.call('GET', path(`/checks/${json.id}`));
    expect(waiting.json).toEqual({ id: json.id, takenAt: null, writtenAt: null });
    if (check === null) throw new Error('it is one');
    await api.warehouse.insertChecks([
      { publication: found.id, check, time: NOW + 60_000 },
      { publication: found.id, check, time: NOW },
    ]);
    const arrived = (await api.call('GET', path(`/checks/${json.id}`))).json;
    expect(arrived).toEqual({ id: json.id, takenAt: new Date(NOW).toISOString(), writtenAt: expect.any(String) });
    // It is no event, and no other publication's.
    expect((await api.call('GET', path())).json.sources[0].lastEventAt).toBeNull();
    expect((await api.call('GET', path(`/checks/${json.id}`, other))).json.takenAt).toBeNull();
    await api.warehouse.deletePublication(found.id);
    expect((await api.call('GET', path(`/checks/${json.id}`))).json.takenAt).toBeNull();
  });

  test.each(['0', '17', '2147483647', '4294967296', '99999999999', 'one', '-4000000000', '4e9'])(
    'that cannot be is not found: %s',
    async (id) => {
      expect((await api.call('GET', path(`/checks/${id}`))).json.code).toBe('not_found');
    },
  );
});
