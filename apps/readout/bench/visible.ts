// How long it takes from an answered hit until the report shows it, while 5,000 others come in each second: in the one
// process, and in the clustered deployment over Kafka and ClickHouse's engine behind its HTTP protocol. Everything,
// the load and whoever looks included, runs on this machine. Arguments: seconds, hits a second.
import { cpus } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { Cluster } from '../../../tests/clustered/cluster.ts';
import { Newsletter } from '../../../tests/faults/newsletter.ts';
import type { ReadoutClient } from '../../../tests/readout-client.ts';
import { RunningReadout, temporaryFolder } from '../../../tests/running-readout.ts';
import { get, load } from './load.ts';

const SECONDS = Number(process.argv[2] ?? 30);
const PER_SECOND = Number(process.argv[3] ?? 5_000);
const WARM_UP_SECONDS = 5;
const CONNECTIONS = 64;
/** A hit whose way is followed, and a look at the report: at these intervals. */
const PROBE_EVERY_MS = 100;
const LOOK_EVERY_MS = 25;
const SEEN_WITHIN_MS = 60_000;
const READERS = 1_000;
/** The load's addresses are those of a proxy in front, and it is let in whatever its rate. */
const OPEN = { READOUT_TRUSTED_PROXIES: 'loopback', READOUT_ADDRESS_RATE: '0', READOUT_PUBLICATION_RATE: '0' };

interface Deployment {
  readonly newsletter: Newsletter;
  readonly api: ReadoutClient;
  /** Where hits go. */
  readonly door: string;
}

console.log(
  `${cpus().length} × ${cpus()[0]?.model}, Node ${process.version}: ${PER_SECOND} hits/s for ${SECONDS} s, with a followed hit every ${PROBE_EVERY_MS} ms\n`,
);
console.log('| deployment | hits/s | answered p99 | followed | visible after: p50 | p99 | most |');
console.log('| --- | --- | --- | --- | --- | --- | --- |');
await embedded();
await clustered();
process.exit(0);

async function embedded(): Promise<void> {
  const folder = await temporaryFolder();
  const readout = await RunningReadout.start(folder.path, 0, [], OPEN);
  try {
    const newsletter = await Newsletter.with(READERS, readout);
    await measure('one process', { newsletter, api: readout, door: readout.address });
  } finally {
    await readout.kill('SIGTERM');
    await folder.remove();
  }
}

async function clustered(): Promise<void> {
  const cluster = await Cluster.start({ brokers: 1, readers: READERS, collector: OPEN });
  try {
    const { newsletter, collector } = cluster.parts;
    await measure('clustered', { newsletter, api: cluster.api(0), door: collector.address });
  } finally {
    await cluster.stop();
  }
}

async function measure(name: string, deployment: Deployment): Promise<void> {
  const { newsletter, api, door } = deployment;
  const loaded = await newsletter.newIssue(api);
  const requests = Array.from({ length: 60_000 }, (_, at) =>
    get(`/o/${loaded.id}/AQAAAAE${String(at).padStart(27, 'x')}.gif`, at),
  );
  const port = Number(new URL(door).port);
  const loading = (seconds: number) =>
    load(port, requests, { connections: CONNECTIONS, seconds, perSecond: PER_SECOND });
  await loading(WARM_UP_SECONDS);
  let isOver = false;
  const following = follow(deployment, () => isOver);
  const { perSecond, p99Ms } = await loading(SECONDS);
  isOver = true;
  const took = (await following).toSorted((one, other) => one - other);
  const quantile = (share: number) => `${Math.round(took[Math.floor((took.length - 1) * share)] ?? Number.NaN)} ms`;
  const figures = [
    Math.round(perSecond),
    `${p99Ms.toFixed(1)} ms`,
    took.length,
    quantile(0.5),
    quantile(0.99),
    quantile(1),
  ];
  console.log(`| ${name} | ${figures.join(' | ')} |`);
}

/** Sends hits of readers of their own, one after the other, until it is over; milliseconds until each was seen. */
async function follow({ newsletter, api, door }: Deployment, isOver: () => boolean): Promise<readonly number[]> {
  const { id, audience } = await newsletter.newIssue(api);
  const answeredAt: number[] = [];
  const took: number[] = [];
  let isSent = false;
  const looking = (async () => {
    const until = () => performance.now() - (answeredAt.at(-1) ?? performance.now()) < SEEN_WITHIN_MS;
    while ((!isSent || took.length < answeredAt.length) && until()) {
      const { readers } = await newsletter.figures(api, id);
      const now = performance.now();
      for (let at = took.length; at < readers; at++) took.push(now - (answeredAt[at] ?? now));
      await sleep(LOOK_EVERY_MS);
    }
    if (took.length < answeredAt.length) throw new Error(`only ${took.length} of ${answeredAt.length} hits were seen`);
  })();
  while (!isOver() && audience.asked < READERS) {
    await audience.ask(door, { callers: 1, most: 1 });
    answeredAt.push(performance.now());
    await sleep(PROBE_EVERY_MS);
  }
  isSent = true;
  await looking;
  return took;
}
