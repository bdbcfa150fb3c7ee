import { Inject, Injectable } from '@nestjs/common';
import type { Publication } from '@readout/catalog';
import { isPublicId } from '@readout/events';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { sessionIn } from '../session/cookie.ts';
import { Identification } from '../session/identify.ts';
import { type Caller, noteAdmission } from './caller.ts';
import { CallerLimit } from './caller-limit.ts';
import type { Access } from './endpoint.ts';
import { refuseCrossSite } from './origin-check.ts';
import { Refusal } from './problem.ts';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;
const NO_PUBLICATION = 'There is no such publication, or the key is not for it.';

/** Stands before every route and lets in who may; runs before a body is read, so that strangers cannot make us read. */
@Injectable()
export class Gate {
  readonly #publicOrigin: string;

  constructor(
    @Inject(DEPENDENCIES) private readonly deps: ApiDependencies,
    @Inject(Identification) private readonly identification: Identification,
    @Inject(CallerLimit) private readonly limit: CallerLimit,
  ) {
    this.#publicOrigin = new URL(deps.publicUrl).origin;
  }

  /** @throws {Refusal} with the reason why not. */
  async admit(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    if (request.is404) return;
    const endpoint = request.routeOptions.config.endpoint;
    if (endpoint === undefined)
      throw new Refusal('forbidden', 'This address does not say who may use it, so nobody may.');
    const { headers, method } = request;
    if (headers.authorization === undefined) {
      refuseCrossSite({ method, headers, hasSessionCookie: sessionIn(headers.cookie) !== null }, this.#publicOrigin);
    }
    if (endpoint.access === 'public' || (endpoint.access === 'operator' && isFromThisMachine(request))) {
      noteAdmission(request, { caller: null, publication: null });
      return;
    }
    const caller = await this.identification.identify(headers);
    if (caller === null) {
      throw new Refusal('unauthenticated', 'Sign in, or send a valid key as Authorization: Bearer <key>.', {
        headers: { 'www-authenticate': 'Bearer realm="Readout"' },
      });
    }
    this.limit.count(request, reply);
    if (caller.kind === 'publication' && !opensToPublicationKeys(endpoint.access)) {
      throw new Refusal('forbidden', "Only the owner, or an owner's key, may do this.");
    }
    noteAdmission(request, { caller, publication: await this.#namedPublication(request, caller) });
  }

  async #namedPublication(request: FastifyRequest, caller: Caller): Promise<Publication | null> {
    const { publication: id } = request.params as { publication?: string };
    if (id === undefined) return null;
    const publication = isPublicId(id) ? await this.deps.catalog.findPublication(id) : null;
    const isTheirs = caller.kind === 'owner' || caller.publication === publication?.id;
    if (publication === null || !isTheirs) throw new Refusal('not_found', NO_PUBLICATION);
    return publication;
  }
}

function opensToPublicationKeys(access: Access): boolean {
  return access === 'publication';
}

/** Whoever comes through a proxy on this machine does not count as being on it. */
function isFromThisMachine(request: FastifyRequest): boolean {
  const { headers } = request;
  const proxied =
    headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined || headers.via !== undefined;
  return !proxied && LOOPBACK.test(request.raw.socket.remoteAddress ?? '');
}
