import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ApiInTest, startApi } from '../testing/api-in-test.ts';
import { contrastWithWhite, readable } from './contrast.ts';

/** One grey pixel. */
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';
let api: ApiInTest;
let path = '';
beforeAll(async () => {
  api = await startApi();
  const { id } = (await api.call('POST', '/api/v1/publications', { body: { name: 'Low Tide' } })).json;
  path = `/api/v1/publications/${id}/brand`;
}, 60_000);
afterAll(async () => api.close());

const put = async (body: object) => (await api.call('PUT', path, { body })).json;

describe('how reports look', () => {
  test('is the usual way until something is chosen, and again when that is taken away', async () => {
    const usual = { colour: '#0072b2', isChosen: false, logo: null };
    expect((await api.call('GET', path)).json).toEqual(usual);
    expect(await put({ colour: '#7A3B00' })).toEqual({ colour: '#7a3b00', isChosen: true, logo: null });
    expect(await put({ logo: PIXEL })).toMatchObject({
      colour: '#7a3b00',
      logo: { type: 'image/png', width: 1, height: 1 },
    });
    expect((await api.call('GET', `${path}/logo`)).headers['content-type']).toBe('image/png');
    expect(await put({ logo: null })).toMatchObject({ colour: '#7a3b00', logo: null });
    expect((await api.call('GET', `${path}/logo`)).status).toBe(404);
    expect((await api.call('DELETE', path)).status).toBe(204);
    expect((await api.call('GET', path)).json).toEqual(usual);
  });

  test('takes no colour that cannot be read on white, and names one that can', async () => {
    const { code, errors } = await put({ colour: '#ffcc00' });
    expect(code).toBe('invalid_request');
    expect(errors[0]).toEqual({
      path: 'colour',
      message: expect.stringMatching(/has a contrast of 1\.5 to 1.*Readable: #\w{6}\./),
    });
    expect(contrastWithWhite(readable('#ffcc00'))).toBeGreaterThanOrEqual(4.5);
    expect((await put({ colour: 'blue' })).errors[0].path).toBe('colour');
  });

  test.each([
    ['text', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>').toString('base64'), /Neither a PNG nor a JPEG/],
    ['half a picture', PIXEL.slice(0, 60), /cannot be read/],
    ['no base64', 'n o', /Not base64/],
    ['too much', 'A'.repeat(699_100), /512 KB/],
  ])('takes no logo that is %s', async (_, logo, why) => {
    expect((await put({ logo })).errors[0]).toEqual({ path: 'logo', message: expect.stringMatching(why) });
  });

  test('is chosen by the owner and keys of the publication alone', async () => {
    const { id } = (await api.call('POST', '/api/v1/publications', { body: { name: 'High Tide' } })).json;
    const { key } = (await api.call('POST', '/api/v1/keys', { body: { name: 'k', publication: id } })).json;
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const body = method === 'PUT' ? { colour: '#000000' } : undefined;
      expect((await api.call(method, path, { key, body })).status).toBe(404);
      expect((await api.call(method, path, { key: null, body })).status).toBe(401);
    }
  });
});
