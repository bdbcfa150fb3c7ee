import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OWNER_KEY, ReadoutClient } from './readout-client.ts';

const MAIN = join(import.meta.dirname, '../apps/readout/dist/main.js');

export { OWNER_KEY };

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the built program as a person would, and waits for it to end by itself. */
export async function runToEnd(env: Record<string, string>, args: string[] = []): Promise<Exit> {
  return (await launch(env, args)).exited;
}

/** A temporary data folder, removed at the end of the test file. */
export async function temporaryFolder(): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'readout-tests-'));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/** The real thing, in a process of its own. */
export class RunningReadout extends ReadoutClient {
  readonly #child: ChildProcess;
  readonly exited: Promise<Exit>;
  /** What a person sees on the terminal at start. */
  readonly greeting: string;

  private constructor(child: ChildProcess, exited: Promise<Exit>, address: string, greeting: string) {
    super(address);
    this.#child = child;
    this.exited = exited;
    this.greeting = greeting;
  }

  /**
   * @param port 0: any free one.
   * @param more environment variables beside those that every test needs.
   */
  static async start(
    dataDirectory: string,
    port = 0,
    args: string[] = [],
    more: Readonly<Record<string, string>> = {},
  ): Promise<RunningReadout> {
    const { child, exited, stdout } = await launch(
      {
        ...more,
        READOUT_DATA_DIR: dataDirectory,
        READOUT_PORT: String(port),
        READOUT_API_KEY: OWNER_KEY,
        READOUT_LOG_LEVEL: 'warn',
      },
      args,
    );
    const greeting = await new Promise<string>((resolve, reject) => {
      const look = () => stdout().includes('everything is kept') && resolve(stdout());
      child.stdout?.on('data', look);
      exited.then((exit) => reject(new Error(`Readout ended before it was up: ${exit.stderr}`)), reject);
      look();
    });
    const address = /Readout runs at (\S+)/.exec(greeting)?.[1];
    if (address === undefined) throw new Error(`no address in: ${greeting}`);
    return new RunningReadout(child, exited, address, greeting);
  }

  get pid(): number {
    if (this.#child.pid === undefined) throw new Error('not running');
    return this.#child.pid;
  }

  async kill(signal: NodeJS.Signals): Promise<Exit> {
    this.#child.kill(signal);
    return this.exited;
  }
}

/** Asks again and again until it holds; the last answer is in the error otherwise. */
export async function eventually<T>(
  ask: () => Promise<T>,
  holds: (answer: T) => boolean,
  withinMs = 20_000,
): Promise<T> {
  const until = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (holds(answer)) return answer;
    if (Date.now() > until) throw new Error(`did not come true within ${withinMs} ms; last: ${JSON.stringify(answer)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function launch(env: Record<string, string>, args: string[]) {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  await once(child, 'spawn');
  const exited = once(child, 'close').then(
    (): Exit => ({ code: child.exitCode, signal: child.signalCode, stdout, stderr }),
  );
  return { child, exited, stdout: () => stdout };
}
