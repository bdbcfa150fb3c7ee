import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { digestOf } from '@readout/credentials';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { SESSION_DAYS } from './cookie.ts';

const SECRET_BYTES = 32;
const DAY_MS = 86_400_000;

/** Sessions of the owner. Only their digests are kept. */
@Injectable()
export class Sessions {
  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {}

  /** Opens one; the answer is the secret for the cookie. */
  async open(): Promise<string> {
    const secret = randomBytes(SECRET_BYTES).toString('base64url');
    await this.deps.catalog.createSession(digestOf(secret), new Date(this.deps.clock() + SESSION_DAYS * DAY_MS));
    return secret;
  }

  async isOpen(secret: string): Promise<boolean> {
    const digest = digestOf(secret);
    const session = await this.deps.catalog.findSession(digest);
    if (session === null) return false;
    if (session.expiresAt.getTime() > this.deps.clock()) return true;
    await this.deps.catalog.deleteSession(digest);
    return false;
  }

  async end(secret: string): Promise<void> {
    await this.deps.catalog.deleteSession(digestOf(secret));
  }
}
