import { Inject, Injectable } from '@nestjs/common';
import { digestOf } from '@readout/credentials';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { sessionIn } from '../session/cookie.ts';
import { Refusal } from './problem.ts';
import { rateLimitHeaders } from './rate-limit-headers.ts';
import { RequestQuota } from './request-quota.ts';

const WINDOW_SECONDS = 60;

/** Holds each key and each session to the requests a minute that the operator allows. */
@Injectable()
export class CallerLimit {
  readonly #quota: RequestQuota | null;

  constructor(@Inject(DEPENDENCIES) { requestsPerMinute, clock }: ApiDependencies) {
    this.#quota =
      requestsPerMinute === null
        ? null
        : new RequestQuota({ requests: requestsPerMinute, windowSeconds: WINDOW_SECONDS }, clock);
  }

  /**
   * Counts a request of somebody who has proved who they are, and tells them how they stand.
   * @throws {Refusal} `too_many_requests`
   */
  count({ headers }: FastifyRequest, reply: FastifyReply): void {
    if (this.#quota === null) return;
    const standing = this.#quota.take(whoseOf(headers));
    // On the bare response: streams and refusals carry them too.
    for (const [name, value] of Object.entries(rateLimitHeaders(this.#quota.quota, standing))) {
      reply.raw.setHeader(name, value);
    }
    if (standing.admitted) return;
    const { requests } = this.#quota.quota;
    throw new Refusal(
      'too_many_requests',
      `More than ${requests} requests in a minute. Wait ${standing.resetSeconds} s and go on; the header RateLimit says how many are left.`,
      { headers: { 'retry-after': String(standing.resetSeconds) } },
    );
  }
}

/** By its digest, so that no secret stays in memory for it. */
function whoseOf({ authorization, cookie }: FastifyRequest['headers']): string {
  const shown = authorization?.replace(/^Bearer +/i, '') ?? sessionIn(cookie) ?? '';
  return digestOf(shown).toString('base64url');
}
