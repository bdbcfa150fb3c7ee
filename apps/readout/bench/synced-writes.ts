// What it costs to have a group commit's bytes on disk: added to the end of a file, or written into room that was
// made ahead (docs/decisions/0005). Alternating rounds, on one thread, so that the processor's time can be told.
import { closeSync, constants, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROUNDS = 5;
const WRITES = 2_000;
/** About fifty records. */
const BYTES = 14_000;
const FLAGS = constants.O_RDWR | constants.O_CREAT | constants.O_TRUNC | constants.O_DSYNC;

interface Cost {
  /** Microseconds for each write. */
  readonly elapsed: number;
  readonly processor: number;
}

function write(path: string, ahead: boolean): Cost {
  const file = openSync(path, FLAGS, 0o600);
  try {
    if (ahead) writeSync(file, Buffer.alloc(WRITES * BYTES), 0, WRITES * BYTES, 0);
    fsyncSync(file);
    const bytes = Buffer.alloc(BYTES, 'a');
    const [began, before] = [performance.now(), process.cpuUsage()];
    for (let at = 0; at < WRITES; at++) writeSync(file, bytes, 0, BYTES, at * BYTES);
    const { user, system } = process.cpuUsage(before);
    return { elapsed: ((performance.now() - began) * 1000) / WRITES, processor: (user + system) / WRITES };
  } finally {
    closeSync(file);
  }
}

const median = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? Number.NaN;
const folder = mkdtempSync(join(tmpdir(), 'readout-bench-'));
try {
  const costs = { appended: [] as Cost[], ahead: [] as Cost[] };
  for (let round = 0; round < ROUNDS; round++) {
    costs.appended.push(write(join(folder, 'appended'), false));
    costs.ahead.push(write(join(folder, 'ahead'), true));
  }
  const base = median(costs.appended.map(({ elapsed }) => elapsed));
  console.log(`Medians of ${ROUNDS} rounds of ${WRITES} writes of ${BYTES} bytes, O_DSYNC\n`);
  console.log('| write | µs | of the baseline | processor µs |');
  console.log('|---|---|---|---|');
  for (const [name, rounds] of Object.entries({ 'at the end': costs.appended, 'into room made ahead': costs.ahead })) {
    const elapsed = median(rounds.map((one) => one.elapsed));
    const processor = median(rounds.map((one) => one.processor));
    console.log(`| ${name} | ${elapsed.toFixed(0)} | ${(elapsed / base).toFixed(2)} | ${processor.toFixed(0)} |`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
