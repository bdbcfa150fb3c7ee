// npm run bench -- groups: how long it takes to count the groups of a publication with 2,000 issues, one a day, of which
// the last went out to 500,000 readers, on the embedded engine. READOUT_BENCH_FOLDER keeps the tables for another run.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IssueId, PublicationId } from '@readout/events';
import { openEmbeddedEngine } from '../src/engine/embedded-engine.ts';
import { warehouseOver } from '../src/open-warehouse.ts';
import type { GroupQuery } from '../src/reader-groups.ts';

const ISSUES = 2_000;
const PUBLICATION = 1 as PublicationId;
const WEEKS = 26;
const ROUNDS = 5;

const kept = process.env.READOUT_BENCH_FOLDER;
const folder = kept ?? (await mkdtemp(join(tmpdir(), 'readout-groups-')));
const engine = await openEmbeddedEngine(join(folder, 'groups'));
const warehouse = await warehouseOver(engine);
const [held] = await engine.rows<{ rows: number }>('SELECT count() AS rows FROM issue_figures');

/** The list grows from 100,000; of those an issue is sent to a tenth are premium, 45 % read, 35 % are fetched ahead. */
if ((held?.rows ?? 0) === 0) {
  for (let issue = 1; issue <= ISSUES; issue++) {
    const readers = 100_000 + Math.round((issue / ISSUES) * 400_000);
    await engine.command(`
      INSERT INTO issue_figures (publication, issue, partition, collector, position, events, sent, sent_free, sent_premium, openers, clickers, prefetched)
      SELECT 1, ${issue}, 0, 1, ${issue}, count(),
        groupBitmapState(reader), groupBitmapStateIf(reader, reader % 10 != 0), groupBitmapStateIf(reader, reader % 10 = 0),
        groupBitmapStateIf(reader, sipHash64(reader) % 100 < 70 AND rand() % 100 < 60),
        groupBitmapStateIf(reader, sipHash64(reader) % 100 < 70 AND rand() % 100 < 5),
        groupBitmapStateIf(reader, sipHash64(reader) % 100 >= 55 AND rand() % 100 < 94)
      FROM (SELECT toUInt32(number + 1) AS reader FROM numbers(${readers}))`);
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${issue} of ${ISSUES} issues`);
  }
  await engine.command('OPTIMIZE TABLE issue_figures FINAL');
}

const of = (weeksAgo: number): GroupQuery => {
  const all = Array.from({ length: ISSUES - weeksAgo * 7 }, (_, at) => (at + 1) as IssueId);
  return { publication: PUBLICATION, window: all.slice(-30), earlier: all.slice(0, -30), lately: 60, readsOneIn: 4 };
};
const timed = async (ask: () => Promise<unknown>) => {
  const begun = performance.now();
  await ask();
  return performance.now() - begun;
};
const halfAYear = async () => {
  for (let week = 0; week < WEEKS; week++) await warehouse.readerGroups({ ...of(week), mayBeOld: week > 0 });
};
const first = await timed(halfAYear);
const again: number[] = [];
for (let round = 0; round < ROUNDS; round++) again.push(await timed(halfAYear));
const middle = again.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
const { all } = await warehouse.readerGroups(of(0));
console.log(`| what | ms |\n|---|---|`);
console.log(`| 26 weeks, counted for the first time | ${first.toFixed(0)} |`);
console.log(
  `| 26 weeks again: past ones are remembered, the present day is counted (median of ${ROUNDS}) | ${middle.toFixed(0)} |`,
);
console.log(`\nReaders in the groups of the last day: ${JSON.stringify(all)}`);
await engine.close();
if (kept === undefined) await rm(folder, { recursive: true, force: true });
