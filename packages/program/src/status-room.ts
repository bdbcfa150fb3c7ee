import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Readiness } from './readiness.ts';

export interface Status {
  readonly ready: () => Promise<Readiness>;
  /** Text for Prometheus, and its media type. */
  readonly metrics: () => Promise<{ readonly text: string; readonly contentType: string }>;
  /** An owner's key, which opens the metrics to others than this machine; null: there is none. */
  readonly key: string | null;
}

/** RFC 7239, RFC 9110 and what is in use beside them. */
const PROXY_HEADERS = ['forwarded', 'via', 'x-forwarded-for', 'x-real-ip'] as const;
const HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex, nofollow',
};
const TEXT = 'text/plain; charset=utf-8';

/**
 * What there is behind the door of a process that has no other routes, or beside its own: `/healthz` (it runs),
 * `/readyz` (what it needs is there) and `/metrics` (for this machine, or with an owner's key). Answers everything.
 */
export function statusRoom(status: Status): (request: IncomingMessage, response: ServerResponse) => true {
  return (request, response) => {
    answerOf(status, request).then(
      ({ code, type, body }) => {
        response.writeHead(code, { ...HEADERS, 'content-type': type, 'content-length': Buffer.byteLength(body) });
        response.end(request.method === 'HEAD' ? undefined : body);
      },
      () => response.writeHead(503, HEADERS).end(),
    );
    return true;
  };
}

interface StatusAnswer {
  readonly code: number;
  readonly type: string;
  readonly body: string;
}

async function answerOf(status: Status, request: IncomingMessage): Promise<StatusAnswer> {
  const path = request.url?.split('?', 1)[0];
  const isAsking = request.method === 'GET' || request.method === 'HEAD';
  if (isAsking && path === '/healthz') return { code: 200, type: TEXT, body: 'alive\n' };
  if (isAsking && path === '/readyz') {
    const state = await status.ready();
    return { code: state.ok ? 200 : 503, type: 'application/json', body: JSON.stringify(state) };
  }
  if (!isAsking || path !== '/metrics') return { code: 404, type: TEXT, body: 'There is nothing here.\n' };
  if (!isFromThisMachine(request) && !hasKey(request.headers.authorization, status.key)) {
    return { code: 403, type: TEXT, body: "Metrics are for this machine, or for whoever has an owner's key.\n" };
  }
  const { text, contentType } = await status.metrics();
  return { code: 200, type: contentType, body: text };
}

/** Asked through a proxy, this machine's address says nothing about who asks. */
function isFromThisMachine({ headers, socket }: IncomingMessage): boolean {
  if (PROXY_HEADERS.some((name) => headers[name] !== undefined)) return false;
  // At a socket that takes both, addresses of IPv4 are written as ones of IPv6.
  const address = socket.remoteAddress?.replace(/^::ffff:/, '');
  return address === '127.0.0.1' || address === '::1';
}

function hasKey(authorization: string | undefined, key: string | null): boolean {
  if (key === null || authorization === undefined) return false;
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(authorization), digest(`Bearer ${key}`));
}
