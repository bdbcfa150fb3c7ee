// The faults of the clustered deployment for longer than a test may take: rounds of kills, ten minutes without
// ClickHouse, ingesters that come and go. Ends with a table; fails where anything answered is not counted, or anything
// is counted twice.
import { cpus } from 'node:os';
import { Cluster } from '../clustered/cluster.ts';
import {
  brokerKilled,
  clickhouseAway,
  comingAndGoing,
  ingestersKilled,
  type Point,
  replayed,
  zombie,
} from '../clustered/cluster-faults.ts';
import type { Outcome } from '../faults/program-faults.ts';

/** A share of everything may be asked for, to try the script itself. */
const SHARE = Number(process.argv[2] ?? 1);
const rounds = (all: number) => Math.ceil(all * SHARE);
const AWAY_MS = Math.ceil(600_000 * SHARE);
const READERS = 200_000;
const PAIRS: readonly (readonly [Point, Point])[] = [
  ['before insert', 'before commit'],
  ['during commit', 'before insert'],
  ['before commit', 'during commit'],
];

const rows: string[] = [];

async function fault(name: string, times: number, doing: (round: number) => Promise<Outcome>): Promise<void> {
  const began = Date.now();
  const sum = { asked: 0, answered: 0, counted: 0 };
  const notes = new Set<string>();
  for (let round = 0; round < times; round++) {
    const { asked, answered, counted, note } = await doing(round);
    sum.asked += asked;
    sum.answered += answered;
    sum.counted += counted;
    notes.add(note);
    console.log(`${name}: round ${round + 1} of ${times}, ${counted} counted of ${asked} (${note})`);
  }
  const figures = [sum.asked, sum.answered, sum.counted].map((one) => one.toLocaleString('en')).join(' | ');
  const seconds = Math.round((Date.now() - began) / 1000);
  rows.push(`| ${name} | ${times} | ${seconds} s | ${figures} | ${[...notes].slice(0, 3).join('; ')} |`);
}

const cluster = await Cluster.start({ brokers: 3, readers: READERS });
try {
  await fault('ingesters: kill -9', rounds(30), (round) => ingestersKilled(cluster, PAIRS[round % 3] ?? []));
  await fault('ingester: SIGSTOP in a write', rounds(5), () => zombie(cluster));
  await fault('broker: kill -9', rounds(20), (round) => brokerKilled(cluster, round % 2 === 0 ? 'leader' : 'other'));
  await fault('ingesters come and go', rounds(10), () => comingAndGoing(cluster, 10));
  await fault('ClickHouse away', 1, () => clickhouseAway(cluster, AWAY_MS));
  await fault('the whole topic read again', rounds(3), (round) => replayed(cluster, `again-${round}`));
} finally {
  await cluster.stop();
}
const today = new Date().toISOString().slice(0, 10);
console.log(`\n${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}, ${today}\n`);
console.log(
  '| fault | rounds | took | asked | answered | counted | note |\n| --- | --- | --- | --- | --- | --- | --- |',
);
for (const row of rows) console.log(row);
process.exit(0);
