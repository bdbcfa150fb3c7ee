import type { IncomingHttpHeaders } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { digestOf, sameSecret } from '@readout/credentials';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import type { Caller } from '../http/caller.ts';
import { sessionIn } from './cookie.ts';
import { Sessions } from './sessions.ts';

const BEARER = /^Bearer +(\S{1,200})$/i;

/** Finds out who is asking: by bearer key, or else by session cookie. */
@Injectable()
export class Identification {
  constructor(
    @Inject(DEPENDENCIES) private readonly deps: ApiDependencies,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {}

  /** Null where nothing, or nothing valid, was shown. A wrong key is not made up for by a cookie. */
  async identify(headers: IncomingHttpHeaders): Promise<Caller | null> {
    if (headers.authorization !== undefined) {
      const key = BEARER.exec(headers.authorization)?.[1];
      return key === undefined ? null : this.#byKey(key);
    }
    const secret = sessionIn(headers.cookie);
    return secret !== null && (await this.sessions.isOpen(secret)) ? { kind: 'owner', by: 'session' } : null;
  }

  async #byKey(key: string): Promise<Caller | null> {
    const { ownerKey, catalog } = this.deps;
    if (ownerKey !== null && sameSecret(key, ownerKey)) return { kind: 'owner', by: 'operator_key' };
    const known = await catalog.findApiKey(digestOf(key));
    if (known === null) return null;
    await catalog.touchApiKey(known.id);
    const by = { key: known.name };
    return known.publication === null
      ? { kind: 'owner', by }
      : { kind: 'publication', publication: known.publication, by };
  }
}
