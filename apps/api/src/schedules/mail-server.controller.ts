import { Body, Controller, Delete, Get, Inject, Post, Put } from '@nestjs/common';
import {
  type MailServerView,
  mailServerView,
  setMailServerRequest,
  type TestMailAnswer,
  testMailAnswer,
  testMailRequest,
} from '@readout/api-contract';
import type { MailServerSetup, Publication } from '@readout/catalog';
import { seal } from '@readout/credentials';
import { sendMail } from '@readout/delivery';
import type { z } from 'zod';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { ThePublication } from '../http/caller.ts';
import { Serves } from '../http/endpoint.ts';
import { Refusal } from '../http/problem.ts';
import { mailServerFor, placeOf, sealingKey } from './publication-mail.ts';

const NONE = { host: null, port: null, tls: null, user: null, hasPassword: false, from: null } as const;

@Controller('api/v1/publications/:publication/mail-server')
export class MailServerController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {}

  @Get()
  @Serves({
    group: 'Schedules',
    access: 'publication',
    summary: 'Read through which server a publication sends what it has scheduled',
    description: 'Its own, or else the operator’s, of which only the sender is told. The password is not read back.',
    answer: mailServerView,
  })
  async read(@ThePublication() { id }: Publication): Promise<MailServerView> {
    return this.#view(await this.deps.catalog.mailServer(id));
  }

  @Put()
  @Serves({
    group: 'Schedules',
    access: 'publication',
    summary: 'Give a publication a mail server of its own',
    description: 'The password is kept sealed. Left out, it stays as it was where server and user do.',
    body: setMailServerRequest,
    answer: mailServerView,
  })
  async set(
    @ThePublication() publication: Publication,
    @Body() { password, ...asked }: z.output<typeof setMailServerRequest>,
  ): Promise<MailServerView> {
    const { catalog, logger } = this.deps;
    const known = await catalog.mailServer(publication.id);
    const user = asked.user === '' ? null : asked.user;
    // A password that was given for one server goes to no other.
    const isSame = known !== null && known.host === asked.host && known.port === asked.port && known.user === user;
    if (password === undefined && user !== null && !isSame) {
      const message = 'Give the password: server or user are not those that it was given for.';
      throw new Refusal('invalid_request', `password: ${message}`, { errors: [{ path: 'password', message }] });
    }
    const sealed =
      password === undefined
        ? (known?.password ?? null)
        : seal(password, await sealingKey(this.deps), placeOf(publication));
    const set = await catalog.setMailServer(publication.id, {
      ...asked,
      user,
      password: user === null ? null : sealed,
    });
    logger.info({ publication: publication.publicId, host: asked.host }, 'a mail server was set up');
    return this.#view(set);
  }

  @Delete()
  @Serves({
    group: 'Schedules',
    access: 'publication',
    summary: 'Take a publication’s own mail server away',
    description: 'The operator’s is used from then on, where there is one.',
    status: 204,
    refusals: ['not_found'],
  })
  async remove(@ThePublication() { id, publicId }: Publication): Promise<void> {
    if (!(await this.deps.catalog.removeMailServer(id))) {
      throw new Refusal('not_found', 'This publication has no mail server of its own.');
    }
    this.deps.logger.info({ publication: publicId }, 'a mail server was removed');
  }

  @Post('test')
  @Serves({
    group: 'Schedules',
    access: 'publication',
    summary: 'Send a test message through the mail server',
    description: 'Where it is not taken, the answer says why in the words of the server.',
    body: testMailRequest,
    answer: testMailAnswer,
    refusals: ['conflict'],
  })
  async test(
    @ThePublication() publication: Publication,
    @Body() { to }: z.output<typeof testMailRequest>,
  ): Promise<TestMailAnswer> {
    const used = await mailServerFor(this.deps, publication);
    if (used === null) throw new Refusal('conflict', 'There is no mail server yet. Set one up first.');
    const now = this.deps.clock();
    const { hostname } = new URL(this.deps.publicUrl);
    const sent = await sendMail(
      used.server,
      {
        to: [to],
        subject: `${publication.name}: a test message of Readout`,
        text: `This is a test message of Readout for ${publication.name}. That you read it means that mail arrives.\n`,
        files: [],
        messageId: `test.${now}.${publication.publicId}@${hostname}`,
        at: now,
      },
      used.allowsPrivate,
    );
    return { outcome: sent.kind, why: sent.kind === 'done' ? sent.note : sent.why };
  }

  #view(own: MailServerSetup | null): MailServerView {
    if (own !== null) {
      const { host, port, tls, user, password, from } = own;
      return { whose: 'publication', host, port, tls, user, hasPassword: password !== null, from };
    }
    const { mail } = this.deps.delivery;
    return mail === null ? { whose: 'none', ...NONE } : { whose: 'operator', ...NONE, from: mail.from };
  }
}
