import { connect } from 'node:net';

export interface LoadResult {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly medianMs: number;
  readonly p99Ms: number;
}

/**
 * Keeps `connections` sockets busy, one request at a time on each, for `seconds`. Deliberately simpler than an
 * HTTP client, so that the generator is not what is measured: it knows that every answer has as many bytes as
 * the first one, and counts bytes. `paths` are asked for in turn.
 */
export async function load(
  port: number,
  paths: readonly string[],
  connections: number,
  seconds: number,
): Promise<LoadResult> {
  const requests = paths.map((path, at) =>
    Buffer.from(
      `GET ${path} HTTP/1.1\r\nHost: letters.example\r\nUser-Agent: ${AGENT}\r\nAccept: image/avif,image/webp,*/*\r\nAccept-Encoding: gzip, deflate, br\r\nX-Forwarded-For: ${addressOf(at)}\r\n\r\n`,
    ),
  );
  const answerBytes = await sizeOfAnswer(port, requests[0] ?? Buffer.alloc(0));
  const latencies: number[] = [];
  const start = performance.now();
  const end = start + seconds * 1000;
  let asked = 0;

  await Promise.all(
    Array.from(
      { length: connections },
      () =>
        new Promise<void>((resolve, reject) => {
          const socket = connect(port, '127.0.0.1').setNoDelay(true);
          let sentAt = 0;
          let received = 0;
          const ask = () => {
            received = 0;
            sentAt = performance.now();
            socket.write(requests[asked++ % requests.length] ?? '');
          };
          socket.on('connect', ask);
          socket.on('data', (bytes) => {
            received += bytes.length;
            if (received < answerBytes) return;
            if (received > answerBytes) return reject(new Error('an answer differs in size from the first one'));
            const now = performance.now();
            latencies.push(now - sentAt);
            if (now < end) ask();
            else socket.end();
          });
          socket.on('close', () => resolve());
          socket.on('error', reject);
        }),
    ),
  );
  const elapsed = (performance.now() - start) / 1000;
  latencies.sort((a, b) => a - b);
  const quantile = (share: number) => latencies[Math.floor((latencies.length - 1) * share)] ?? Number.NaN;
  return { perSecond: latencies.length / elapsed, medianMs: quantile(0.5), p99Ms: quantile(0.99) };
}

/** One of 60,000 readers' addresses, as a proxy in front would name it. */
function addressOf(at: number): string {
  return `${80 + (at % 40)}.${(at * 7) % 256}.${(at >> 8) % 256}.${1 + ((at * 31) % 250)}`;
}

const AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';

function sizeOfAnswer(port: number, request: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let bytes = 0;
    socket.on('data', (chunk) => {
      bytes += chunk.length;
    });
    socket.on('error', reject);
    socket.write(request);
    // Long enough for one answer on an idle machine; the connection itself stays open.
    setTimeout(() => {
      socket.destroy();
      resolve(bytes);
    }, 300);
  });
}
