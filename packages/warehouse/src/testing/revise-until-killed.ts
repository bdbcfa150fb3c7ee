// Makes every verdict `scanner` in a warehouse of its own. With `kill` it ends as by kill -9 in the middle of the
// mutation, with `finish` it goes on to the end and prints how many there are of each verdict.
// Arguments: folder, `kill` or `finish`.
import { setTimeout as sleep } from 'node:timers/promises';
import type { IssueId, PublicationId } from '@readout/events';
import { openEmbeddedEngine } from '../engine/embedded-engine.ts';
import { fetchesOf } from '../questions/judged-fetches.sql.ts';
import { migrate } from '../schema/migrate.ts';
import type { Revision } from '../verdict-history.ts';
import { reviseVerdicts } from '../writing/revise-verdicts.ts';

const EVENTS = 200_000;
const whole = { publication: 1 as PublicationId, issue: 1 as IssueId, of: 1, remainder: 0 };
const [folder = '', what] = process.argv.slice(2);

const engine = await openEmbeddedEngine(folder);
await migrate(engine);
const [held] = await engine.written<{ rows: number }>('SELECT count() AS rows FROM events');
if (held?.rows === 0) {
  await engine.command(
    `INSERT INTO events (publication, issue, kind, time, reader, verdict, reasons, client, method, partition, collector, position)
     SELECT 1, 1, 'opened', toDateTime64('2026-03-02 06:00:00', 3, 'UTC') + number % 1000, 1 + number, 'human', 'ordinary_client', 'Chrome 142 / Windows', 'GET', 0, 1, number
     FROM numbers(${EVENTS})`,
  );
}
async function* allScanners(): AsyncGenerator<readonly Revision[]> {
  const { fetches } = await fetchesOf(engine, whole);
  yield fetches.flatMap(({ key, partition, verdict }) =>
    verdict === 'scanner' ? [] : [{ key, partition, verdict: 'scanner' as const, reasons: ['x'], confidence: 1 }],
  );
}
const revised = reviseVerdicts(engine, whole.publication, allScanners(), 50_000);
while (what === 'kill') {
  const [mutations] = await engine.rows<{ running: number }>(
    'SELECT count() AS running FROM system.mutations WHERE NOT is_done',
  );
  if ((mutations?.running ?? 0) > 0) process.kill(process.pid, 'SIGKILL');
  await sleep(1);
}
await revised;
const counts = await engine.written<{ verdict: string; events: number }>(
  'SELECT verdict, count() AS events FROM events GROUP BY verdict',
);
process.stdout.write(`${JSON.stringify(counts)}\n`);
await engine.close();
process.exit(0);
