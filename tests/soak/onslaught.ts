import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Onslaught } from './hostile-bytes.ts';

/** Longest that an answer, or the end of a connection, is waited for. */
const PATIENCE_MS = 60_000;
const SLOW_PIECES = 5;
const SLOW_PAUSE_MS = 120;

/** What came back on a connection. */
export interface Aftermath {
  readonly answers: readonly { readonly status: number; readonly head: string; readonly body: string }[];
  /** What is no answer, or only the beginning of one. */
  readonly rest: string;
  /** Nobody ended the connection in time. */
  readonly hung: boolean;
}

/** Sends it to the port of this machine, over a connection of its own, and waits for what becomes of it. */
export function send(port: number, { bytes, manner, expected }: Onslaught): Promise<Aftermath> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
    let received = '';
    let hung = false;
    const answers: Aftermath['answers'][number][] = [];
    socket.setEncoding('latin1').on('data', (text) => {
      received += text;
      for (let read = firstAnswer(received); read !== null; read = firstAnswer(received)) {
        received = received.slice(read.end);
        answers.push(read);
      }
      if (manner === 'answered' && answers.length >= expected.length) socket.destroy();
    });
    socket.on('end', () => socket.destroy());
    // Refused amid what it sends: what became of it is told by what was received.
    socket.on('error', () => socket.destroy());
    const timer = setTimeout(() => {
      hung = true;
      socket.destroy();
    }, PATIENCE_MS);
    socket.on('close', () => {
      clearTimeout(timer);
      resolve({ answers, rest: received, hung });
    });
    const buffer = Buffer.from(bytes, 'latin1');
    if (manner === 'answered') socket.write(buffer);
    else if (manner === 'finished') socket.end(buffer);
    else if (manner === 'aborted') socket.write(buffer, () => socket.resetAndDestroy());
    else void drip();

    async function drip() {
      const size = Math.ceil(buffer.length / SLOW_PIECES);
      for (let at = 0; at < buffer.length && socket.writable; at += size) {
        socket.write(buffer.subarray(at, at + size));
        await sleep(SLOW_PAUSE_MS);
      }
      if (socket.writable) socket.end();
    }
  });
}

/** The answer that a text begins with, if all of it is there; none is to HEAD but where that was damaged into being. */
function firstAnswer(text: string): { status: number; head: string; body: string; end: number } | null {
  const blank = text.indexOf('\r\n\r\n');
  if (blank === -1) return null;
  const head = text.slice(0, blank);
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1]);
  if (Number.isNaN(status)) return null;
  if (status === 204 || status === 304 || status < 200) return { status, head, body: '', end: blank + 4 };
  const length = /\ncontent-length: (\d+)/i.exec(head)?.[1];
  const end = length === undefined ? endOfChunks(text, head, blank + 4) : blank + 4 + Number(length);
  if (end === null || text.length < end) return null;
  return { status, head, body: text.slice(blank + 4, end), end };
}

function endOfChunks(text: string, head: string, from: number): number | null {
  if (!/\ntransfer-encoding: chunked/i.test(head)) return from;
  for (let at = from; ; ) {
    const lineEnd = text.indexOf('\r\n', at);
    if (lineEnd === -1) return null;
    const size = Number.parseInt(text.slice(at, lineEnd), 16);
    at = lineEnd + 2 + size + 2;
    if (size === 0) return at;
    if (Number.isNaN(size) || at > text.length) return null;
  }
}
