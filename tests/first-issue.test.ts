import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { recipientsResponse } from '@readout/api-contract';
import { READER_AGENT } from './browsers.ts';
import { eventually, OWNER_KEY, RunningReadout, temporaryFolder } from './running-readout.ts';

const ROOT = join(import.meta.dirname, '..');
const CLI = join(ROOT, 'apps/readout/dist/cli.js');
const HTML = `<h1>First</h1><p>In this issue</p><ul><li>One</li><li>Two</li></ul>
<h2>One</h2><p><a href="https://example.com/one">one</a></p>
<!-- paywall -->
<h2>Two</h2><p><a href="https://example.com/two">two</a></p>`;

/** docs/first-issue.md, done as it stands there. */
describe('the commands of docs/first-issue.md', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let readout: RunningReadout;
  let commands: readonly string[];

  beforeAll(async () => {
    folder = await temporaryFolder();
    readout = await RunningReadout.start(join(folder.path, 'data'));
    const text = await readFile(join(ROOT, 'docs/first-issue.md'), 'utf8');
    commands = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, code = '']) => code);
    await writeFile(join(folder.path, 'issue.html'), HTML);
  }, 60_000);
  afterAll(async () => {
    await readout?.kill('SIGTERM');
    await folder.remove();
  });

  const run = (command: string) =>
    promisify(execFile)('sh', ['-euc', command], {
      cwd: folder.path,
      env: { PATH: process.env.PATH ?? '', READOUT_URL: readout.address },
    });

  test('create an issue, say who gets it, and the figures move', async () => {
    const publication = await readout.createPublication('Mine');
    const [instrument = '', recipients = ''] = commands;
    const { stderr } = await run(
      instrument.replace('ro_…', OWNER_KEY).replace('npm run readout --', `'${process.execPath}' '${CLI}'`),
    );
    const issue = /Issue (\w{12}) “First”: 2 sections, 2 links, a paywall/.exec(stderr)?.[1] ?? `none in ${stderr}`;
    const { stdout } = await run(
      `READOUT_API_KEY=${OWNER_KEY}; ${recipients}`
        .replace('http://127.0.0.1:4400', readout.address)
        .replace('PUBLICATION', publication.id)
        .replace('ISSUE', issue),
    );
    const { tokens } = recipientsResponse.parse(JSON.parse(stdout));
    expect(tokens.map(({ reader }) => reader)).toEqual(['subscriber-17', 'subscriber-18']);

    const tracked = await readFile(join(folder.path, 'tracked.html'), 'utf8');
    const mine = tracked.replaceAll('{{ token }}', tokens[0]?.token ?? '');
    const pixel = /<img src="([^"]+)"/.exec(mine)?.[1] ?? '';
    expect((await fetch(pixel, { headers: { 'user-agent': READER_AGENT } })).status).toBe(200);
    const { figures } = await eventually(
      () => readout.report(publication.id, issue),
      (report) => report.figures.readers === 1,
    );
    expect(figures).toMatchObject({ sent: 2, delivered: 2, readers: 1, openRate: 0.5 });
  }, 60_000);

  test('nothing is created where the result could not be written', async () => {
    const command = `READOUT_API_KEY=${OWNER_KEY} '${process.execPath}' '${CLI}' instrument issue.html --out nowhere/x.html`;
    await expect(run(command)).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^nowhere\/x\.html cannot be written: .* No issue was created\.\n$/),
    });
  });

  test.each([
    ['a file that is not there', 'nowhere.html', OWNER_KEY, /nowhere\.html cannot be read/],
    ['a key that is not one', 'issue.html', 'not-a-key-of-this-readout', /valid key/],
    ['a file that is not UTF-8', 'latin.html', OWNER_KEY, /not UTF-8/],
    ['a link that must not be stored', 'bad.html', OWNER_KEY, /javascript:/],
  ])('say what is wrong with %s', async (_what, file, key, message) => {
    await writeFile(join(folder.path, 'latin.html'), Buffer.from('<h1>caf\xe9</h1>', 'latin1'));
    await writeFile(join(folder.path, 'bad.html'), '<h1>x</h1><a href="javascript:alert(1)">x</a>');
    const failed = run(`READOUT_API_KEY=${key} '${process.execPath}' '${CLI}' instrument ${file} --out /dev/null`);
    await expect(failed).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(message) });
    await expect(failed).rejects.not.toMatchObject({ stderr: expect.stringContaining('    at ') });
  });
});
