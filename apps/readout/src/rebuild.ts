import { setTimeout as sleep } from 'node:timers/promises';
import { type JudgingStatus, judgingStatus } from '@readout/api-contract';
import { CommandError, call, checkKey, type Server } from './running-server.ts';

const LOOK_AGAIN_MS = 500;
const BAR = 30;

/**
 * Has a running Readout judge history and make all figures anew, and waits for it; how far it is stands on standard
 * error.
 * @param options.verdicts Judges the history of all publications, not just where it was last judged by other rules.
 */
export async function rebuild(server: Server, { verdicts = false }: { readonly verdicts?: boolean }): Promise<void> {
  checkKey(server);
  let status = await call(server, `/rebuild${verdicts ? '?verdicts=all' : ''}`, judgingStatus, {});
  const begun = performance.now();
  while (status.state === 'running') {
    show(status, performance.now() - begun);
    await sleep(LOOK_AGAIN_MS);
    status = await call(server, '/rebuild', judgingStatus);
  }
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  if (status.state === 'failed') throw new CommandError(status.error ?? 'The figures could not be made anew.');
  process.stderr.write(`${said(status)}All figures have been made anew from the events.\n`);
}

/** What judging history came to. */
function said({ judged, changed }: JudgingStatus): string {
  if (judged === 0) return 'No opens or clicks had to be judged anew.\n';
  const total = changed.reduce((sum, { count }) => sum + count, 0);
  const lines = changed.map(({ from, to, count }) => `  ${from} → ${to}: ${number(count)}\n`);
  const result = total === 0 ? 'none came out differently.' : `${number(total)} came out differently:`;
  return `${number(judged)} opens and clicks were judged anew; ${result}\n${lines.join('')}`;
}

function number(value: number): string {
  return value.toLocaleString('en');
}

/** On a terminal only: a log has no use for it. */
function show({ share, step }: JudgingStatus, elapsedMs: number): void {
  if (!process.stderr.isTTY) return;
  const full = Math.round(share * BAR);
  const left = share > 0.02 ? `, about ${Math.ceil((elapsedMs / share - elapsedMs) / 1_000)} s left` : '';
  const what = step === 'verdicts' ? 'judging history' : 'making figures';
  process.stderr.write(
    `\r\x1b[K[${'='.repeat(full)}${' '.repeat(BAR - full)}] ${Math.round(share * 100)} %, ${what}${left}`,
  );
}
