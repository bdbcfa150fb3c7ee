// npm test [-- jest arguments]: brings up what the tests need, runs all of them, ends with one line of counts.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.mjs';
import { prepare, refuse, root } from './prepare.mjs';

prepare();
const chromium = ensureChromium();
if (chromium === null) {
  refuse('The browser tests need Chromium and none was found: install it, or say where it is with READOUT_CHROMIUM.');
}

// One server for all suites, each with databases of its own on it: starting one takes seconds.
// Imported now: at the beginning it may not be installed yet.
const { tsImport } = await import('tsx/esm/api');
const { startPostgres } = await tsImport('../packages/catalog/src/testing/postgres-server.ts', import.meta.url);
const postgres = await startPostgres();

const folder = mkdtempSync(join(tmpdir(), 'readout-test-'));
const results = join(folder, 'results.json');
const jest = spawn(
  process.execPath,
  [
    join(root, 'node_modules/jest/bin/jest.js'),
    ...process.argv.slice(2),
    // Takes every word behind it for a reporter, so it comes after the caller's.
    '--reporters=default',
    '--json',
    `--outputFile=${results}`,
  ],
  {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...process.env,
      NODE_OPTIONS: '--experimental-vm-modules --no-warnings',
      READOUT_CHROMIUM: chromium,
      TEST_DATABASE_URL: postgres.url,
    },
  },
);
const [status] = await once(jest, 'close');
await postgres.stop();

let counts;
try {
  counts = JSON.parse(readFileSync(results, 'utf8'));
} catch {
  refuse('The test run ended without a result.');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
// A test file that could not even be loaded has no test that failed, and counts as one.
const failed = counts.numFailedTests + counts.numRuntimeErrorTestSuites;
const skipped = counts.numPendingTests + counts.numTodoTests;
console.log(`${counts.numPassedTests} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exit(status === 0 && failed === 0 && counts.numPassedTests > 0 ? 0 : 1);
