import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Issue } from '@readout/catalog';
import { type ApiInTest, NOW, OWNER_KEY, startApi } from '../testing/api-in-test.ts';
import { HistoryInTest } from '../testing/events-in-test.ts';

let api: ApiInTest;
let history: HistoryInTest;
let issue: Issue;
beforeAll(async () => {
  api = await startApi();
  const publication = await api.catalog.createPublication({
    name: '=Quay',
    timeZone: 'Europe/Madrid',
    isSample: false,
  });
  history = new HistoryInTest(api.catalog, api.warehouse, publication);
  issue = await history.issue('=SUM(A1) "x"\n🌊 עברית', NOW - 86_400_000);
  history.add('sent', [1, 2, 3], NOW - 80_000_000, issue);
  history.add('opened', [1, 2], NOW - 70_000_000, issue);
  history.add('clicked', [2], NOW - 60_000_000, issue);
  await history.write();
}, 60_000);
afterAll(async () => api.close());

interface Download {
  readonly status: number;
  readonly bytes: Buffer;
  readonly headers: Record<string, unknown>;
  readonly trailers: Record<string, unknown>;
}
function download(path: string): Promise<Download> {
  return new Promise((resolve, reject) => {
    request(
      {
        port: api.port,
        host: '127.0.0.1',
        path: `/api/v1/publications/${history.publication.publicId}/exports/${path}`,
        headers: { authorization: `Bearer ${OWNER_KEY}` },
        agent: false,
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            bytes: Buffer.concat(chunks),
            headers: response.headers,
            trailers: response.trailers,
          }),
        );
      },
    )
      .on('error', reject)
      .end();
  });
}

describe('x', () => {
  test.each([
    'events.csv',
    'events.ndjson',
    'events.parquet',
    'events.arrow',
    'events.xlsx',
    'issues.csv',
    'links.csv',
    'sections.csv',
    'readers.csv',
    'trials.csv',
    'cohorts.csv',
    'issues.xlsx',
    'events.csv?compress=gzip',
    'events.csv?segments=free&verdicts=human&part=0-9&from=2026-02-01&to=2026-03-05',
  ])('%s', async (path) => {
    const { status, bytes, headers, trailers } = await download(path);
    console.log(
      path,
      status,
      headers,
      trailers,
      bytes.length,
      /csv$|json$/.test(path) || status !== 200 || path.includes('part') ? bytes.toString() : '',
    );
    expect(status).toBe(200);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(trailers['x-readout-sha256']);
    const log = await api.call(
      'GET',
      `/api/v1/publications/${history.publication.publicId}/exports/log/${headers['x-readout-export']}`,
    );
    expect(log.json).toMatchObject({ outcome: 'done', sha256: trailers['x-readout-sha256'] });
  });
});
