// Faults for longer than a test may take: 200 kills, half a minute of standing still, 100,000 events while what is
// behind is away. Ends with a table; fails where anything answered is not counted, or anything is counted twice.
import { cpus } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openCatalog } from '@readout/catalog';
import { startPostgres } from '../../packages/catalog/src/testing/postgres-server.ts';
import { startKafka, type TestKafka } from '../../packages/event-log/src/testing/kafka-broker.ts';
import { Audience } from '../faults/audience.ts';
import { ClickHouseServer } from '../faults/clickhouse-server.ts';
import { hangingDisk } from '../faults/hanging-disk.ts';
import {
  cutAfterCounting,
  cutBeforeCounting,
  flippedByte,
  type Outcome,
  Program,
  reached,
  spoolFilled,
  suspended,
  tornLastWrite,
  warehouseAway,
} from '../faults/program-faults.ts';
import { countedInTopic, tokensOf } from '../faults/topic-audience.ts';
import { RunningCollector } from '../running-collector.ts';
import { eventually, temporaryFolder } from '../running-readout.ts';

/** A share of everything may be asked for, to try the script itself. */
const SHARE = Number(process.argv[2] ?? 1);
const ROUNDS_OF_PROGRAM = Math.ceil(100 * SHARE);
const ROUNDS_OF_COLLECTOR = Math.ceil(100 * SHARE);
const EVENTS_WHILE_AWAY = Math.ceil(100_000 * SHARE);
const STOPPED_MS = Math.ceil(30_000 * SHARE);
/** Asked in one round at most. */
const ROUND_HITS = 4_000;
const KILL_WITHIN_MS = 500;
const TOPIC = 'faults';
const TELL_EVERY_MS = 5_000;

const rows: string[] = [];
const began = Date.now();
let toldAt = 0;

function tell(what: string): void {
  if (Date.now() - toldAt < TELL_EVERY_MS) return;
  toldAt = Date.now();
  console.log(`${String(Math.round((Date.now() - began) / 1000)).padStart(5)} s  ${what}`);
}

async function fault(name: string, doing: () => Promise<Outcome>): Promise<void> {
  toldAt = 0;
  tell(name);
  const start = Date.now();
  const { asked, answered, counted, note } = await doing();
  const seconds = Math.round((Date.now() - start) / 1000);
  const figures = [asked, answered, counted].map((one) => one.toLocaleString('en')).join(' | ');
  rows.push(`| ${name} | ${seconds} s | ${figures} | ${note} |`);
  console.log(rows.at(-1));
}

/** A random moment: in every tenth round any, otherwise one at which it has begun to answer. */
async function sometime(audience: Audience, round: number): Promise<void> {
  if (round % 10 !== 0) await reached(() => audience.kept > 0);
  await sleep(Math.random() * KILL_WITHIN_MS);
}

async function overClickHouse(): Promise<void> {
  const folder = await temporaryFolder();
  const clickhouse = await ClickHouseServer.start(join(folder.path, 'clickhouse'));
  const program = await Program.start(
    join(folder.path, 'data'),
    Math.max(150_000, EVENTS_WHILE_AWAY),
    clickhouse.environment,
  );
  try {
    await fault('program: ClickHouse away', () => warehouseAway(program, clickhouse, EVENTS_WHILE_AWAY));
    await fault('program: torn last record', () => tornLastWrite(program, clickhouse));
    await fault('program: flipped byte', () => flippedByte(program, clickhouse, 10_000));
    await fault('program: last frame lost by the disk, not yet counted', () =>
      cutBeforeCounting(program, clickhouse, 10_000),
    );
    await fault('program: last frame lost by the disk, counted', () => cutAfterCounting(program, 10_000));
    await fault('program: log full, refuse', () => spoolFilled(program, clickhouse, 'refuse'));
    await fault('program: log full, drop', () => spoolFilled(program, clickhouse, 'drop'));
  } finally {
    await program.end('SIGKILL');
    await clickhouse.stop();
    await folder.remove();
  }
}

async function embedded(): Promise<void> {
  const folder = await temporaryFolder();
  const program = await Program.start(folder.path, 20_000);
  try {
    await fault('program: SIGSTOP', () => suspended(program, STOPPED_MS));
    await fault(`program: kill -9, ${ROUNDS_OF_PROGRAM} rounds`, () => programKilled(program));
  } finally {
    await program.end('SIGKILL');
    await folder.remove();
  }
}

async function programKilled(program: Program): Promise<Outcome> {
  const issues: Awaited<ReturnType<Program['newIssue']>>[] = [];
  for (let round = 0; round < ROUNDS_OF_PROGRAM; round++) issues.push(await program.newIssue());
  for (const [round, { audience }] of issues.entries()) {
    const asking = audience.ask(program.address, { most: ROUND_HITS, redirects: 'kept in time' });
    await sometime(audience, round);
    await program.end('SIGKILL');
    await asking;
    await program.startAgain();
    tell(`${round + 1} rounds, ${audience.kept} answered in the last one`);
  }
  const sum = { asked: 0, answered: 0, counted: 0, unsure: 0 };
  for (const { audience, settled } of issues) {
    sum.asked += audience.asked;
    sum.answered += audience.kept;
    sum.unsure += audience.unsure;
    sum.counted += (await audience.everythingIsCountedOnce(program.address, settled)).readers;
  }
  return { ...sum, note: `${sum.unsure} without an answer, asked again` };
}

/** The collector by itself: two workers, a Kafka and a PostgreSQL. */
async function collectorAlone(): Promise<void> {
  const folder = await temporaryFolder();
  const [kafka, postgres] = await Promise.all([startKafka({ brokers: 1 }), startPostgres()]);
  const alone = await CollectorAlone.start(folder.path, kafka, await postgres.newDatabase());
  try {
    await fault(`collector: kill -9, ${ROUNDS_OF_COLLECTOR} rounds`, () => alone.killed(ROUNDS_OF_COLLECTOR));
    await fault('collector: SIGSTOP of all its processes', () => alone.suspended(STOPPED_MS));
    await fault('collector: Kafka away', () => alone.kafkaAway(EVENTS_WHILE_AWAY));
  } finally {
    await alone.stop();
    await kafka.stop();
    await postgres.stop();
    await folder.remove();
  }
}

class CollectorAlone {
  readonly #kafka: TestKafka;
  readonly #start: () => Promise<RunningCollector>;
  readonly #target: { readonly issue: string; readonly link: string };
  readonly #audiences: Audience[] = [];
  #running: RunningCollector;

  private constructor(
    kafka: TestKafka,
    start: () => Promise<RunningCollector>,
    target: { readonly issue: string; readonly link: string },
    running: RunningCollector,
  ) {
    this.#kafka = kafka;
    this.#start = start;
    this.#target = target;
    this.#running = running;
  }

  static async start(folder: string, kafka: TestKafka, databaseUrl: string): Promise<CollectorAlone> {
    const catalog = await openCatalog({ kind: 'server', url: databaseUrl });
    const { id } = await catalog.createPublication({ name: 'Alone', timeZone: 'UTC', isSample: false });
    const issue = await catalog.createIssue(id, {
      title: 'One',
      subtitle: '',
      sentAt: new Date(),
      hasPaywall: false,
      sections: [],
      links: [{ url: 'https://example.com/there', text: 'there', kind: 'outbound', section: null }],
    });
    await catalog.close();
    const start = () =>
      RunningCollector.start({ folder, databaseUrl, brokers: kafka.bootstrap, topic: TOPIC, workers: 2 });
    const target = { issue: issue.publicId, link: issue.links[0]?.publicId ?? '' };
    return new CollectorAlone(kafka, start, target, await start());
  }

  async stop(): Promise<void> {
    await this.#running.kill('SIGKILL');
  }

  async killed(rounds: number): Promise<Outcome> {
    const first = this.#audiences.length;
    const killed = { worker: 0, primary: 0, broker: 0 };
    for (let round = 0; round < rounds; round++) {
      const audience = this.#newAudience(ROUND_HITS);
      const victim = (['worker', 'primary', 'broker'] as const)[round % 3] ?? 'worker';
      const asking = audience.ask(this.#running.address, { redirects: 'kept in time' });
      await sometime(audience, round);
      killed[victim]++;
      if (victim === 'worker') await this.#killWorker(round);
      else if (victim === 'primary') await this.#running.kill('SIGKILL');
      else await this.#kafka.broker(1).kill('SIGKILL');
      await asking;
      if (victim === 'primary') this.#running = await this.#start();
      else if (victim === 'broker') await this.#kafka.broker(1).start();
      tell(`${round + 1} rounds, the last one of a ${victim} with ${audience.kept} answered`);
    }
    return this.#outcome(
      first,
      Object.entries(killed)
        .map(([who, times]) => `${who} ${times} ×`)
        .join(', '),
    );
  }

  async suspended(forMs: number): Promise<Outcome> {
    const first = this.#audiences.length;
    const audience = this.#newAudience(20_000);
    let over = false;
    const asking = audience.ask(this.#running.address, { while: () => !over });
    await sleep(KILL_WITHIN_MS);
    const processes = [this.#running.pid, ...(await this.#running.workers())];
    for (const pid of processes) process.kill(pid, 'SIGSTOP');
    await sleep(forMs);
    for (const pid of processes) process.kill(pid, 'SIGCONT');
    await sleep(KILL_WITHIN_MS);
    over = true;
    await asking;
    return this.#outcome(first, `slowest answer ${(audience.slowest / 1000).toFixed(1)} s`);
  }

  async kafkaAway(events: number): Promise<Outcome> {
    const first = this.#audiences.length;
    await this.#kafka.broker(1).kill('SIGKILL');
    const audience = this.#newAudience(events);
    await audience.ask(this.#running.address);
    if (audience.kept !== events)
      throw new Error(`only ${audience.kept} of ${events} were answered while Kafka is away`);
    const waiting = await this.#running.metric('readout_spool_waiting_records');
    if (waiting < events) throw new Error(`only ${waiting} wait`);
    await this.#kafka.broker(1).start();
    const back = performance.now();
    await this.#sentOn();
    const seconds = ((performance.now() - back) / 1000).toFixed(1);
    return this.#outcome(first, `slowest answer ${audience.slowest.toFixed(0)} ms; sent on in ${seconds} s`);
  }

  #newAudience(readers: number): Audience {
    const tokens = tokensOf(this.#audiences.length, readers);
    const audience = new Audience(this.#target.issue, this.#target.link, tokens);
    this.#audiences.push(audience);
    return audience;
  }

  async #killWorker(round: number): Promise<void> {
    const workers = await this.#running.workers();
    const victim = workers[round % workers.length];
    if (victim !== undefined) process.kill(victim, 'SIGKILL');
    // The other one goes on, and another takes the place of the killed one.
    await eventually(
      () => this.#running.workers(),
      (now) => now.length === 2 && !now.includes(victim ?? 0),
    );
  }

  /** Both workers are up and nothing waits. */
  async #sentOn(): Promise<void> {
    await eventually(
      () => this.#running.metric('readout_spool_waiting_records').catch(() => Number.NaN),
      (waiting) => waiting === 0,
      120_000,
    );
  }

  /** Of the audiences from `first` on. */
  async #outcome(first: number, note: string): Promise<Outcome> {
    const audiences = [...this.#audiences.entries()].slice(first);
    const sum = { asked: 0, answered: 0, counted: 0, unsure: 0 };
    await this.#sentOn();
    const counted = await countedInTopic(this.#kafka.bootstrap, TOPIC);
    for (const [number, audience] of audiences) {
      audience.nothingIsCountedTwice(counted(number));
      sum.asked += audience.asked;
      sum.answered += audience.kept;
      sum.counted += counted(number).readers;
      sum.unsure += audience.unsure;
    }
    for (const [, audience] of audiences) await audience.askAgain(this.#running.address);
    await this.#sentOn();
    const after = await countedInTopic(this.#kafka.bootstrap, TOPIC);
    for (const [number, audience] of audiences) audience.nobodyIsMissing(after(number));
    return { ...sum, note: `${note}; ${sum.unsure} without an answer, asked again` };
  }
}

await fault('collector: a write hangs', () => hangingDisk(Math.max(15_000, STOPPED_MS)));
await overClickHouse();
await embedded();
await collectorAlone();
console.log(
  `\n${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}\n`,
);
console.log('| fault | took | asked | answered | counted | note |\n| --- | --- | --- | --- | --- | --- |');
for (const row of rows) console.log(row);
process.exit(0);
