import { createServer, type RequestListener } from 'node:http';

/** All in milliseconds. An answer may take its time; whoever neither asks nor listens may not. */
const TIMES = { headersTimeout: 20_000, requestTimeout: 60_000, keepAliveTimeout: 65_000 };
const STANDSTILL_MS = 300_000;
const CLOSES_WITHIN_MS = 10_000;
const MOST_HEADER_BYTES = 16_384;
/** Held at one time: bounds what they can take of memory. */
const MOST_CONNECTIONS = 5_000;

/** Something else listens there. */
export class PortInUseError extends Error {
  readonly code = 'PORT_IN_USE';

  constructor(host: string, port: number) {
    super(
      `Port ${port} on ${host} is in use by another program. Stop that program, or choose another port, as in READOUT_PORT=4401 npm start.`,
    );
  }
}

export interface RunningServer {
  /** Where it is reached. */
  readonly address: string;
  /** Takes no new requests, and waits for those under way, though not for ever. */
  close(): Promise<void>;
}

/**
 * Listens for requests.
 * @param port 0: any free one
 * @throws {PortInUseError}
 */
export async function openServer(host: string, port: number, answer: RequestListener): Promise<RunningServer> {
  const server = createServer({ ...TIMES, maxHeaderSize: MOST_HEADER_BYTES }, answer);
  server.timeout = STANDSTILL_MS;
  server.maxConnections = MOST_CONNECTIONS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortInUseError(host, port) : error),
    );
    server.listen(port, host, resolve);
  });
  const place = server.address();
  if (place === null || typeof place === 'string') throw new Error('a TCP server has a port');
  return {
    address: addressOf(host, place.port),
    async close() {
      const late = setTimeout(() => server.closeAllConnections(), CLOSES_WITHIN_MS);
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      });
      clearTimeout(late);
    },
  };
}

export function addressOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
