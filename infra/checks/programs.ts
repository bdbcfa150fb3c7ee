// The real programs that tests/infra.test.ts holds the files in here to. What is missing is fetched once into the user's
// cache or installed from Debian where root may; where neither is possible it fails with a sentence, and never skips.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { access, constants, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';

const REQUIREMENTS = join(import.meta.dirname, 'requirements.txt');

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Programs {
  /** Docker Compose; needs no engine for what only reads files. */
  compose(args: readonly string[], environment?: Environment): Promise<Ran>;
  hadolint(args: readonly string[]): Promise<Ran>;
  caddy: string;
  /** Runs a script of this folder: JSON in, JSON out. */
  script(name: string, input: unknown): Promise<unknown>;
}

/** Python with the packages that a file names, each by its content. @param name Of their folder in the user's cache. */
export async function pythonWith(
  requirements: string,
  name: string,
  environment: Environment,
): Promise<{ readonly python: string; readonly folder: string }> {
  const python = await ensureProgram('python3', ['python3', 'python3-pip'], environment);
  return { python, folder: await ensurePackages(python, requirements, name, environment) };
}

/** @param environment Of the caller's process: where programs and caches are. */
export async function ensurePrograms(environment: Environment): Promise<Programs> {
  const python = await ensureProgram('python3', ['python3', 'python3-pip'], environment);
  const caddy = await ensureProgram('caddy', ['caddy'], environment);
  const folder = await ensurePackages(python, REQUIREMENTS, 'infra-programs', environment);
  return {
    caddy,
    compose: (args, more = {}) => run(join(folder, 'bin/docker-compose'), args, { PATH: environment['PATH'], ...more }),
    hadolint: (args) => run(join(folder, 'bin/hadolint'), args, environment),
    async script(name, input) {
      const settings = { ...environment, PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: '1' };
      const ran = await run(python, [join(import.meta.dirname, name)], settings, JSON.stringify(input));
      if (ran.status !== 0) throw new Error(`${name} failed: ${ran.stderr}`);
      return JSON.parse(ran.stdout);
    },
  };
}

export async function run(
  command: string,
  args: readonly string[],
  environment: Environment,
  input = '',
): Promise<Ran> {
  const child = spawn(command, args, { env: { ...environment }, stdio: 'pipe' });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [[status], stdout, stderr] = await Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]);
  return { status, stdout, stderr };
}

/** The folder of the packages that a file names, each of which has to have the content that is named there. */
async function ensurePackages(
  python: string,
  requirements: string,
  name: string,
  environment: Environment,
): Promise<string> {
  const wanted = createHash('sha256')
    .update(await readFile(requirements))
    .digest('hex')
    .slice(0, 16);
  const cache = join(environment['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'readout');
  const folder = join(cache, `${name}-${wanted}`);
  if (await isThere(folder)) return folder;
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, `${name}-fetching-`));
  try {
    const options = ['--quiet', '--no-input', '--disable-pip-version-check', '--no-warn-script-location'];
    const content = ['--only-binary=:all:', '--require-hashes', '--requirement', requirements];
    const args = ['-m', 'pip', 'install', ...options, ...content, '--target', join(work, 'packages')];
    const ran = await run(python, args, environment);
    if (ran.status !== 0) {
      throw new Error(`The tests need what ${requirements} names, and pip: ${ran.stderr}`);
    }
    await rename(join(work, 'packages'), folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return folder;
}

async function ensureProgram(
  name: string,
  debianPackages: readonly string[],
  environment: Environment,
): Promise<string> {
  const found = await find(name, environment);
  if (found !== null) return found;
  let failure = 'it can be installed by root on Debian only';
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    const settings = { ...environment, DEBIAN_FRONTEND: 'noninteractive' };
    const lock = ['-o', 'DPkg::Lock::Timeout=300'];
    await run('apt-get', [...lock, 'update', '-qq'], settings);
    const options = [...lock, 'install', '-y', '-qq', '--no-install-recommends'];
    failure = (await run('apt-get', [...options, ...debianPackages], settings)).stderr;
    const installed = await find(name, environment);
    if (installed !== null) return installed;
  }
  throw new Error(`The tests need ${name} (Debian: apt-get install ${debianPackages.join(' ')}): ${failure}`);
}

async function find(name: string, environment: Environment): Promise<string | null> {
  for (const folder of (environment['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, name);
    if (await isThere(path, constants.X_OK)) return path;
  }
  return null;
}

function isThere(path: string, mode = constants.F_OK): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  );
}
