// Everything a fresh clone needs before Readout can run. Uses nothing but Node, and no syntax that an old Node
// could not at least read, so that a Node too old is told so instead of failing on a comma.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const LEAST_NODE = [20, 19];
const PLATFORMS = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

/** Ends the process with one sentence. */
export function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Refuses a Node or a platform that Readout does not run on. */
export function checkMachine() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1])) {
    refuse(
      `Readout needs Node ${LEAST_NODE.join('.')} or newer, and this is Node ${process.versions.node}. Install a current Node from https://nodejs.org and try again.`,
    );
  }
  const platform = `${process.platform}-${process.arch}`;
  if (!PLATFORMS.includes(platform)) {
    refuse(
      `Readout runs on Linux and macOS (x64 and arm64), and this is ${platform}. On Windows, run it inside WSL 2.`,
    );
  }
}

/** Installs the dependencies where they are missing or the lock file has changed since. */
export function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.readout-installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const fresh = !existsSync(join(root, 'node_modules', '.package-lock.json'));
  console.error(fresh ? 'Installing dependencies (once, about a minute) …' : 'Updating dependencies …');
  run(
    'npm',
    [fresh ? 'ci' : 'install', '--no-audit', '--no-fund', '--loglevel=error'],
    'The dependencies could not be installed.',
  );
  writeFileSync(stamp, wanted);
}

/** Builds what is stale; a second time this takes turbo's cache. */
export function build() {
  if (!existsSync(join(root, 'apps', 'readout', 'dist'))) console.error('Building (once, about half a minute) …');
  const turbo = join(root, 'node_modules', '.bin', 'turbo');
  run(turbo, ['run', 'build', '--output-logs=errors-only', '--log-order=grouped'], 'The build failed.', true);
}

/** Install and build: afterwards every package has its dist. */
export function prepare() {
  checkMachine();
  install();
  build();
}

function run(command, args, failure, quiet = false) {
  const result = spawnSync(command, args, {
    cwd: root,
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1' },
    // Standard output belongs to the program that is started afterwards.
    stdio: ['ignore', quiet ? 'pipe' : 2, 2],
  });
  if (result.status === 0) return;
  if (quiet && result.stdout) process.stderr.write(result.stdout);
  refuse(`${failure} ${result.error ? result.error.message : 'See the messages above.'}`);
}
