import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type EventLog, openEmbeddedLog } from '@readout/event-log';
import { decodeRecord, type PublicId } from '@readout/events';
import { pino } from 'pino';
import { Registry } from 'prom-client';
import { Collector } from './collector.ts';
import { LinkTable } from './link-table.ts';
import { CollectorMetrics } from './metrics.ts';

const ISSUE = 'abcdefghijkm';
const LINK = 'mkjihgfedcba' as PublicId;
const LATE_LINK = 'mkjihgfedcbz' as PublicId;
const NOW = 1_780_000_000_000;

describe('the collector', () => {
  let folder: string;
  let log: EventLog;
  let server: Server;
  let address: string;
  let asked: PublicId[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'readout-collector-'));
    log = await openEmbeddedLog({ directory: folder, retention: { maxAgeMs: 1e9, maxBytes: 1e9 } });
    asked = [];
    const links = new LinkTable(
      {
        async *allLinkTargets() {
          yield [{ publicId: LINK, url: 'https://example.com/é?a=1&b=2' }];
        },
        async findLinkTarget(publicId) {
          asked.push(publicId);
          return publicId === LATE_LINK ? { publicId, url: 'https://example.org/late' } : null;
        },
      },
      () => NOW,
    );
    await links.load();
    const collector = new Collector({
      log,
      links,
      metrics: new CollectorMetrics(new Registry()),
      logger: pino({ level: 'silent' }),
      now: () => NOW,
    });
    server = createServer((request, response) => {
      if (!collector.handle(request, response)) response.writeHead(418).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await log.close();
    await rm(folder, { recursive: true, force: true });
  });

  const get = (path: string, init: RequestInit = {}) => fetch(address + path, { redirect: 'manual', ...init });

  /** Everything in the log so far. */
  async function recorded() {
    const count = await log.end(0);
    const records = [];
    if (count === 0) return [];
    for await (const batch of log.read({
      partition: 0,
      from: 0,
      maxRecords: 100,
      signal: AbortSignal.timeout(5_000),
    })) {
      for (const { line } of batch.records) {
        const decoded = decodeRecord(line);
        records.push(decoded.ok ? decoded.record : decoded);
      }
      if (batch.next >= count) break;
    }
    return records;
  }

  test('a pixel is answered with a 43 byte GIF that nobody stores, and is in the log by then', async () => {
    const response = await get(`/o/${ISSUE}/some-token.gif`, { headers: { 'user-agent': 'Thunderbird' } });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('image/gif');
    expect(response.headers.get('cache-control')).toContain('no-store');
    expect(
      Buffer.from(await response.arrayBuffer())
        .subarray(0, 6)
        .toString(),
    ).toBe('GIF89a');
    expect(response.headers.get('content-length')).toBe('43');
    expect(await recorded()).toEqual([
      {
        type: 'hit',
        version: 1,
        kind: 'opened',
        time: NOW,
        target: ISSUE,
        token: 'some-token',
        method: 'GET',
        source: 'pixel',
        agent: 'Thunderbird',
      },
    ]);
  });

  test('HEAD is answered without a body and recorded as what it is', async () => {
    const response = await get(`/o/${ISSUE}/t.gif`, { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect((await response.arrayBuffer()).byteLength).toBe(0);
    expect(await recorded()).toMatchObject([{ kind: 'opened', method: 'HEAD' }]);
  });

  test('a link leads to its destination in the catalog, spelled as a header can carry it', async () => {
    const response = await get(`/c/${LINK}/tok?utm_source=x`);
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('https://example.com/%C3%A9?a=1&b=2');
    expect(response.headers.get('x-robots-tag')).toContain('noindex');
    expect(await recorded()).toMatchObject([{ kind: 'clicked', target: LINK, token: 'tok', source: 'redirect' }]);
  });

  test('a link made after the start is asked for once, then known', async () => {
    const answers = await Promise.all([get(`/c/${LATE_LINK}/a`), get(`/c/${LATE_LINK}/b`)]);
    expect((await get(`/c/${LATE_LINK}/c`)).headers.get('location')).toBe('https://example.org/late');
    expect(answers.map((one) => one.status)).toEqual([302, 302]);
    expect(asked).toEqual([LATE_LINK]);
  });

  test('an unknown link gets a page, no event, and costs the catalog one question', async () => {
    for (let at = 0; at < 3; at++) expect((await get('/c/222222222222/x')).status).toBe(404);
    expect(asked).toEqual(['222222222222']);
    expect(await recorded()).toEqual([]);
  });

  test('a link still leads somewhere without a token', async () => {
    expect((await get(`/c/${LINK}`)).status).toBe(302);
    expect((await get(`/c/${LINK}/`)).status).toBe(302);
  });

  test('when the log cannot be written, a pixel is refused but a link still leads on', async () => {
    await log.close();
    const pixel = await get(`/o/${ISSUE}/t.gif`);
    expect(pixel.status).toBe(503);
    expect(pixel.headers.get('retry-after')).not.toBeNull();
    expect((await get(`/c/${LINK}/t`)).status).toBe(302);
    log = await openEmbeddedLog({ directory: folder, retention: { maxAgeMs: 1e9, maxBytes: 1e9 } });
    expect(await recorded()).toEqual([]);
  });

  test('what a client sends is kept only up to a length', async () => {
    await get(`/o/${ISSUE}/${'t'.repeat(500)}.gif`, { headers: { 'user-agent': 'a'.repeat(5_000) } });
    const [hit] = await recorded();
    expect(hit).toMatchObject({ token: 't'.repeat(64), agent: 'a'.repeat(512) });
  });

  test('other paths are left to others', async () => {
    expect((await get('/api/v1/session')).status).toBe(418);
    expect((await get('/other')).status).toBe(418);
  });
});
