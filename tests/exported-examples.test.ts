import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { issueList } from '@readout/api-contract';
import { pythonWith } from '../infra/checks/programs.ts';
import { eventually, OWNER_KEY, RunningReadout, temporaryFolder } from './running-readout.ts';

const ROOT = join(import.meta.dirname, '..');
const CLI = join(ROOT, 'apps/readout/dist/cli.js');
/** Each starts programs, on a machine that may have much else to do. */
const PATIENCE_MS = 300_000;
const BROWSER = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

interface Ran {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** What docs/exports.md shows, run as it stands there; what needs a public address or a spreadsheet cannot be. */
describe('the examples of exports', () => {
  jest.setTimeout(PATIENCE_MS);
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let readout: RunningReadout;
  let publication: string;
  let python: Awaited<ReturnType<typeof pythonWith>>;
  let page: string;
  let work: string;
  beforeAll(async () => {
    python = await pythonWith(join(import.meta.dirname, 'exported/requirements.txt'), 'export-examples', process.env);
    page = await readFile(join(ROOT, 'docs/exports.md'), 'utf8');
    folder = await temporaryFolder();
    work = join(folder.path, 'work');
    await mkdir(work);
    readout = await RunningReadout.start(join(folder.path, 'data'), 0, [], { READOUT_SETTLE_SECONDS: '1' });
    publication = (await readout.createPublication('Tide Table')).id;
    const first = await readout.sendIssue(publication, 'The first', 2, 6);
    const second = await readout.sendIssue(publication, 'The second', 1, 6);
    for (const [{ links, tokens }, some] of [
      [first, 3],
      [second, 2],
    ] as const) {
      for (const token of tokens.slice(0, some)) {
        await fetch(`${readout.address}/c/${links[0]?.id}/${token}`, {
          redirect: 'manual',
          headers: { 'user-agent': BROWSER, accept: 'text/html' },
        });
      }
    }
    await eventually(
      figures,
      (issues) => issues.every(({ settling }) => settling === 0) && issues.reduce((n, one) => n + one.clicks, 0) === 5,
      60_000,
    );
  }, 600_000);
  afterAll(async () => {
    await readout?.kill('SIGTERM');
    await folder?.remove();
  });

  async function figures() {
    const { items } = await readout.call(issueList, `/publications/${publication}/issues?limit=100`);
    return items.map(({ title, figures: { readers, openRate, clicks, settling } }) => ({
      title,
      readers,
      openRate,
      clicks,
      settling,
    }));
  }

  async function run(command: string, args: readonly string[], more: Record<string, string> = {}): Promise<Ran> {
    const env = {
      PATH: process.env['PATH'],
      HOME: work,
      READOUT_URL: readout.address,
      READOUT_API_KEY: OWNER_KEY,
      PUBLICATION: publication,
      PYTHONPATH: python.folder,
      ...more,
    };
    const child = spawn(command, args, { cwd: work, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const [[status], out, err] = await Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]);
    return { status, out, err };
  }
  const command = (...args: readonly string[]) => run(process.execPath, [CLI, ...args]);

  /** The block of a language that comes after some words, with the address of this Readout in it. */
  function example(language: string, after: string): string {
    const from = page.indexOf(after);
    const [, block] = new RegExp(`\`\`\`${language}\n([\\s\\S]+?)\`\`\``).exec(page.slice(from)) ?? [];
    if (from < 0 || block === undefined) throw new Error(`docs/exports.md has no ${language} after ${after}`);
    return block.replaceAll('http://127.0.0.1:4400', readout.address);
  }

  test('curl: a file with the figures of the list of issues', async () => {
    const { status, err } = await run('bash', ['-euc', example('sh', 'curl, with the key')]);
    expect([status, err.includes('error')]).toEqual([0, false]);
    const lines = (await readFile(join(work, 'issues.csv'), 'utf8')).trimEnd().split('\n');
    expect(lines).toHaveLength(3);
  });

  test('TypeScript: line by line', async () => {
    const script = `const { READOUT_URL: url, READOUT_API_KEY: key, PUBLICATION: publication } = process.env;\n${example('ts', 'TypeScript, line by line')}`;
    await writeFile(join(work, 'clicks.mts'), script);
    const loader = import.meta.resolve('tsx');
    const { status, out, err } = await run(process.execPath, ['--import', loader, join(work, 'clicks.mts')]);
    expect([status, err]).toEqual([0, '']);
    expect(out.trimEnd().split('\n')).toEqual(Array(5).fill('https://example.com/source'));
  });

  test('Python with Polars', async () => {
    await writeFile(join(work, 'issues.py'), example('python', 'Python with Polars'));
    const { status, out, err } = await run(python.python, [join(work, 'issues.py')]);
    expect([status, err]).toEqual([0, '']);
    for (const { title, readers } of await figures()) {
      expect(out).toMatch(new RegExp(`${title}\\s*┆\\s*${readers}\\s*┆`));
    }
  });

  test('DuckDB over Parquet in parts, as the command line writes them', async () => {
    const exported = await command('export', 'events', '--format', 'parquet', '--parts', 'events');
    expect([exported.status, exported.err]).toEqual([0, expect.stringContaining('all of them whole')]);
    await writeFile(join(work, 'readers.sql'), example('sql', 'DuckDB over Parquet'));
    const script = `import duckdb, json; print(json.dumps(duckdb.sql(open('readers.sql').read()).fetchall()))`;
    const { status, out, err } = await run(python.python, ['-c', script]);
    expect([status, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toEqual(
      (await figures()).map(({ title, readers }) => [title, readers]).toSorted((a, b) => Number(b[1]) - Number(a[1])),
    );
  });

  test.each(['csv', 'ndjson', 'parquet', 'arrow'])(
    'Polars reads issues as %s, and they are those of the API',
    async (format) => {
      const out = `issues-read.${format}`;
      expect((await command('export', 'issues', '--out', out, '--format', format)).status).toBe(0);
      const reader = { csv: 'read_csv', ndjson: 'read_ndjson', parquet: 'read_parquet', arrow: 'read_ipc_stream' }[
        format
      ];
      const script = `import polars, json; print(json.dumps(polars.${reader}('${out}').select('title', 'readers', 'open_rate').rows()))`;
      const { out: read, err } = await run(python.python, ['-c', script]);
      expect(err).toBe('');
      expect(JSON.parse(read)).toEqual(
        (await figures()).map(({ title, readers, openRate }) => [title, readers, openRate]),
      );
    },
  );

  test('SQL of one’s own: as a table, as CSV, and as Parquet that DuckDB reads', async () => {
    const sql = 'SELECT title, readers FROM issues ORDER BY readers DESC';
    const table = await command('sql', sql);
    expect([table.status, table.err]).toEqual([0, '']);
    const [most] = (await figures()).toSorted((a, b) => b.readers - a.readers);
    expect(table.out.split('\n')[2]).toMatch(new RegExp(`^${most?.title} +${most?.readers}$`));
    expect((await command('sql', sql, '--format', 'csv')).out.split('\n')[0]).toBe('"title","readers"');
    expect((await command('sql', sql, '--out', 'own.parquet')).status).toBe(0);
    const script = `import duckdb; print(duckdb.sql("SELECT sum(readers) FROM 'own.parquet'").fetchall()[0][0])`;
    const { out, err } = await run(python.python, ['-c', script]);
    expect(err).toBe('');
    expect(Number(out)).toBe((await figures()).reduce((sum, { readers }) => sum + readers, 0));
    const refused = await command('sql', `SELECT * FROM file('/etc/passwd')`, '--out', 'refused.csv');
    expect([refused.status, refused.out]).toEqual([1, '']);
    expect(refused.err).toContain('The function file cannot be used here');
    expect((await readdir(work)).filter((name) => name.startsWith('refused'))).toEqual([]);
  });
});
