import type { IncomingHttpHeaders } from 'node:http';
import { parsedUrl } from '@readout/events';
import { Refusal } from './problem.ts';

const MUTATING = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
/** What no form can send, and no page of another site without asking first. */
const UNLIKE_FORMS = /^(?:application\/(?:json|octet-stream)|text\/csv)\s*(;|$)/i;

export interface CookieRequest {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly hasSessionCookie: boolean;
}

/**
 * Refuses what another site may have made a browser send (cross-site request forgery). A request that changes
 * something must come from our own pages, and with the session cookie it must be one that a form cannot
 * send: JSON, CSV, bytes that are called nothing else, or no body at all. Requests with a bearer key need none of this: no browser adds the key by itself.
 * @throws {Refusal} `cross_site`
 */
export function refuseCrossSite(request: CookieRequest, publicOrigin: string): void {
  if (!MUTATING.has(request.method)) return;
  const { origin, host } = request.headers;
  if (origin !== undefined && origin !== publicOrigin && hostOf(origin) !== host?.toLowerCase()) {
    throw new Refusal(
      'cross_site',
      'The Origin header names another site. Open the dashboard under its own address, or set READOUT_PUBLIC_URL to it.',
    );
  }
  if (request.headers['sec-fetch-site'] === 'cross-site') {
    throw new Refusal('cross_site', 'The browser says that another site sent this request.');
  }
  if (request.hasSessionCookie && !isUnlikeForms(request.headers)) {
    throw new Refusal(
      'cross_site',
      'With the session cookie, a body must be JSON, with content-type: application/json.',
    );
  }
}

function isUnlikeForms(headers: IncomingHttpHeaders): boolean {
  const type = headers['content-type'];
  if (type !== undefined) return UNLIKE_FORMS.test(type);
  const length = headers['content-length'];
  return headers['transfer-encoding'] === undefined && (length === undefined || length === '0');
}

function hostOf(origin: string): string | null {
  return parsedUrl(origin)?.host ?? null;
}
