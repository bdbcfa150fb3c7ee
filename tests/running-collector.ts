import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** As `npm run collector` has it. */
const PROGRAM = join(import.meta.dirname, '../apps/collector/bin/collector');

export interface CollectorEnvironment {
  readonly folder: string;
  readonly databaseUrl: string;
  readonly brokers: readonly string[];
  readonly topic: string;
  readonly workers?: number;
  readonly port?: number;
  readonly more?: Readonly<Record<string, string>>;
}

/** The collector by itself, in processes of its own. */
export class RunningCollector {
  static readonly #running = new Set<RunningCollector>();
  readonly #child: ChildProcess;
  readonly address: string;
  readonly exited: Promise<{ readonly code: number | null; readonly stderr: string }>;

  private constructor(child: ChildProcess, address: string, exited: RunningCollector['exited']) {
    this.#child = child;
    this.address = address;
    this.exited = exited;
  }

  static async start(environment: CollectorEnvironment): Promise<RunningCollector> {
    const { child, exited } = launch(environment);
    if (child.stdout === null) throw new Error('without its output nothing can be told');
    const lines = createInterface({ input: child.stdout });
    const address = await Promise.race([
      once(lines, 'line').then(([line]) => /runs at (\S+)/.exec(String(line))?.[1]),
      exited.then(({ stderr }) => {
        throw new Error(`the collector ended before it was up: ${stderr}`);
      }),
    ]);
    if (address === undefined) throw new Error('the collector says no address');
    const collector = new RunningCollector(child, address, exited);
    RunningCollector.#running.add(collector);
    void exited.then(() => RunningCollector.#running.delete(collector));
    return collector;
  }

  /** Ends those that a failed test left running. */
  static async endAll(): Promise<void> {
    await Promise.all([...RunningCollector.#running].map((collector) => collector.kill('SIGTERM')));
  }

  /** Starts it to see it end. */
  static runToEnd(environment: CollectorEnvironment): RunningCollector['exited'] {
    return launch(environment).exited;
  }

  get pid(): number {
    if (this.#child.pid === undefined) throw new Error('not running');
    return this.#child.pid;
  }

  /** The processes that serve, where there are several. */
  async workers(): Promise<number[]> {
    const numbers = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
    const parents = await Promise.all(
      numbers.map(async (pid) => {
        const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
        return { pid, parent: Number(status.slice(status.lastIndexOf(')') + 2).split(' ')[1]) };
      }),
    );
    return parents.filter(({ parent }) => parent === this.pid).map(({ pid }) => pid);
  }

  async kill(signal: NodeJS.Signals): Promise<void> {
    this.#child.kill(signal);
    if (signal !== 'SIGSTOP' && signal !== 'SIGCONT') await this.exited;
  }

  /** A metric, all its label sets added up. */
  async metric(name: string): Promise<number> {
    const text = await (await fetch(`${this.address}/metrics`)).text();
    const values = [...text.matchAll(new RegExp(`^${name}(?:\\{[^}]*\\})? (\\S+)$`, 'gm'))].map(([, value]) =>
      Number(value),
    );
    return values.reduce((sum, value) => sum + value, 0);
  }
}

function launch({ folder, databaseUrl, brokers, topic, workers = 1, port = 0, more = {} }: CollectorEnvironment) {
  const child = spawn(PROGRAM, {
    env: {
      PATH: process.env.PATH ?? '',
      READOUT_DATA_DIR: folder,
      READOUT_PORT: String(port),
      READOUT_WORKERS: String(workers),
      READOUT_LOG_LEVEL: 'warn',
      DATABASE_URL: databaseUrl,
      KAFKA_BROKERS: brokers.join(','),
      KAFKA_TOPIC: topic,
      KAFKA_PARTITIONS: '4',
      KAFKA_REPLICATION_FACTOR: '1',
      KAFKA_MIN_IN_SYNC_REPLICAS: '1',
      ...more,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stderr = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const exited = once(child, 'close').then(() => ({ code: child.exitCode, stderr }));
  return { child, exited };
}
