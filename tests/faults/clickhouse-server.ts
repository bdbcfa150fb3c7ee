import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';

const SCRIPT = join(import.meta.dirname, '../../packages/warehouse/src/testing/clickhouse-over-http.ts');
const USER = 'readout';
const PASSWORD = 'of-the-faults';

/** A ClickHouse in a process of its own, at an address that stays while the process is killed and started again. */
export class ClickHouseServer {
  readonly #folder: string;
  readonly #front: Server;
  readonly #connections = new Set<Socket>();
  #child: ChildProcess | null = null;
  #port: number | null = null;
  #refusing = false;

  private constructor(folder: string) {
    this.#folder = folder;
    this.#front = createServer((incoming) => this.#passOn(incoming));
  }

  static async start(folder: string): Promise<ClickHouseServer> {
    const server = new ClickHouseServer(folder);
    server.#front.listen(0, '127.0.0.1');
    await once(server.#front, 'listening');
    await server.comeBack();
    return server;
  }

  /** What a program needs to reach it. */
  get environment(): Readonly<Record<string, string>> {
    const { url, username, password } = this.config;
    return { CLICKHOUSE_URL: url, CLICKHOUSE_USER: username, CLICKHOUSE_PASSWORD: password };
  }

  get config() {
    const { port } = this.#front.address() as AddressInfo;
    return {
      kind: 'server' as const,
      url: `http://127.0.0.1:${port}`,
      username: USER,
      password: PASSWORD,
      database: 'readout',
      reader: null,
      cluster: null,
      caFile: null,
    };
  }

  /** It goes on, and nobody reaches it. */
  refuse(): void {
    this.#refusing = true;
    for (const socket of this.#connections) socket.destroy();
  }
  accept(): void {
    this.#refusing = false;
  }

  /** Nobody reaches it any more; what it was asked and has not answered may have been done or not. */
  async goAway(): Promise<void> {
    this.#port = null;
    for (const socket of this.#connections) socket.destroy();
    const child = this.#child;
    this.#child = null;
    if (child === null) return;
    child.kill('SIGKILL');
    await once(child, 'close');
  }

  async comeBack(): Promise<void> {
    const child = spawn(process.execPath, ['--import', 'tsx', SCRIPT, this.#folder, USER, PASSWORD], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { PATH: process.env.PATH },
    });
    this.#child = child;
    const ended = once(child, 'exit').then(() => {
      throw new Error('ClickHouse ended before it said its port');
    });
    ended.catch(() => undefined);
    const [port] = await Promise.race([once(child.stdout, 'data'), ended]);
    this.#port = Number(String(port).trim());
  }

  async stop(): Promise<void> {
    await this.goAway();
    this.#front.close();
  }

  #passOn(incoming: Socket): void {
    if (this.#port === null || this.#refusing) {
      incoming.destroy();
      return;
    }
    const outgoing = connect(this.#port, '127.0.0.1');
    for (const [from, to] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      this.#connections.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.#connections.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  }
}
