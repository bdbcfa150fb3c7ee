import type { IncomingMessage, ServerResponse } from 'node:http';
import type { EventLog } from '@readout/event-log';
import { encodeRecord, type Hit, isPublicId } from '@readout/events';
import type { Logger } from 'pino';
import { type HitAddress, parseHitAddress } from './address.ts';
import { TRANSPARENT_GIF } from './gif.ts';
import type { LinkTable } from './link-table.ts';
import type { CollectorMetrics } from './metrics.ts';
import { UNKNOWN_LINK_PAGE } from './unknown-link-page.ts';

const AGENT_KEPT = 512;

export interface CollectorDependencies {
  readonly log: EventLog;
  readonly links: LinkTable;
  readonly metrics: CollectorMetrics;
  readonly logger: Logger;
  /** UTC, milliseconds. */
  readonly now: () => number;
}

const NEVER_STORED = {
  'cache-control': 'no-store, no-cache, must-revalidate, private, max-age=0',
  pragma: 'no-cache',
  expires: '0',
  'x-robots-tag': 'noindex, nofollow',
  'x-content-type-options': 'nosniff',
};
const PIXEL_HEADERS = { ...NEVER_STORED, 'content-type': 'image/gif', 'content-length': TRANSPARENT_GIF.length };
const PAGE_HEADERS = {
  ...NEVER_STORED,
  'content-type': 'text/html; charset=utf-8',
  'content-length': UNKNOWN_LINK_PAGE.length,
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
};

/**
 * Pixel and redirector. A request is answered when its event is on disk; only a redirect is answered in any
 * case, because a reader's link must work.
 */
export class Collector {
  readonly #log: EventLog;
  readonly #links: LinkTable;
  readonly #metrics: CollectorMetrics;
  readonly #logger: Logger;
  readonly #now: () => number;

  constructor({ log, links, metrics, logger, now }: CollectorDependencies) {
    this.#log = log;
    this.#links = links;
    this.#metrics = metrics;
    this.#logger = logger;
    this.#now = now;
  }

  /** Answers what is the collector's; false: not its path, nothing done. */
  handle(request: IncomingMessage, response: ServerResponse): boolean {
    const url = request.url ?? '';
    if (url.startsWith('/o/')) this.#guard(request, response, url, this.#pixel);
    else if (url.startsWith('/c/')) this.#guard(request, response, url, this.#redirect);
    else return false;
    return true;
  }

  #guard(
    request: IncomingMessage,
    response: ServerResponse,
    url: string,
    answer: (request: IncomingMessage, response: ServerResponse, address: HitAddress | null) => Promise<void>,
  ): void {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD', 'content-length': 0 }).end();
      return;
    }
    answer.call(this, request, response, parseHitAddress(url)).catch((error: unknown) => {
      this.#logger.error({ err: error }, 'collector could not answer');
      if (!response.headersSent)
        response.writeHead(503, { ...NEVER_STORED, 'retry-after': '5', 'content-length': 0 }).end();
    });
  }

  async #pixel(request: IncomingMessage, response: ServerResponse, address: HitAddress | null): Promise<void> {
    if (address === null || !isPublicId(address.target)) {
      // Nothing to count it for; the client gets its image all the same.
      this.#metrics.count('opened', 'malformed');
    } else {
      try {
        await this.#log.append(this.#record('opened', request, address));
        this.#metrics.count('opened', 'recorded');
      } catch (error) {
        this.#logger.error({ err: error }, 'an open could not be written to the log and was refused');
        this.#metrics.count('opened', 'refused');
        response.writeHead(503, { ...NEVER_STORED, 'retry-after': '5', 'content-length': 0 }).end();
        return;
      }
    }
    response.writeHead(200, PIXEL_HEADERS).end(request.method === 'HEAD' ? undefined : TRANSPARENT_GIF);
  }

  async #redirect(request: IncomingMessage, response: ServerResponse, address: HitAddress | null): Promise<void> {
    const id = address?.target ?? request.url?.slice(3).split(/[?/]/, 1)[0] ?? '';
    if (!isPublicId(id)) {
      this.#metrics.count('clicked', 'malformed');
      this.#unknownLink(request, response);
      return;
    }
    const destination = this.#links.known(id) ?? (await this.#links.find(id));
    if (destination === null) {
      this.#metrics.count('clicked', 'unknown');
      this.#unknownLink(request, response);
      return;
    }
    try {
      await this.#log.append(this.#record('clicked', request, { target: id, token: address?.token ?? '' }));
      this.#metrics.count('clicked', 'recorded');
    } catch (error) {
      this.#logger.error({ err: error }, 'a click could not be written to the log; the reader was sent on uncounted');
      this.#metrics.count('clicked', 'unrecorded');
    }
    response
      .writeHead(302, { ...NEVER_STORED, location: destination, 'referrer-policy': 'no-referrer', 'content-length': 0 })
      .end();
  }

  #unknownLink(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(404, PAGE_HEADERS).end(request.method === 'HEAD' ? undefined : UNKNOWN_LINK_PAGE);
  }

  /** The client's address is left out: no rule asks for it yet, and what is not kept cannot leak. */
  #record(kind: 'opened' | 'clicked', request: IncomingMessage, address: HitAddress): string {
    const agent = request.headers['user-agent'];
    const hit: Hit = {
      type: 'hit',
      version: 1,
      kind,
      time: this.#now(),
      target: address.target,
      token: address.token,
      method: request.method === 'HEAD' ? 'HEAD' : 'GET',
      source: kind === 'opened' ? 'pixel' : 'redirect',
      ...(agent === undefined ? {} : { agent: agent.slice(0, AGENT_KEPT) }),
    };
    return encodeRecord(hit);
  }
}
