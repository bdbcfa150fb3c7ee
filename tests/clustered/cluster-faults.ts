// Faults of the clustered deployment. Each leaves it running and throws where a promise is broken: answered is counted,
// and nothing is counted twice.
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Outcome, reached } from '../faults/program-faults.ts';
import { eventually } from '../running-readout.ts';
import { type Cluster, GROUP, isReady } from './cluster.ts';
import type { ClusteredIngester } from './clustered-ingester.ts';
import type { Readership } from './readership.ts';

/** Longer than a member of the group may be silent (20 s in packages/event-log). */
const LONGER_THAN_A_SESSION_MS = 24_000;

/**
 * Where an ingester is when it is killed:
 * - `before insert`: it has sent an INSERT, of which ClickHouse never sees a byte;
 * - `before commit`: ClickHouse has done the INSERT, and the ingester never hears of that;
 * - `during commit`: it has just been told so, and the next that it does is to tell Kafka. The moment is drawn anew each
 *   time, within the few milliseconds that this takes.
 */
export type Point = 'before insert' | 'before commit' | 'during commit';
const COMMITTING_MS = 6;

/** Readers ask until `doing` is done. */
async function underLoad<T>(cluster: Cluster, issues: Readership, doing: () => Promise<T>): Promise<T> {
  let isDone = false;
  const asking = issues.ask(cluster.parts.collector.address, { callers: 2, while: () => !isDone });
  try {
    await reached(() => issues.kept >= 200);
    return await doing();
  } finally {
    isDone = true;
    await asking;
  }
}

/** SIGKILL of each of these ingesters at its point, under load; each is then started again. */
export async function ingestersKilled(cluster: Cluster, points: readonly Point[]): Promise<Outcome> {
  const issues = await cluster.newIssues();
  await underLoad(cluster, issues, async () => {
    await Promise.all(points.map((point, at) => killedAt(point, ingester(cluster, at))));
    await sleep(500);
  });
  for (const [at] of points.entries()) await ingester(cluster, at).startAgain();
  return issues.everythingIsCountedOnce(cluster.parts.collector.address, points.join(' and '));
}

async function killedAt(point: Point, { front, program }: ClusteredIngester): Promise<void> {
  const held = await front.holdNext(point === 'before insert' ? 'request' : 'answer');
  if (point === 'during commit') {
    held.passOn();
    await sleep(Math.random() * COMMITTING_MS);
  }
  await program.kill('SIGKILL');
}

/**
 * An ingester is stopped in the middle of a write for longer than a session lasts; the other one takes over and reads on.
 * Then its write arrives after all, and it goes on where it was.
 */
export async function zombie(cluster: Cluster): Promise<Outcome> {
  const issues = await cluster.newIssues();
  const { byHand, ingesters } = cluster.parts;
  const [stopped] = ingesters;
  const note = await underLoad(cluster, issues, async () => {
    const held = await stopped.front.holdNext('request');
    await stopped.program.kill('SIGSTOP');
    await sleep(LONGER_THAN_A_SESSION_MS);
    await eventually(
      () => byHand.members(GROUP),
      ({ count, isStable }) => count === 1 && isStable,
    );
    // The other one has written, and committed, from every partition since.
    const before = await byHand.committed(GROUP);
    await eventually(
      () => byHand.committed(GROUP),
      (now) => [...now].every(([partition, next]) => next > (before.get(partition) ?? -1)),
      40_000,
    );
    held.passOn();
    await stopped.program.kill('SIGCONT');
    await isReady(stopped.program);
    const fenced = () => stopped.program.metric('readout_ingester_retries_total', 'FENCED');
    return `${await eventually(fenced, (times) => times > 0)} × fenced`;
  });
  return issues.everythingIsCountedOnce(cluster.parts.collector.address, note);
}

/** SIGKILL of a broker under load: of the one that leads a partition, or of another. It is started again. */
export async function brokerKilled(cluster: Cluster, which: 'leader' | 'other'): Promise<Outcome> {
  const { kafka, byHand } = cluster.parts;
  const issues = await cluster.newIssues();
  const leader = await byHand.leader(0);
  const victim = which === 'leader' ? leader : (leader % 3) + 1;
  await underLoad(cluster, issues, async () => {
    await kafka.broker(victim).kill('SIGKILL');
    const { kept } = issues;
    await sleep(5_000);
    assert.ok(issues.kept > kept, 'readers are answered meanwhile');
  });
  await kafka.broker(victim).start();
  const what = `broker ${victim}, ${which === 'leader' ? 'which led' : 'which did not lead'} partition 0`;
  return issues.everythingIsCountedOnce(cluster.parts.collector.address, what);
}

/** Nobody reaches ClickHouse for a while, under load. */
export async function clickhouseAway(cluster: Cluster, forMs: number): Promise<Outcome> {
  const { clickhouse, ingesters } = cluster.parts;
  const issues = await cluster.newIssues();
  await underLoad(cluster, issues, async () => {
    clickhouse.refuse();
    await sleep(forMs);
    for (const { program } of ingesters) assert.equal((await program.get('/readyz')).status, 503);
    clickhouse.accept();
  });
  return issues.everythingIsCountedOnce(cluster.parts.collector.address, `${(forMs / 1000).toFixed(0)} s`);
}

/** One ingester after the other leaves in order and comes back, under load. */
export async function comingAndGoing(cluster: Cluster, rounds: number): Promise<Outcome> {
  const issues = await cluster.newIssues();
  await underLoad(cluster, issues, async () => {
    for (let round = 0; round < rounds; round++) {
      const one = ingester(cluster, round % 2);
      const end = await one.program.kill('SIGTERM');
      assert.equal(end?.code, 0, end?.stderr);
      await one.startAgain();
      await isReady(one.program);
    }
  });
  return issues.everythingIsCountedOnce(cluster.parts.collector.address, `${rounds} times`);
}

/** Both ingesters read everything that the topic holds once more, in a group of their own. */
export async function replayed(cluster: Cluster, group: string): Promise<Outcome> {
  const { ingesters } = cluster.parts;
  const issues = await cluster.newIssues();
  const figures = (of?: string) => Promise.all(issues.issues.map(({ id }) => cluster.settled(id, of)));
  await issues.ask(cluster.parts.collector.address, { most: 500 });
  const before = await figures();
  for (const { program } of ingesters) await program.kill('SIGTERM');
  for (const one of ingesters) await one.startAgain({ KAFKA_GROUP: group });
  assert.deepEqual(await figures(group), before);
  const read = await Promise.all(ingesters.map(({ program }) => program.metric('readout_ingester_records_total')));
  const records = read.reduce((sum, one) => sum + one, 0);
  assert.ok(records >= issues.asked, `only ${records} records were read again`);
  for (const { program } of ingesters) await program.kill('SIGTERM');
  for (const one of ingesters) await one.startAgain();
  return issues.everythingIsCountedOnce(cluster.parts.collector.address, `${records} records read once more`);
}

function ingester(cluster: Cluster, at: number): ClusteredIngester {
  const found = cluster.parts.ingesters[at];
  if (found === undefined) throw new Error('there are two ingesters');
  return found;
}
