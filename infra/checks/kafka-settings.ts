// The official image of Apache Kafka makes its settings of environment variables; here they are made the same way and
// given to the real Kafka to read.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureKafkaJars } from '../../packages/event-log/src/testing/kafka-jars.ts';
import { type Environment, run } from './programs.ts';

/** For Kafka's start scripts, which make no settings of them. */
const FOR_THE_SCRIPTS = new Set(['KAFKA_HEAP_OPTS']);

export interface KafkaReading {
  /** Settings that Kafka does not know. */
  readonly unknown: readonly string[];
  /** What Kafka says when it prepares a broker's folder with them; empty: it does. */
  readonly refusal: string;
}

export async function readByKafka(variables: Environment): Promise<KafkaReading> {
  const settings = Object.entries(variables)
    .filter(([name]) => name.startsWith('KAFKA_') && !FOR_THE_SCRIPTS.has(name))
    .map(([name, value = '']) => [settingOf(name), value] as const);
  const { java, jars } = await ensureKafkaJars();
  const onKafka = ['-cp', join(jars, '*')];
  const { stdout } = await run(java, [...onKafka, 'kafka.server.KafkaConfig'], {});
  const known = new Set([...stdout.matchAll(/<h4><a id="([^"]+)">/g)].map(([, name]) => name));
  const folder = await mkdtemp(join(tmpdir(), 'readout-infra-kafka-'));
  try {
    const file = join(folder, 'server.properties');
    const lines = settings.map(([name, value]) => `${name}=${name === 'log.dirs' ? join(folder, 'data') : value}`);
    await writeFile(file, lines.join('\n'));
    const format = [
      'kafka.tools.StorageTool',
      'format',
      '--cluster-id',
      variables['CLUSTER_ID'] ?? '',
      '--config',
      file,
    ];
    const { status, stderr } = await run(java, [...onKafka, ...format], {});
    const isReady = status === 0 && (await readFile(join(folder, 'data/meta.properties'), 'utf8')).includes('node.id=');
    return {
      unknown: settings.map(([name]) => name).filter((name) => !known.has(name)),
      refusal: isReady ? '' : stderr || `ended with ${status}`,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** KAFKA_LOG_DIRS is log.dirs; of more underscores in a row, two are one and three are a dash. */
function settingOf(variable: string): string {
  return variable
    .slice('KAFKA_'.length)
    .toLowerCase()
    .replace(/_+/g, (run) => ({ 1: '.', 2: '_', 3: '-' })[run.length] ?? run);
}
