import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ApiInTest, NOW, startApi } from '../testing/api-in-test.ts';

let api: ApiInTest;
let path: string;
let issue: string;
beforeAll(async () => {
  api = await startApi();
  const { id } = (await api.call('POST', '/api/v1/publications', { body: { name: 'Low Tide' } })).json;
  path = `/api/v1/publications/${id}/notes`;
  const body = { title: 'An issue', editions: [{ edition: 'whole', html: '<p>x</p>' }] };
  issue = (await api.call('POST', `/api/v1/publications/${id}/issues`, { body })).json.id;
}, 60_000);
afterAll(async () => api.close());

const write = async (body: object) => (await api.call('POST', path, { body })).json;
const texts = async (query = '') =>
  (await api.call('GET', path + query)).json.items.map(({ text }: { text: string }) => text);

describe('notes', () => {
  test('are written, listed, changed and removed', async () => {
    const answer = await api.call('POST', path, {
      body: { text: '  Panel appearance ', at: '2026-03-01T19:30:00+01:00', issue },
    });
    expect([answer.status, answer.json]).toEqual([
      201,
      {
        id: expect.stringMatching(/^\w{12}$/),
        issue,
        at: '2026-03-01T18:30:00.000Z',
        text: 'Panel appearance',
        createdAt: expect.any(String),
      },
    ]);
    const note = answer.json;
    const now = await write({ text: 'Now' });
    expect(now).toMatchObject({ issue: null, at: new Date(NOW).toISOString() });
    expect((await api.call('GET', path)).json).toEqual({ items: [now, note], next: null });
    const changed = await api.call('PATCH', `${path}/${note.id}`, { body: { text: 'Panel' } });
    expect([changed.status, changed.json]).toEqual([200, { ...note, text: 'Panel' }]);
    expect((await api.call('DELETE', `${path}/${note.id}`)).status).toBe(204);
    expect(await texts()).toEqual(['Now']);
    expect((await api.call('DELETE', `${path}/${note.id}`)).status).toBe(404);
    expect((await api.call('PATCH', `${path}/${note.id}`, { body: { text: 'x' } })).status).toBe(404);
    expect((await api.call('PATCH', `${path}/nonsense`, { body: { text: 'x' } })).status).toBe(404);
    await api.call('DELETE', `${path}/${now.id}`);
  });

  test('come by time, page by page', async () => {
    for (const day of [3, 1, 2]) await write({ text: `${day}`, at: `2026-02-0${day}T12:00:00Z` });
    expect(await texts()).toEqual(['3', '2', '1']);
    expect(await texts('?from=2026-02-02T00:00:00Z&to=2026-02-02T12:00:00Z')).toEqual(['2']);
    const first = (await api.call('GET', `${path}?limit=2`)).json;
    expect(await texts(`?limit=2&cursor=${first.next}`)).toEqual(['1']);
  });

  test.each([
    ['no text', { text: ' ' }, 400, 'text'],
    ['a text of 501 characters', { text: 'x'.repeat(501) }, 400, 'text'],
    ['a time without its zone', { text: 'x', at: '2026-03-02T06:30:00' }, 400, 'at'],
    ['a time that no event can have', { text: 'x', at: '1980-01-01T00:00:00Z' }, 400, 'at'],
    ['an issue that is not there', { text: 'x', issue: 'nobodysissue' }, 422, 'issue'],
    ['a field that there is not', { text: 'x', by: 'me' }, 400, 'body'],
  ])('with %s are refused', async (_, body, status, field) => {
    const answer = await api.call('POST', path, { body });
    expect([answer.status, answer.json.errors[0].path]).toEqual([status, field]);
  });

  test('are asked for with times and a cursor of theirs', async () => {
    expect((await api.call('GET', `${path}?from=yesterday`)).status).toBe(400);
    expect((await api.call('GET', `${path}?limit=201`)).status).toBe(400);
    expect((await api.call('GET', `${path}?cursor=x`)).json.code).toBe('invalid_cursor');
  });

  test('of another publication are nobody’s business, nor can a note be about its issue', async () => {
    const other = (await api.call('POST', '/api/v1/publications', { body: { name: 'Other' } })).json;
    const { key } = (await api.call('POST', '/api/v1/keys', { body: { name: 'k', publication: other.id } })).json;
    const theirs = `/api/v1/publications/${other.id}/notes`;
    const mine = await write({ text: 'Mine' });
    for (const [method, where] of [
      ['GET', path],
      ['POST', path],
      ['PATCH', `${path}/${mine.id}`],
      ['DELETE', `${path}/${mine.id}`],
      ['PATCH', `${theirs}/${mine.id}`],
      ['DELETE', `${theirs}/${mine.id}`],
    ] as const) {
      const body = method === 'POST' || method === 'PATCH' ? { body: { text: 'x' } } : {};
      expect([method, where, (await api.call(method, where, { key, ...body })).status]).toEqual([method, where, 404]);
    }
    expect((await api.call('POST', theirs, { key, body: { text: 'x', issue } })).status).toBe(422);
    expect((await api.call('GET', path, { key: null })).status).toBe(401);
    expect(await texts()).toContain('Mine');
  });
});
