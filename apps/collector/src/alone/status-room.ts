import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Spool } from '@readout/event-log';
import { answer, NEVER_STORED } from '../answer.ts';
import type { Room } from '../front-door.ts';
import { type AddressOf, joined, send } from '../general-lane.ts';

export interface Status {
  readonly log: Pick<Spool, 'state'>;
  /** Text for Prometheus, and its media type. */
  readonly metrics: () => Promise<{ readonly text: string; readonly contentType: string }>;
  /** An owner's key, which opens the metrics to others than this machine; null: there is none. */
  readonly key: string | null;
  readonly addressOf: AddressOf;
}

/** RFC 7239, RFC 9110 and what is in use beside them. */
const PROXY_HEADERS = ['forwarded', 'via', 'x-forwarded-for', 'x-real-ip'] as const;

const TEXT = ['Content-Type', 'text/plain; charset=utf-8'];
const ALIVE = answer(200, [...NEVER_STORED, ...TEXT], 'alive\n');
const NOT_FOUND = answer(404, [...NEVER_STORED, ...TEXT], 'There is nothing here.\n');
const FORBIDDEN = answer(
  403,
  [...NEVER_STORED, ...TEXT],
  "Metrics are for this machine, or for whoever has an owner's key.\n",
);

/**
 * What there is behind the door of a collector by itself, beside its own routes. It is ready as long as it can keep
 * what it is sent: that what is behind it is gone is no reason to send readers away.
 */
export function statusRoom(status: Status): Room {
  return (request, response) => {
    const path = request.url?.split('?', 1)[0];
    if (request.method !== 'GET' && request.method !== 'HEAD') send(request, response, NOT_FOUND);
    else if (path === '/healthz') send(request, response, ALIVE);
    else if (path === '/readyz') ready(status, request, response);
    else if (path === '/metrics') metrics(status, request, response);
    else send(request, response, NOT_FOUND);
    return true;
  };
}

function ready({ log }: Status, request: IncomingMessage, response: ServerResponse): void {
  const { state, whenFull } = log.state();
  const ok = state !== 'full' || whenFull === 'drop';
  const body = JSON.stringify({ ok, checks: { log: state } });
  send(request, response, answer(ok ? 200 : 503, [...NEVER_STORED, 'Content-Type', 'application/json'], body));
}

function metrics(status: Status, request: IncomingMessage, response: ServerResponse): void {
  const { headers, socket } = request;
  const address = status.addressOf(socket.remoteAddress, joined(headers['x-forwarded-for']));
  // Asked through a proxy, this machine's address says nothing about who asks.
  const isDirect = PROXY_HEADERS.every((name) => headers[name] === undefined);
  const isLocal = isDirect && (address === '127.0.0.1' || address === '::1');
  if (!isLocal && !hasKey(headers.authorization, status.key)) {
    send(request, response, FORBIDDEN);
    return;
  }
  status.metrics().then(
    ({ text, contentType }) =>
      send(request, response, answer(200, [...NEVER_STORED, 'Content-Type', contentType], text)),
    () => send(request, response, answer(503, NEVER_STORED)),
  );
}

function hasKey(authorization: string | undefined, key: string | null): boolean {
  if (key === null || authorization === undefined) return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(authorization), digest(`Bearer ${key}`));
}
