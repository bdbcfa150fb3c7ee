import { Body, Controller, Delete, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { type SessionState, sessionState, setupRequest, signInRequest } from '@readout/api-contract';
import { Attempts, sameSecret } from '@readout/credentials';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { Serves } from '../http/endpoint.ts';
import { Refusal } from '../http/problem.ts';
import { sessionCookie, sessionIn } from './cookie.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { Sessions } from './sessions.ts';

@Controller('api/v1/session')
export class SessionController {
  readonly #attempts: Attempts;
  readonly #secure: boolean;
  #settingUp = false;

  constructor(
    @Inject(DEPENDENCIES) private readonly deps: ApiDependencies,
    @Inject(Sessions) private readonly sessions: Sessions,
  ) {
    this.#attempts = new Attempts(deps.clock);
    this.#secure = deps.publicUrl.startsWith('https:');
  }

  @Get()
  @Serves({ group: 'Session', access: 'public', summary: 'Say whether somebody is signed in', answer: sessionState })
  async read(@Req() request: FastifyRequest): Promise<SessionState> {
    if ((await this.deps.catalog.ownerPasswordHash()) === null) return { state: 'setup' };
    const secret = sessionIn(request.headers.cookie);
    return { state: secret !== null && (await this.sessions.isOpen(secret)) ? 'signed_in' : 'signed_out' };
  }

  @Post('setup')
  @Serves({
    group: 'Session',
    access: 'public',
    summary: "Choose the owner's password, once, and sign in",
    description: 'The code is printed in the terminal on first run.',
    body: setupRequest,
    answer: sessionState,
    refusals: ['wrong_credentials', 'conflict', 'too_many_attempts'],
  })
  async setUp(
    @Body() body: z.output<typeof setupRequest>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionState> {
    const { catalog, setupCode, logger } = this.deps;
    if (this.#settingUp || setupCode === null || (await catalog.ownerPasswordHash()) !== null) {
      throw new Refusal('conflict', 'This installation has its owner already. Sign in with the password.');
    }
    const succeeded = this.#admit(request);
    if (!sameSecret(body.code.trim(), setupCode)) {
      throw new Refusal(
        'wrong_credentials',
        'This is not the code. It was printed in the terminal when Readout started.',
        {
          errors: [{ path: 'code', message: 'Not the code from the terminal.' }],
        },
      );
    }
    this.#settingUp = true;
    try {
      await catalog.setOwnerPasswordHash(await hashPassword(body.password));
    } finally {
      this.#settingUp = false;
    }
    succeeded();
    logger.info('the owner chose a password');
    return this.#signIn(reply);
  }

  @Post()
  @Serves({
    group: 'Session',
    access: 'public',
    summary: 'Sign in',
    description: 'Sets the cookie readout_session for 30 days.',
    body: signInRequest,
    answer: sessionState,
    refusals: ['wrong_credentials', 'conflict', 'too_many_attempts'],
  })
  async signIn(
    @Body() body: z.output<typeof signInRequest>,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionState> {
    const hash = await this.deps.catalog.ownerPasswordHash();
    if (hash === null)
      throw new Refusal('conflict', 'There is no password yet. Choose one with the code from the terminal.');
    const succeeded = this.#admit(request);
    if (!(await verifyPassword(body.password, hash))) {
      this.deps.logger.warn('a sign-in failed');
      throw new Refusal('wrong_credentials', 'This is not the password.', {
        errors: [{ path: 'password', message: 'Not the password.' }],
      });
    }
    succeeded();
    return this.#signIn(reply);
  }

  @Delete()
  @Serves({ group: 'Session', access: 'public', summary: 'Sign out', answer: sessionState })
  async signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionState> {
    const secret = sessionIn(request.headers.cookie);
    if (secret !== null) await this.sessions.end(secret);
    reply.header('set-cookie', sessionCookie(null, this.#secure));
    return { state: (await this.deps.catalog.ownerPasswordHash()) === null ? 'setup' : 'signed_out' };
  }

  async #signIn(reply: FastifyReply): Promise<SessionState> {
    reply.header('set-cookie', sessionCookie(await this.sessions.open(), this.#secure));
    return { state: 'signed_in' };
  }

  /** The answer takes the attempt off the count. */
  #admit(request: FastifyRequest): () => void {
    const attempt = this.#attempts.begin(request.raw.socket.remoteAddress ?? '');
    if (attempt.admitted) return attempt.succeeded;
    this.deps.logger.warn('sign-in is held back after too many failed attempts');
    const minutes = Math.ceil(attempt.retryAfterSeconds / 60);
    throw new Refusal('too_many_attempts', `Too many failed attempts. Try again in ${minutes} min.`, {
      headers: { 'retry-after': String(attempt.retryAfterSeconds) },
    });
  }
}
