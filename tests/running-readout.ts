import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createdIssue, issueReport, publicationView, recipientsResponse } from '@readout/api-contract';
import type { z } from 'zod';

const MAIN = join(import.meta.dirname, '../apps/readout/dist/main.js');
export const OWNER_KEY = 'owner-key-of-the-tests-0123456789';

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
export class RunningReadout {
  readonly #child: ChildProcess;
  readonly exited: Promise<Exit>;
  readonly address: string;
  /** What a person sees on the terminal at start. */
  readonly greeting: string;

  private constructor(child: ChildProcess, exited: Promise<Exit>, address: string, greeting: string) {
    this.#child = child;
    this.exited = exited;
    this.address = address;
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

  /** A call of the API with the owner's key (or another, or none). */
  fetch(path: string, init: { method?: string; body?: unknown; key?: string | null } = {}): Promise<Response> {
    const { method, body, key = OWNER_KEY } = init;
    return fetch(`${this.address}/api/v1${path}`, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      headers: {
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  async call<T extends z.ZodType>(schema: T, path: string, body?: unknown): Promise<z.infer<T>> {
    const response = await this.fetch(path, body === undefined ? {} : { body });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(answer)}`);
    return schema.parse(answer);
  }

  createPublication(name: string) {
    return this.call(publicationView, '/publications', { name, timeZone: 'Europe/Madrid' });
  }

  createIssue(publication: string, html: string, cut?: string) {
    return this.call(createdIssue, `/publications/${publication}/issues`, {
      title: 'An issue',
      editions: [{ edition: 'whole', html }, ...(cut === undefined ? [] : [{ edition: 'cut', html: cut }])],
    });
  }

  /** Sends an issue to readers named r1, r2, … and gives their tokens. */
  async addRecipients(publication: string, issue: string, count: number): Promise<readonly string[]> {
    const recipients = Array.from({ length: count }, (_, at) => ({ reader: `r${at + 1}`, segment: 'free' }));
    const answer = await this.call(recipientsResponse, `/publications/${publication}/issues/${issue}/recipients`, {
      recipients,
    });
    return answer.tokens.map((one) => one.token);
  }

  /** A metric without labels, as Prometheus would read it. */
  async metric(name: string): Promise<number> {
    const response = await fetch(`${this.address}/metrics`);
    const value = new RegExp(`^${name} (\\S+)$`, 'm').exec(await response.text())?.[1];
    if (value === undefined) throw new Error(`there is no metric ${name}`);
    return Number(value);
  }

  report(publication: string, issue: string) {
    return this.call(issueReport, `/publications/${publication}/issues/${issue}/report`);
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
