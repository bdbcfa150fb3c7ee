import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type TokensOptions, writeTokens } from './tokens.ts';

interface Asked {
  readonly path: string | undefined;
  readonly readers: readonly string[];
  readonly segment?: string;
}

/** A mock of Readout's server: each reader's token is their name backwards. */
let http: Server;
let asked: Asked[] = [];
/** From which request on it refuses. */
let refusesFrom = Number.POSITIVE_INFINITY;
let url: string;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readout-tokens-'));
  http = createServer(async (request, response) => {
    const body = JSON.parse(await text(request)) as Omit<Asked, 'path'>;
    asked.push({ path: request.url, ...body });
    const isRefused = asked.length >= refusesFrom;
    response.writeHead(isRefused ? 404 : 200, { 'content-type': 'application/json' });
    const tokens = body.readers.map((reader) => ({ reader, token: [...reader].reverse().join('') }));
    const problem = { type: 'x', title: 'x', status: 404, code: 'not_found', detail: 'No such publication.' };
    response.end(JSON.stringify(isRefused ? problem : { tokens }));
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
  refusesFrom = Number.POSITIVE_INFINITY;
  jest.spyOn(process.stderr, 'write').mockReturnValue(true);
});

async function run(list: string | Buffer, more: Partial<TokensOptions> = {}): Promise<string> {
  const output = new PassThrough();
  const written = text(output);
  try {
    const input = Readable.from([Buffer.from(list)]);
    await writeTokens({ list: '-', publication: 'pub', ...more }, { url, key: 'k' }, { input, output });
  } finally {
    output.end();
  }
  return written;
}

describe('tokens of readers', () => {
  test.each([
    ['lines', 'a@x.example\nb@x.example\n'],
    ['lines with a header, CRLF and a byte order mark', '\ufeffEmail\r\na@x.example\r\n\r\nb@x.example'],
    ['a column among others', 'name,E-Mail\nAna,a@x.example\nBen, b@x.example \n'],
    ['semicolons', 'name;email address\nAna;a@x.example\nBen;b@x.example\n'],
    ['columns without a header', 'Ana\ta@x.example\nBen\tb@x.example\n'],
    ['rows without an address', 'name,email\nAna,a@x.example\nNobody,\nBen,b@x.example\nCut\n'],
  ])('are written as CSV, of %s', async (_what, list) => {
    expect(await run(list)).toBe('reader,token\na@x.example,elpmaxe.x@a\nb@x.example,elpmaxe.x@b\n');
    expect(asked).toEqual([
      { path: '/api/v1/publications/pub/readers/tokens', readers: ['a@x.example', 'b@x.example'] },
    ]);
  });

  test('are asked for in thousands, in order, from a file into a file', async () => {
    const names = Array.from({ length: 12_001 }, (_, at) => `r${at}`);
    const [list, out] = [join(folder, 'list.txt'), join(folder, 'tokens.csv')];
    await writeFile(list, names.join('\n'));
    expect(await run('', { list, out, segment: 'premium' })).toBe('');
    const lines = (await readFile(out, 'utf8')).trimEnd().split('\n');
    expect(lines).toHaveLength(12_002);
    expect(lines[12_001]).toBe('r12000,00021r');
    expect(asked.map(({ readers, segment }) => [readers.length, segment])).toEqual([
      [5_000, 'premium'],
      [5_000, 'premium'],
      [2_001, 'premium'],
    ]);
  });

  test('of names with commas and quotes are quoted', async () => {
    expect(await run('reader\n"Eva, ""X"""\n')).toBe('reader,token\n"Eva, ""X""","""X"" ,avE"\n');
  });

  test('of a column that is named', async () => {
    expect(await run('id,who\n1,a\n', { column: 'Who' })).toBe('reader,token\na,a\n');
  });

  test.each([
    ['no column that says so', 'id,who\n1,a\n', {}, /--column which of these.*id, who/],
    ['another column', 'id,who\n1,a\n', { column: 'x' }, /no column x/],
    ['nothing', '', {}, /no reader in the list/],
    ['a quote that does not end', 'email\n"a\n', {}, /not CSV/],
    ['other than UTF-8', Buffer.from('email\nJos\u00e9@x.example\n', 'latin1'), {}, /not UTF-8/],
    ['a name that is none', `email\n${'x'.repeat(321)}\n`, {}, /Row 2.*321 characters/],
  ])('are not written of %s', async (_what, list, more, message) => {
    await expect(run(list, more)).rejects.toThrow(message);
  });

  test('that were refused in the middle leave no file behind, and the one from before', async () => {
    const out = join(folder, 'before.csv');
    await writeFile(out, 'from before');
    refusesFrom = 2;
    const names = Array.from({ length: 5_001 }, (_, at) => `r${at}`).join('\n');
    await expect(run(names, { out })).rejects.toThrow('No such publication.');
    expect(await readFile(out, 'utf8')).toBe('from before');
    expect((await readdir(folder)).filter((name) => name.includes('unfinished'))).toEqual([]);
  });

  test('of a list that is not there say so', async () => {
    await expect(run('', { list: join(folder, 'missing.csv') })).rejects.toThrow(/missing.csv cannot be read/);
  });

  test('for listmonk are one more attribute of what it exports', async () => {
    const list = [
      'uuid,email,name,attributes,status',
      '1,a@x.example,"Ana, A","{""city"": ""Vigo"", ""readout_token"": ""old""}",enabled',
      '2,b@x.example,Ben,null,enabled',
      '3,c@x.example,Cem,,enabled',
    ].join('\n');
    expect(await run(list, { for: 'listmonk' })).toBe(
      [
        'email,name,attributes',
        'a@x.example,"Ana, A","{""city"":""Vigo"",""readout_token"":""elpmaxe.x@a""}"',
        'b@x.example,Ben,"{""readout_token"":""elpmaxe.x@b""}"',
        'c@x.example,Cem,"{""readout_token"":""elpmaxe.x@c""}"',
        '',
      ].join('\n'),
    );
  });

  test.each(['city: Vigo', '[1]', '"Vigo"'])(
    'for listmonk do not take the place of attributes such as %s',
    async (attributes) => {
      const list = `email,name,attributes\na@x.example,Ana,"${attributes.replaceAll('"', '""')}"\n`;
      await expect(run(list, { for: 'listmonk' })).rejects.toThrow('Row 2: its attributes are no JSON object');
    },
  );
});
