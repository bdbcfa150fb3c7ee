// npm run bench -- groups: how long it takes to count the groups of a publication with 2,000 issues, one a day, on a list
// that grew to some 500,000 readers, on the embedded engine. READOUT_BENCH_FOLDER keeps the tables for another run.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IssueId, PublicationId, ReaderId } from '@readout/events';
import { openEmbeddedEngine } from '../src/engine/embedded-engine.ts';
import { warehouseOver } from '../src/open-warehouse.ts';

const ISSUES = 2_000;
const PUBLICATION = 1 as PublicationId;
const WEEKS = 26;
const ROUNDS = 5;

const kept = process.env.READOUT_BENCH_FOLDER;
const folder = kept ?? (await mkdtemp(join(tmpdir(), 'readout-groups-')));
const engine = await openEmbeddedEngine(join(folder, 'groups'));
const warehouse = await warehouseOver(engine);
const [held] = await engine.rows<{ rows: number }>('SELECT count() AS rows FROM issue_figures');

/**
 * The list grows from 100,000 by 300 with each issue, and readers leave it after up to 6,000 issues, so that the sets have
 * holes. A tenth is premium, of a third opens are hidden, and of the others two in three read half of what they get.
 */
if ((held?.rows ?? 0) === 0) {
  for (let issue = 1; issue <= ISSUES; issue++) {
    await engine.command(`
      INSERT INTO issue_figures (publication, issue, partition, collector, position, events, sent, sent_free, sent_premium, openers, clickers, prefetched)
      SELECT 1, ${issue}, 0, 1, ${issue}, count(),
        groupBitmapState(reader), groupBitmapStateIf(reader, kept % 10 != 0), groupBitmapStateIf(reader, kept % 10 = 0),
        groupBitmapStateIf(reader, kept % 9 < 4 AND rand(1) % 100 < 50),
        groupBitmapStateIf(reader, kept % 9 < 8 AND rand(2) % 100 < 3),
        groupBitmapStateIf(reader, kept % 9 IN (6, 7, 8) AND rand(3) % 100 < 94)
      FROM (SELECT toUInt32(number + 1) AS reader, sipHash64(number) AS kept FROM numbers(${100_000 + issue * 300}))
      WHERE ${issue} < greatest(0, toInt64(reader) - 100000) / 300 + kept % 6000`);
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${issue} of ${ISSUES} issues`);
  }
  await engine.command('OPTIMIZE TABLE issue_figures FINAL');
}

const query = {
  publication: PUBLICATION,
  issues: Array.from({ length: ISSUES }, (_, at) => (at + 1) as IssueId),
  readsOneIn: 4,
};
const days = Array.from({ length: WEEKS }, (_, week) => {
  const to = ISSUES - week * 7;
  return { from: to - 30, to, lately: to - 90, mayBeOld: week > 0 };
});
/** Elapsed, and of the processors, both in milliseconds: the second says what it costs on a machine with nothing else to do. */
const timed = async (ask: () => Promise<unknown>) => {
  const [begun, used] = [performance.now(), process.cpuUsage()];
  await ask();
  const { user, system } = process.cpuUsage(used);
  return { elapsed: performance.now() - begun, processors: (user + system) / 1_000 };
};
/** The one in the middle of several. */
const usually = async (ask: () => Promise<unknown>) => {
  const all = [await timed(ask)];
  while (all.length < ROUNDS) all.push(await timed(ask));
  return all.sort((one, other) => one.elapsed - other.elapsed)[Math.floor(ROUNDS / 2)] ?? (await timed(ask));
};
const halfAYear = () => warehouse.readerGroups({ ...query, days });
const row = (what: string, { elapsed, processors }: Awaited<ReturnType<typeof timed>>) =>
  `| ${what} | ${elapsed.toFixed(0)} | ${processors.toFixed(0)} |`;
const first = await timed(halfAYear);
const again = await usually(halfAYear);
const [day] = days;
if (day === undefined) throw new Error('there is a day');
const page = await usually(() => warehouse.groupMembers({ ...query, day, pick: { group: null, after: 0, limit: 50 } }));
const alone = await usually(() => warehouse.groupMembers({ ...query, day, pick: { reader: 77_777 as ReaderId } }));
const [today] = await warehouse.readerGroups({ ...query, days: days.slice(0, 1) });
console.log('| what | elapsed ms | processor ms |\n|---|---|---|');
console.log(row('26 weeks, counted for the first time', first));
console.log(row(`26 weeks again: the present day is counted, the others are remembered (median of ${ROUNDS})`, again));
console.log(row(`fifty readers and their groups (median of ${ROUNDS})`, page));
console.log(row(`one reader and their group (median of ${ROUNDS})`, alone));
console.log(`\nReaders in the groups of the last day: ${JSON.stringify(today?.all)}`);
await engine.close();
if (kept === undefined) await rm(folder, { recursive: true, force: true });
