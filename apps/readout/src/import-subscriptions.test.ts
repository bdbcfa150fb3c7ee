import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { BillingImport } from '@readout/api-contract';
import { importSubscriptions } from './import-subscriptions.ts';

const FOUND: BillingImport = {
  preview: true,
  rows: 2,
  subscriptions: 2,
  statuses: { waiting: 0, trialing: 1, active: 1, past_due: 0, paused: 0, ended: 0 },
  payments: 1,
  refunds: 0,
  readers: 2,
  knownReaders: 1,
  unknownColumns: ['Shoe size'],
  firstStartedAt: null,
  lastStartedAt: null,
  recorded: 0,
};

interface Asked {
  readonly url: URL;
  readonly type: string | undefined;
  readonly body: string;
}

/** A mock of Readout's server: it answers each import as if it found two subscriptions, or refuses. */
let http: Server;
let asked: Asked[] = [];
let refusal: object | null = null;
let url: string;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readout-import-'));
  http = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      asked.push({ url: new URL(request.url ?? '', 'http://x'), type: request.headers['content-type'], body });
      response.writeHead(refusal === null ? 200 : 400, { 'content-type': 'application/json' });
      response.end(JSON.stringify(refusal ?? { ...FOUND, recorded: 3 }));
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
});
afterAll(async () => {
  http.close();
  await rm(folder, { recursive: true });
});
beforeEach(() => {
  asked = [];
  refusal = null;
});

/** What it writes where nobody looks at a terminal. */
async function said(content: string | Buffer, more: { asOf?: string; preview?: boolean } = {}): Promise<string> {
  const file = join(folder, 'subscriptions');
  await writeFile(file, content);
  const time = new Date('2026-03-01T08:00:00Z');
  await utimes(file, time, time);
  let text = '';
  const { isTTY } = process.stderr;
  process.stderr.isTTY = false;
  const write = jest.spyOn(process.stderr, 'write').mockImplementation((some) => {
    text += String(some);
    return true;
  });
  try {
    await importSubscriptions({ file, publication: 'pubcationXYZ', ...more }, { url, key: 'ro_x' });
  } finally {
    write.mockRestore();
    process.stderr.isTTY = isTTY;
  }
  return text;
}
const calls = () => asked.map(({ url, type }) => [url.searchParams.get('preview'), type]);

describe('the command import subscriptions', () => {
  test('looks at the whole file, says what is there, and writes it in parts', async () => {
    const lines = Array.from({ length: 2_500 }, (_, at) => `S-${at},active,2026-01-02`);
    const text = await said(['subscription,status,started_at', ...lines].join('\n'));
    expect(text).toBe(
      'As of 2026-03-01T08:00:00.000Z: 2 rows.\n' +
        '  how subscriptions stand: 1 trialing, 1 active\n' +
        '  payments: 1, refunds: 0\n' +
        '  readers named: 2, of them known to Readout: 1\n' +
        '  columns that are not read: Shoe size\n' +
        '6 statements were written. Imported again, the same counts once.\n',
    );
    expect(calls()).toEqual([
      ['true', 'text/csv'],
      ['false', 'text/csv'],
      ['false', 'text/csv'],
    ]);
    expect(asked[0]?.url.pathname).toBe('/api/v1/publications/pubcationXYZ/billing/import');
    expect(asked.map(({ body }) => body.trim().split('\n').length)).toEqual([2_501, 2_001, 501]);
    expect(asked.map(({ url }) => url.searchParams.get('asOf'))).toEqual(Array(3).fill('2026-03-01T08:00:00.000Z'));
  });

  test('takes what Stripe lists, of some pages too, in parts', async () => {
    const page = (length: number) => ({ object: 'list', data: Array.from({ length }, () => ({ object: 'invoice' })) });
    await said(JSON.stringify([page(400), page(300)]), { asOf: '2026-02-01T00:00:00Z' });
    expect(calls()).toEqual([
      ['true', 'application/json'],
      ['true', 'application/json'],
      ['false', 'application/json'],
      ['false', 'application/json'],
    ]);
    expect(asked.map(({ body }) => JSON.parse(body).length)).toEqual([500, 200, 500, 200]);
    expect(asked[0]?.url.searchParams.get('asOf')).toBe('2026-02-01T00:00:00Z');
  });

  test('writes nothing in a preview, and nothing where there is a mistake', async () => {
    const preview = await said('subscription,status,started_at\nS,active,2026-01-01', { preview: true });
    expect(preview).toMatch(/Nothing was written/);
    expect(calls()).toEqual([['true', 'text/csv']]);
    asked = [];
    const detail = 'Nothing was imported. line 2, status: No.';
    refusal = { type: 'x', title: 'x', status: 400, code: 'invalid_request', detail };
    await expect(said('subscription,status,started_at\nS,asleep,2026-01-01')).rejects.toThrow(/line 2, status: No/);
    expect(calls()).toEqual([['true', 'text/csv']]);
  });

  test.each([
    ['that is not UTF-8', Buffer.from('subscription\n\u00e9', 'latin1'), /not UTF-8/],
    ['that is neither JSON nor CSV', '{"data":', /not JSON/],
  ])('refuses a file %s', async (_what, content, message) => {
    await expect(said(content)).rejects.toThrow(message);
    expect(asked).toEqual([]);
  });

  test('says that a file is not there', async () => {
    const nowhere = importSubscriptions({ file: join(folder, 'nowhere'), publication: 'x' }, { url, key: 'ro_x' });
    await expect(nowhere).rejects.toThrow(/cannot be read/);
  });
});
