import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isPublicId } from '@readout/events';
import postgres from 'postgres';
import { openEmbedded } from './embedded.ts';
import { CatalogUnavailableError } from './errors.ts';
import { MIGRATIONS, migrate } from './migrate.ts';
import { openCatalog } from './open-catalog.ts';
import { openServer } from './server.ts';
import { Store } from './store.ts';
import { newPublication } from './testing/engines.ts';
import { bareIssue } from './testing/new-issue.ts';
import { type PostgresServer, startPostgres } from './testing/postgres-server.ts';

let folder: string;
let server: PostgresServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readout-catalog-'));
  server = await startPostgres();
}, 60_000);
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}, 60_000);

const ADVICE = /: (start|correct|see|make|create|upgrade|restore|write)[^.]*.*\.$/;

async function refusalOf(opening: Promise<{ close(): Promise<void> }>): Promise<string> {
  const outcome = await opening.then(
    (catalog) => catalog.close(),
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(CatalogUnavailableError);
  if (!(outcome instanceof CatalogUnavailableError)) return '';
  expect(outcome.code).toBe('CATALOG_UNAVAILABLE');
  expect(outcome.message).toMatch(ADVICE);
  return outcome.message;
}

describe('an embedded catalog', () => {
  test('is made where there is none, and keeps everything when it is opened again', async () => {
    const path = join(folder, 'made', 'on the way', 'catalog');
    const first = await openCatalog({ kind: 'embedded', path });
    const publication = await newPublication(first, 'Olas');
    const issue = await first.createIssue(
      publication.id,
      bareIssue({ links: [{ url: 'https://example.com/', text: 'x', kind: 'outbound', section: null }] }),
    );
    const readers = await first.upsertReaders(publication.id, [{ reference: new Uint8Array(32), segment: 'trial' }]);
    const key = await first.signingKey(publication.id);
    const secret = await first.installationSecret('s');
    await first.close();
    await first.close();

    const again = await openCatalog({ kind: 'embedded', path });
    await again.ping();
    expect(await again.listPublications()).toEqual([publication]);
    expect(await again.findIssue(publication.id, issue.publicId)).toEqual(issue);
    expect(await again.upsertReaders(publication.id, [{ reference: new Uint8Array(32), segment: 'trial' }])).toEqual(
      readers,
    );
    expect(await again.signingKey(publication.id)).toEqual(key);
    expect(await again.installationSecret('s')).toEqual(secret);
    await again.close();
  });

  test('killed while it writes has every issue that it acknowledged, whole', async () => {
    const path = join(folder, 'killed');
    const program = join(import.meta.dirname, 'testing', 'write-until-killed.ts');
    let printed = '';
    for (let round = 0; round < 3; round++) {
      const child = spawn(process.execPath, ['--import', 'tsx', program, path], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
      });
      await once(child.stdout, 'data');
      await sleep(Math.random() * 150);
      child.kill('SIGKILL');
      await once(child, 'close');
      if (!printed.endsWith('\n')) printed += ' was cut off\n';
    }
    const acknowledged = printed.split('\n').filter(isPublicId);
    expect(acknowledged.length).toBeGreaterThan(3);
    const catalog = await openCatalog({ kind: 'embedded', path });
    const publications = await catalog.listPublications();
    for (const publicId of acknowledged) {
      const issues = await Promise.all(publications.map(({ id }) => catalog.findIssue(id, publicId)));
      expect(issues.find((issue) => issue !== null)?.links).toHaveLength(3);
    }
    await newPublication(catalog);
    await catalog.close();
  }, 60_000);

  test('that cannot be opened says where it is and what to do', async () => {
    const file = join(folder, 'a file');
    await writeFile(file, '');
    expect(await refusalOf(openCatalog({ kind: 'embedded', path: join(file, 'catalog') }))).toContain(file);
  });
});

describe('a catalog on a server', () => {
  test('is set up once by two processes that start together, and both can use it', async () => {
    const config = { kind: 'server', url: await server.newDatabase() } as const;
    const opened = await Promise.all(Array.from({ length: 4 }, () => openCatalog(config)));
    const made = await Promise.all(opened.map((catalog) => newPublication(catalog)));
    for (const catalog of opened) {
      expect((await catalog.listPublications()).map(({ id }) => id)).toEqual(
        made.map(({ id }) => id).sort((a, b) => a - b),
      );
    }
    const secrets = await Promise.all(opened.map((catalog) => catalog.installationSecret('one')));
    expect(new Set(secrets.map((secret) => Buffer.from(secret).toString('hex'))).size).toBe(1);
    await Promise.all(opened.map((catalog) => catalog.close()));
  });

  test('that one user owns can be opened by another who may only read and write', async () => {
    const url = await server.newDatabase();
    await (await openCatalog({ kind: 'server', url })).close();
    const admin = postgres(url, { max: 1 });
    const role = `readout_test_${process.pid}`;
    await admin.unsafe(`
      create role ${role} login password 'let me in';
      revoke create on schema public from public;
      grant select, insert, update, delete on all tables in schema public to ${role};`);
    const address = new URL(url);
    address.username = role;
    address.password = 'let me in';
    const catalog = await openCatalog({ kind: 'server', url: address.href });
    expect((await newPublication(catalog)).name).toBe('The Low Tide');
    await catalog.close();
    await admin.unsafe(`drop owned by ${role}; drop role ${role}`);
    await admin.end();
  });

  test('may stand in a schema of its own', async () => {
    const url = await server.newDatabase();
    const admin = postgres(url, { max: 1 });
    await admin`create schema letters`;
    const address = new URL(url);
    address.searchParams.set('search_path', 'letters');
    const catalog = await openCatalog({ kind: 'server', url: address.href });
    await newPublication(catalog);
    await catalog.close();
    expect(await admin`select name from letters.publications`).toHaveLength(1);
    await admin.end();
  });

  test('lists a page of issues from the index, without sorting', async () => {
    const url = await server.newDatabase();
    await (await openCatalog({ kind: 'server', url })).close();
    const admin = postgres(url, { max: 1 });
    const plan = await admin.begin(async (sql) => {
      await sql`set local enable_seqscan = off`;
      await sql`set local enable_bitmapscan = off`;
      return sql`explain (format json) select * from issues
        where publication = 1 and (sent_at, id) < (now(), 5) order by sent_at desc, id desc limit 50`;
    });
    await admin.end();
    expect(JSON.stringify(plan)).toContain('issues_newest_first');
    expect(JSON.stringify(plan)).not.toContain('Sort');
  });

  test('that nobody answers for says so, and not the password', async () => {
    const message = await refusalOf(openCatalog({ kind: 'server', url: 'postgres://me:hunter2@127.0.0.1:1/letters' }));
    expect(message).toMatch(/^PostgreSQL at 127\.0\.0\.1:1 \(database letters\) does not answer \(ECONNREFUSED\)/);
    expect(message).not.toContain('hunter2');
  });

  test.each([
    ['another password', { password: 'hunter2' }, 'does not accept the user or the password'],
    ['a user who is not there', { username: 'nobody_at_all' }, 'does not accept the user or the password'],
    ['a database that is not there', { pathname: '/nowhere' }, 'has no such database'],
    ['a setting that is not there', { search: '?no_such_setting=1' }, 'no_such_setting'],
  ])('refuses %s in one sentence', async (_name, change, reason) => {
    const address = Object.assign(new URL(await server.newDatabase()), change);
    const message = await refusalOf(openCatalog({ kind: 'server', url: address.href }));
    expect(message).toContain(reason);
    expect(message).not.toContain(address.password);
  });

  test.each(['not an address', 'postgres://me:hunter2@[::1', 'postgres://me:hun%ter2@host/x'])(
    'cannot be at %p',
    async (url) => {
      const message = await refusalOf(openCatalog({ kind: 'server', url }));
      expect(message).not.toMatch(/hun.*ter2/);
    },
  );

  test('that goes away is told from one that has nothing, and serves again once it is back', async () => {
    const way = await wayTo(await server.newDatabase());
    const catalog = await openCatalog({ kind: 'server', url: way.url });
    const publication = await newPublication(catalog);
    await way.block();
    await expect(catalog.ping()).rejects.toThrow(CatalogUnavailableError);
    await expect(catalog.findPublication(publication.publicId)).rejects.toThrow(CatalogUnavailableError);
    await expect(catalog.createIssue(publication.id, bareIssue())).rejects.toThrow(CatalogUnavailableError);
    await way.open();
    let answer: unknown;
    for (let tries = 0; tries < 50 && answer === undefined; tries++) {
      answer = await catalog.findPublication(publication.publicId).catch(() => undefined);
    }
    expect(answer).toEqual(publication);
    await catalog.close();
    await way.block();
  });
});

describe('the tables', () => {
  const engines = [
    ['PGlite', () => openEmbedded(null)],
    ['PostgreSQL', async () => openServer(await server.newDatabase())],
  ] as const;

  test.each(engines)('of a newer version are left alone, on %s', async (_name, open) => {
    const engine = await open();
    const store = new Store(engine);
    const newer = join(folder, 'newer');
    await cp(MIGRATIONS, newer, { recursive: true });
    const journalPath = join(newer, 'meta', '_journal.json');
    const journal = JSON.parse(await readFile(journalPath, 'utf8'));
    journal.entries.push({ ...journal.entries[0], idx: 1, when: journal.entries[0].when + 1, tag: '0001_later' });
    await writeFile(journalPath, JSON.stringify(journal));
    await writeFile(join(newer, '0001_later.sql'), 'alter table "owner" add column "later" text');

    await migrate(store, MIGRATIONS);
    await migrate(store, newer);
    await migrate(store, newer);
    await expect(migrate(store, MIGRATIONS)).rejects.toThrow(CatalogUnavailableError);
    await expect(migrate(store, MIGRATIONS)).rejects.toThrow(
      /^The catalog was written by a newer version of Readout: /,
    );
    await engine.close();
  });

  test.each(engines)('stay as they were where a change of them fails, on %s', async (_name, open) => {
    const engine = await open();
    const store = new Store(engine);
    const broken = join(folder, 'broken');
    await cp(MIGRATIONS, broken, { recursive: true });
    const [first = ''] = (await readFile(join(broken, '0000_catalog.sql'), 'utf8')).split('--> statement-breakpoint');
    await writeFile(join(broken, '0000_catalog.sql'), `${first}--> statement-breakpoint\nselect nonsense`);
    await expect(migrate(store, broken)).rejects.toMatchObject({ code: 'CATALOG_QUERY' });
    await migrate(store, MIGRATIONS);
    await engine.close();
  });
});

/** A way to a server that can be blocked and opened again. */
async function wayTo(url: string): Promise<{ url: string; block(): Promise<void>; open(): Promise<void> }> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let gate: Server | undefined;
  let port = 0;
  const open = () =>
    new Promise<void>((resolve) => {
      gate = createServer((socket) => {
        const onward = connect(Number(target.port || 5432), target.hostname);
        for (const [from, to] of [
          [socket, onward],
          [onward, socket],
        ] as const) {
          sockets.add(from);
          from.on('error', () => to.destroy());
          from.on('close', () => to.destroy());
          from.pipe(to);
        }
      }).listen(port, '127.0.0.1', resolve);
    });
  await open();
  const address = gate?.address();
  if (typeof address !== 'object' || address === null) throw new Error('no way to the server');
  port = address.port;
  return {
    url: Object.assign(new URL(url), { host: `127.0.0.1:${port}` }).href,
    open,
    block: () =>
      new Promise((resolve) => {
        gate?.close(() => resolve());
        for (const socket of sockets) socket.destroy();
        sockets.clear();
      }),
  };
}
