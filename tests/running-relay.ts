import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** As `npm run relay` has it. */
const PROGRAM = join(import.meta.dirname, '../apps/relay/dist/main.js');

/** The relay by itself, in a process of its own. */
export class RunningRelay {
  readonly #child: ChildProcess;
  readonly #exited: Promise<unknown>;

  private constructor(
    child: ChildProcess,
    readonly address: string,
    readonly port: number,
  ) {
    this.#child = child;
    this.#exited = once(child, 'close');
  }

  static async start(environment: Readonly<Record<string, string>>): Promise<RunningRelay> {
    const { child, stderr } = launch(environment);
    const lines = createInterface({ input: child.stdout });
    const ended = once(child, 'close').then(() => null);
    const line = await Promise.race([once(lines, 'line').then(([first]) => String(first)), ended]);
    const [, mail, address] = /takes mail at \S+:(\d+), and tells its state at (\S+)/.exec(line ?? '') ?? [];
    if (mail === undefined || address === undefined) throw new Error(`the relay is not up: ${line} ${stderr()}`);
    return new RunningRelay(child, address, Number(mail));
  }

  /** Starts it to see it end. */
  static async runToEnd(
    environment: Readonly<Record<string, string>>,
  ): Promise<{ code: number | null; stderr: string }> {
    const { child, stderr } = launch(environment);
    await once(child, 'close');
    return { code: child.exitCode, stderr: stderr() };
  }

  async kill(signal: NodeJS.Signals): Promise<void> {
    this.#child.kill(signal);
    await this.#exited;
  }
}

function launch(environment: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [PROGRAM], {
    env: { PATH: process.env.PATH ?? '', READOUT_LOG_LEVEL: 'warn', READOUT_PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let told = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text;
  });
  return { child, stderr: () => told };
}
