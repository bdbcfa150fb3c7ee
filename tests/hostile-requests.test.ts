import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type CreatedIssue, type IssueReport, problem } from '@readout/api-contract';
import { eventually, RunningReadout, temporaryFolder } from './running-readout.ts';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';
const HTML = '<h1>One</h1><h2>First</h2><p><a href="https://example.com/landing?x=1">a</a></p>';
const GIF_BYTES = 43;

describe('what does not belong', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let readout: RunningReadout;
  let mine: { publication: string; issue: CreatedIssue; tokens: readonly string[] };
  let theirs: { publication: string; issue: CreatedIssue; tokens: readonly string[] };

  beforeAll(async () => {
    folder = await temporaryFolder();
    readout = await RunningReadout.start(folder.path);
    const make = async (name: string) => {
      const { id: publication } = await readout.createPublication(name);
      const issue = await readout.createIssue(publication, HTML);
      return { publication, issue, tokens: await readout.addRecipients(publication, issue.id, 3) };
    };
    mine = await make('Mine');
    theirs = await make('Theirs');
  }, 60_000);
  afterAll(async () => {
    await readout.kill('SIGTERM');
    await folder.remove();
  });

  const open = (token: string) =>
    fetch(`${readout.address}/o/${mine.issue.id}/${token}.gif`, { headers: { 'user-agent': FIREFOX } });
  const click = (link: string, token: string) =>
    fetch(`${readout.address}/c/${link}/${token}`, { redirect: 'manual', headers: { 'user-agent': FIREFOX } });
  const figures = async (): Promise<IssueReport['figures']> =>
    (await readout.report(mine.publication, mine.issue.id)).figures;

  /** Writes bytes as they are to the socket and gives the status line that comes back. */
  const raw = (bytes: Buffer | string): Promise<string> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(readout.address);
      const socket = connect(Number(port), hostname);
      let answer = '';
      socket.setEncoding('latin1').on('data', (text) => {
        answer += text;
      });
      socket.on('close', () => resolve(answer.split('\r\n')[0] ?? ''));
      socket.on('error', (error: NodeJS.ErrnoException) =>
        error.code === 'ECONNRESET' ? resolve(answer) : reject(error),
      );
      socket.setTimeout(10_000, () => socket.destroy(new Error('no answer')));
      socket.write(bytes);
    });

  test('tampered, truncated, foreign and missing tokens still get the pixel, and are counted as nobody', async () => {
    const [good = ''] = mine.tokens;
    const bad = [
      `${good.slice(0, -2)}AA`,
      (good.startsWith('B') ? 'C' : 'B') + good.slice(1),
      good.slice(0, 20),
      theirs.tokens[0] ?? '',
      'A'.repeat(34),
      '%7B%7B%20readout_token%20%7D%7D',
      '',
    ];
    for (const token of bad) {
      const response = await open(token);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('image/gif');
      expect((await response.arrayBuffer()).byteLength).toBe(GIF_BYTES);
    }
    const after = await eventually(figures, (one) => one.opensByVerdict.unclear >= bad.length);
    expect(after).toMatchObject({ readers: 0, opens: 0 });
    expect(after.opensByVerdict.unclear).toBe(bad.length);
  });

  test('a replayed token is the same reader once more, not another one', async () => {
    const before = await figures();
    for (let at = 0; at < 5; at++) await open(mine.tokens[1] ?? '');
    const after = await eventually(figures, (one) => one.opens >= before.opens + 5);
    expect(after).toMatchObject({ readers: before.readers + 1, opens: before.opens + 5 });
  });

  test("another publication's link leads where its catalog says, and counts for nobody here", async () => {
    const before = await figures();
    const response = await click(theirs.issue.links[0]?.id ?? '', mine.tokens[0] ?? '');
    expect(response.headers.get('location')).toBe('https://example.com/landing?x=1');
    await eventually(
      async () => (await readout.report(theirs.publication, theirs.issue.id)).links[0]?.clicks,
      // An unverified click is unclear: it is neither a human's nor a machine's.
      (clicks) => clicks === 0,
    );
    expect(await figures()).toEqual(before);
  });

  test("an issue of another publication is not found under one's own", async () => {
    const response = await readout.fetch(`/publications/${mine.publication}/issues/${theirs.issue.id}/report`);
    expect(response.status).toBe(404);
    expect(problem.parse(await response.json()).detail).toMatch(/issue/i);
  });

  test.each([
    ['an unknown link', '111111111111'],
    ['a destination in the path', 'https%3A%2F%2Fevil.example'],
    ['a destination in plain', '//evil.example'],
    ['nothing', ''],
  ])('a redirect never goes anywhere that is not in the catalog: %s', async (_name, id) => {
    const response = await fetch(`${readout.address}/c/${id}/token?url=https://evil.example&u=https://evil.example`, {
      redirect: 'manual',
    });
    expect(response.status).toBe(404);
    expect(response.headers.get('location')).toBeNull();
    const page = await response.text();
    expect(page).toContain('This link leads nowhere');
    expect(page).not.toContain('evil');
  });

  test('a damaged token does not keep a reader from where the link leads', async () => {
    const response = await click(mine.issue.links[0]?.id ?? '', 'broken');
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('https://example.com/landing?x=1');
    expect(response.headers.get('cache-control')).toContain('no-store');
  });

  test('64 KiB of headers are refused with 431', async () => {
    const line = await raw(`GET /o/${mine.issue.id}/x.gif HTTP/1.1\r\nhost: a\r\nx-big: ${'a'.repeat(65_536)}\r\n\r\n`);
    expect(line).toContain('431');
  });

  test.each([
    [
      'a NUL in the path',
      Buffer.from('GET /o/abc\0def/x.gif HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n', 'latin1'),
    ],
    [
      'a line break in the path',
      Buffer.from('GET /c/a\nb/x HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n', 'latin1'),
    ],
    [
      'two lengths',
      Buffer.from('POST /x HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab', 'latin1'),
    ],
  ])('%s is refused with 400', async (_name, bytes) => {
    expect(await raw(bytes)).toContain('400');
  });

  test('invalid UTF-8 in the path is a pixel for nobody, and a link that leads nowhere', async () => {
    const path = (text: string) =>
      raw(Buffer.from(`GET ${text} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n`, 'latin1'));
    expect(await path(`/o/${mine.issue.id}/\xff\xfe\xc3.gif`)).toMatch(/ (200|400) /);
    expect(await path('/c/\xff\xfe/x')).toMatch(/ (404|400) /);
    expect(await path('/o/%00%ff/%c3.gif')).toContain('200');
    expect(await path('/api/v1/publications/%ff/issues')).toMatch(/ 40[0-4] /);
  });

  test.each([
    'javascript:alert(1)',
    'java&#10;script:alert(1)',
    'data:text/html,x',
    'https://example.com/&#13;&#10;set-cookie:a=b',
  ])('an issue with the destination %s is refused, and says which it was', async (href) => {
    const response = await readout.fetch(`/publications/${mine.publication}/issues`, {
      body: { title: 'Bad', editions: [{ edition: 'whole', html: `<p><a href="${href}">x</a></p>` }] },
    });
    expect(response.status).toBe(422);
    const refusal = problem.parse(await response.json());
    expect(refusal.code).toBe('unsafe_destination');
    expect(refusal.detail.length).toBeGreaterThan(20);
  });

  test('no credentials, no figures', async () => {
    const path = `/publications/${mine.publication}/issues/${mine.issue.id}/report`;
    expect((await readout.fetch(path, { key: null })).status).toBe(401);
    expect((await readout.fetch(path, { key: 'ro_wrong' })).status).toBe(401);
  });

  test('other methods than GET and HEAD are refused by pixel and redirector', async () => {
    for (const path of [`/o/${mine.issue.id}/x.gif`, '/c/111111111111/x']) {
      const response = await fetch(readout.address + path, { method: 'POST', body: 'x' });
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe('GET, HEAD');
    }
  });
});
