import { setTimeout as sleep } from 'node:timers/promises';
import { rebuildStatus } from '@readout/api-contract';
import { CommandError, call, checkKey, type Server } from './running-server.ts';

const LOOK_AGAIN_MS = 500;
const BAR = 30;

/** Has a running Readout make all figures anew, and waits for it; how far it is stands on standard error. */
export async function rebuild(server: Server): Promise<void> {
  checkKey(server);
  let status = await call(server, '/rebuild', rebuildStatus, {});
  const begun = performance.now();
  while (status.state === 'running') {
    show(status.share, performance.now() - begun);
    await sleep(LOOK_AGAIN_MS);
    status = await call(server, '/rebuild', rebuildStatus);
  }
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  if (status.state === 'failed') throw new CommandError(status.error ?? 'The figures could not be made anew.');
  process.stderr.write('All figures have been made anew from the events.\n');
}

/** On a terminal only: a log has no use for it. */
function show(share: number, elapsedMs: number): void {
  if (!process.stderr.isTTY) return;
  const full = Math.round(share * BAR);
  const left = share > 0.02 ? `, about ${Math.ceil((elapsedMs / share - elapsedMs) / 1_000)} s left` : '';
  process.stderr.write(`\r\x1b[K[${'='.repeat(full)}${' '.repeat(BAR - full)}] ${Math.round(share * 100)} %${left}`);
}
