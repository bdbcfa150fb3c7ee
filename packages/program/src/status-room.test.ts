import { afterEach, describe, expect, test } from '@jest/globals';
import { openServer, type RunningServer } from './server.ts';
import { statusRoom } from './status-room.ts';

const KEY = 'key-of-the-status-room-0123';

describe('the status room', () => {
  let server: RunningServer;
  afterEach(() => server.close());

  const open = async (ok: boolean) => {
    server = await openServer(
      '127.0.0.1',
      0,
      statusRoom({
        ready: async () => ({ ok, checks: { kafka: ok ? 'ok' : 'not answering' } }),
        metrics: async () => ({ text: 'up 1\n', contentType: 'text/plain; version=0.0.4' }),
        key: KEY,
      }),
    );
    return (path: string, headers: Record<string, string> = {}, method = 'GET') =>
      fetch(`${server.address}${path}`, { headers, method });
  };

  test('says that the process runs, whatever is behind it', async () => {
    const ask = await open(false);
    expect((await ask('/healthz')).status).toBe(200);
    const head = await ask('/healthz', {}, 'HEAD');
    expect(head.status).toBe(200);
    expect(head.headers.get('content-length')).toBe('6');
  });

  test.each([
    [true, 200, 'ok'],
    [false, 503, 'not answering'],
  ])('says what is missing (ready: %s)', async (ok, status, kafka) => {
    const ask = await open(ok);
    const response = await ask('/readyz?why');
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ ok, checks: { kafka } });
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test.each(['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'])(
    'gives metrics to this machine, and through a proxy (%s) only for the key',
    async (header) => {
      const ask = await open(true);
      expect(await (await ask('/metrics')).text()).toBe('up 1\n');
      const proxied = { [header]: '127.0.0.1' };
      expect((await ask('/metrics', proxied)).status).toBe(403);
      expect((await ask('/metrics', { ...proxied, authorization: 'Bearer another' })).status).toBe(403);
      expect((await ask('/metrics', { ...proxied, authorization: `Bearer ${KEY}` })).status).toBe(200);
    },
  );

  test('knows nothing else', async () => {
    const ask = await open(true);
    expect((await ask('/')).status).toBe(404);
    expect((await ask('/healthz', {}, 'POST')).status).toBe(404);
  });

  test('a port in use is told in a sentence', async () => {
    await open(true);
    const port = Number(new URL(server.address).port);
    await expect(openServer('127.0.0.1', port, () => undefined)).rejects.toMatchObject({
      code: 'PORT_IN_USE',
      message: expect.stringContaining('READOUT_PORT'),
    });
  });
});
