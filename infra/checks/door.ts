// The Caddyfile in a real Caddy, with somebody behind it who says who was asked.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const CADDYFILE = join(import.meta.dirname, '../compose/Caddyfile');
const UP_WITHIN_MS = 20_000;

export class RunningDoor {
  readonly address: string;
  readonly #caddy: ChildProcess;
  readonly #behind: ReadonlyMap<string, Server>;
  readonly #folder: string;

  private constructor(address: string, caddy: ChildProcess, behind: ReadonlyMap<string, Server>, folder: string) {
    this.address = address;
    this.#caddy = caddy;
    this.#behind = behind;
    this.#folder = folder;
  }

  /** Behind it are `collector-1`, `collector-2` and `api`, each of which answers with its name and what it was told. */
  static async start(caddy: string): Promise<RunningDoor> {
    const folder = await mkdtemp(join(tmpdir(), 'readout-infra-door-'));
    const behind = new Map<string, Server>();
    const answeringAt = async (name: string) => {
      const server = await answering(name);
      behind.set(name, server);
      return `127.0.0.1:${portOf(server)}`;
    };
    const collectors = [await answeringAt('collector-1'), await answeringAt('collector-2')].join(' ');
    const api = await answeringAt('api');
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const child = spawn(caddy, ['run', '--config', CADDYFILE, '--adapter', 'caddyfile'], {
      env: {
        HOME: folder,
        XDG_CONFIG_HOME: folder,
        XDG_DATA_HOME: folder,
        READOUT_PUBLIC_URL: address,
        READOUT_COLLECTORS: collectors,
        READOUT_API: api,
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    const door = new RunningDoor(address, child, behind, folder);
    for (const until = Date.now() + UP_WITHIN_MS; ; await sleep(50)) {
      const answer = await fetch(`${address}/healthz`).catch(() => null);
      if (answer !== null) return door;
      if (child.exitCode === null && Date.now() < until) continue;
      await door.stop();
      throw new Error(`Caddy does not take the Caddyfile: ${said}`);
    }
  }

  /** Nobody is there any more. */
  async stopBehind(name: string): Promise<void> {
    const server = this.#behind.get(name);
    server?.close();
    server?.closeAllConnections();
  }

  async stop(): Promise<void> {
    if (this.#caddy.exitCode === null) {
      this.#caddy.kill('SIGKILL');
      await once(this.#caddy, 'exit');
    }
    for (const name of this.#behind.keys()) await this.stopBehind(name);
    await rm(this.#folder, { recursive: true, force: true });
  }
}

async function answering(name: string): Promise<Server> {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ name, forwardedFor: request.headers['x-forwarded-for'] ?? null }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function freePort(): Promise<number> {
  const server = await answering('nobody');
  const port = portOf(server);
  server.close();
  return port;
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}
