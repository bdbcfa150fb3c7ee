// The collector by itself at full load for ten minutes, sending on to a real Kafka: its memory stays where it was.
import { readFileSync } from 'node:fs';
import { openCatalog } from '@readout/catalog';
import { get, load } from '../../apps/readout/bench/load.ts';
import { startPostgres } from '../../packages/catalog/src/testing/postgres-server.ts';
import { startKafka } from '../../packages/event-log/src/testing/kafka-broker.ts';
import { RunningCollector } from '../running-collector.ts';
import { temporaryFolder } from '../running-readout.ts';

const MINUTES = Number(process.argv[2] ?? 10);
const CONNECTIONS = 128;
const SAMPLE_EVERY_MS = 250;
const MOST_MB = 150;
/** What the garbage collector leaves lying about differs from one moment to the next. */
const FLAT_MB = 20;

const folder = await temporaryFolder();
const [kafka, postgres] = await Promise.all([startKafka({ brokers: 1 }), startPostgres()]);
try {
  const databaseUrl = await postgres.newDatabase();
  const catalog = await openCatalog({ kind: 'server', url: databaseUrl });
  const { id } = await catalog.createPublication({ name: 'Loaded', timeZone: 'UTC', isSample: false });
  const issue = await catalog.createIssue(id, {
    title: 'One',
    subtitle: '',
    sentAt: new Date(),
    hasPaywall: false,
    sections: [],
    links: [{ url: 'https://example.com/there', text: 'there', kind: 'outbound', section: null }],
  });
  await catalog.close();
  const collector = await RunningCollector.start({
    folder: folder.path,
    databaseUrl,
    brokers: kafka.bootstrap,
    topic: 'memory',
    more: {
      READOUT_TRUSTED_PROXIES: 'loopback',
      READOUT_ADDRESS_RATE: '0',
      READOUT_PUBLICATION_RATE: '0',
      // What comes in beyond what Kafka takes on two cores is dropped, so that it may go on for as long as it likes.
      READOUT_LOG_WHEN_FULL: 'drop',
      READOUT_LOG_MAX_MB: '512',
    },
  });
  const megabytes = () =>
    Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${collector.pid}/status`, 'utf8'))?.[1]) / 1024;
  const requests = Array.from({ length: 60_000 }, (_, at) =>
    get(`/o/${issue.publicId}/AQAAAAE${String(at).padStart(27, 'x')}.gif`, at),
  );
  const port = Number(new URL(collector.address).port);
  const medians: number[] = [];
  const peaks: number[] = [];
  console.log('| minute | requests/s | p99 ms | memory MB: median | most | waiting records |');
  console.log('|---|---|---|---|---|---|');
  for (let minute = 1; minute <= MINUTES; minute++) {
    const samples: number[] = [];
    const sampling = setInterval(() => samples.push(megabytes()), SAMPLE_EVERY_MS);
    const { perSecond, p99Ms } = await load(port, requests, { connections: CONNECTIONS, seconds: 60 });
    clearInterval(sampling);
    samples.sort((one, other) => one - other);
    const [median = 0, most = 0] = [samples[samples.length >> 1], samples.at(-1)];
    medians.push(median);
    peaks.push(most);
    const waiting = await collector.metric('readout_spool_waiting_records');
    const row = [
      minute,
      Math.round(perSecond).toLocaleString('en'),
      p99Ms.toFixed(1),
      Math.round(median),
      Math.round(most),
      waiting,
    ];
    console.log(`| ${row.join(' | ')} |`);
  }
  await collector.kill('SIGTERM');
  // The first minute is what it takes to fill what is bounded: caches, batches, code that is compiled.
  const [first = 0, ...later] = medians;
  if (Math.max(...peaks) > MOST_MB) throw new Error(`it took more than ${MOST_MB} MB`);
  if (later.some((one) => one > first + FLAT_MB))
    throw new Error(`it grew by more than ${FLAT_MB} MB after the first minute`);
} finally {
  await RunningCollector.endAll();
  await kafka.stop();
  await postgres.stop();
  await folder.remove();
}
