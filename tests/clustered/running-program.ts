import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const APPS = join(import.meta.dirname, '../../apps');

export type Environment = Readonly<Record<string, string>>;

export interface End {
  readonly code: number | null;
  readonly stderr: string;
}

/** One of our programs that says its address, as it was built, in a process of its own. */
export class RunningProgram {
  static readonly #running = new Set<RunningProgram>();
  readonly #child: ChildProcess;
  readonly address: string;
  readonly exited: Promise<End>;

  /** What it has said on standard output so far. */
  readonly said: () => string;

  private constructor(child: ChildProcess, address: string, exited: Promise<End>, said: () => string) {
    this.#child = child;
    this.address = address;
    this.exited = exited;
    this.said = said;
  }

  static async start(app: 'api' | 'ingester', environment: Environment): Promise<RunningProgram> {
    const { child, exited, said } = launch(app, environment);
    const lines = createInterface({ input: child.stdout });
    const address = await Promise.race([
      once(lines, 'line').then(([line]) => /runs at (\S+)/.exec(String(line))?.[1]),
      exited.then(({ stderr }) => {
        throw new Error(`the ${app} ended before it was up: ${stderr}`);
      }),
    ]);
    if (address === undefined) throw new Error(`the ${app} says no address`);
    const program = new RunningProgram(child, address, exited, said);
    RunningProgram.#running.add(program);
    void exited.then(() => RunningProgram.#running.delete(program));
    return program;
  }

  /** Starts it to see it end. */
  static runToEnd(app: 'api' | 'ingester', environment: Environment): Promise<End> {
    return launch(app, environment).exited;
  }

  /** Ends those that a failed test left running. */
  static async endAll(): Promise<void> {
    await Promise.all(
      [...RunningProgram.#running].map(async (program) => {
        // One that was stopped hears of nothing else.
        await program.kill('SIGCONT');
        await program.kill('SIGKILL');
      }),
    );
  }

  /** SIGKILL and SIGTERM resolve when it has ended. */
  async kill(signal: 'SIGKILL' | 'SIGTERM' | 'SIGSTOP' | 'SIGCONT'): Promise<End | null> {
    this.#child.kill(signal);
    return signal === 'SIGSTOP' || signal === 'SIGCONT' ? null : this.exited;
  }

  get(path: string): Promise<Response> {
    return fetch(`${this.address}${path}`);
  }

  /** A metric, all its label sets added up; only those that `having` is in. */
  async metric(name: string, having = ''): Promise<number> {
    const text = await (await this.get('/metrics')).text();
    const values = [...text.matchAll(new RegExp(`^${name}(\\{[^}]*\\})? (\\S+)$`, 'gm'))];
    return values
      .filter(([, labels = '']) => labels.includes(having))
      .reduce((sum, [, , value]) => sum + Number(value), 0);
  }
}

function launch(app: string, environment: Environment) {
  const child = spawn(process.execPath, [join(APPS, app, 'dist/main.js')], {
    env: { PATH: process.env.PATH ?? '', READOUT_PORT: '0', READOUT_LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const exited = once(child, 'close').then(() => ({ code: child.exitCode, stderr }));
  return { child, exited, said: () => stdout };
}
