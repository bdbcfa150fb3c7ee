import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ApiInTest, OWNER_KEY, startApi } from '../testing/api-in-test.ts';

const SCRIPT = `export const text = '${'quay '.repeat(1_000)}';`;

let api: ApiInTest;
let dashboard: string;
beforeAll(async () => {
  dashboard = await mkdtemp(join(tmpdir(), 'readout-dashboard-'));
  await mkdir(join(dashboard, 'assets'));
  await writeFile(join(dashboard, 'index.html'), '<!doctype html><title>Readout</title>');
  await writeFile(join(dashboard, 'assets', 'app-1.js'), SCRIPT);
  await writeFile(join(dashboard, 'assets', 'app-1.js.br'), brotliCompressSync(SCRIPT));
  api = await startApi({ dashboardDirectory: dashboard });
}, 60_000);
afterAll(async () => {
  await api.close();
  await rm(dashboard, { recursive: true });
});

/** As a browser asks; `fetch` undoes what it understands. */
function ask(path: string, encodings: string): Promise<Response> {
  return fetch(`http://127.0.0.1:${api.port}${path}`, {
    headers: { 'accept-encoding': encodings, authorization: `Bearer ${OWNER_KEY}` },
  });
}

describe('what goes over the network', () => {
  test.each(['br', 'gzip'])(
    'of an answer of some length is compressed with %s, where it is understood',
    async (encoding) => {
      const plain = await ask('/api/openapi.json', 'identity');
      const short = await ask('/api/openapi.json', encoding);
      expect(plain.headers.get('content-encoding')).toBeNull();
      expect(short.headers.get('content-encoding')).toBe(encoding);
      expect(short.headers.get('vary')).toContain('accept-encoding');
      expect(await short.json()).toEqual(await plain.json());
    },
  );

  test('of a short answer is left as it is', async () => {
    const answer = await ask('/api/v1/session', 'br, gzip');
    expect(answer.headers.get('content-encoding')).toBeNull();
  });

  test('of the dashboard is what was compressed when it was built', async () => {
    const answer = await ask('/assets/app-1.js', 'br, gzip');
    expect(answer.headers.get('content-encoding')).toBe('br');
    expect(answer.headers.get('content-type')).toContain('javascript');
    expect(answer.headers.get('cache-control')).toContain('immutable');
    expect(await answer.text()).toBe(SCRIPT);
    const plain = await ask('/assets/app-1.js', 'identity');
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe(SCRIPT);
  });

  test('of a live stream waits for no full block', async () => {
    const { publicId } = await api.catalog.createPublication({ name: 'Quay', timeZone: 'UTC', isSample: false });
    const answer = await ask(`/api/v1/publications/${publicId}/live`, 'br, gzip');
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    expect(answer.headers.get('content-encoding')).toBeNull();
    await answer.body?.cancel();
  });
});
