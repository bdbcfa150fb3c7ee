import { Body, Controller, Delete, Get, Inject, Param, Put } from '@nestjs/common';
import {
  type MailProviderList,
  type MailProviderView,
  mailProviderList,
  mailProviderView as mailProviderSchema,
  setMailProviderRequest,
} from '@readout/api-contract';
import type { MailProviderKey, Publication } from '@readout/catalog';
import { MAIL_PROVIDERS, type MailProvider } from '@readout/events';
import type { z } from 'zod';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { ThePublication } from '../http/caller.ts';
import { Serves } from '../http/endpoint.ts';
import { Refusal } from '../http/problem.ts';
import { faultOf } from './key-fault.ts';

/** Of a key so much is shown: the ends of SendGrid's differ, their beginnings do not. */
const HINT_LENGTH = 4;

@Controller('api/v1/publications/:publication/mail-providers')
export class MailProvidersController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {}

  @Get()
  @Serves({
    group: 'Mail providers',
    access: 'publication',
    summary: 'List the mail providers that report on the mail of a publication',
    description: 'And where each that can be set up is to report to. Keys are not read back.',
    answer: mailProviderList,
  })
  async list(@ThePublication() publication: Publication): Promise<MailProviderList> {
    const keys = await this.deps.catalog.mailProviders(publication.id);
    const last = await this.deps.warehouse.lastNotices(publication.id);
    return {
      items: keys.map((key) => this.#view(publication, key, last.get(key.provider))),
      hooks: MAIL_PROVIDERS.map((provider) => ({ provider, hook: this.#hook(publication, provider) })),
    };
  }

  @Put(':provider')
  @Serves({
    group: 'Mail providers',
    access: 'publication',
    summary: 'Set a mail provider up, or give it another key',
    description:
      'For Mailgun its HTTP webhook signing key, for SendGrid the verification key of its signed event webhook, for Amazon SES the ARN of the SNS topic that it reports to, for Postmark the password that you give its webhook. Collectors know it within seconds; until then its reports are refused, and it sends them again.',
    body: setMailProviderRequest,
    answer: mailProviderSchema,
    refusals: ['not_found'],
  })
  async set(
    @ThePublication() publication: Publication,
    @Param('provider') name: string,
    @Body() { key }: z.output<typeof setMailProviderRequest>,
  ): Promise<MailProviderView> {
    const provider = known(name);
    const fault = faultOf(provider, key);
    if (fault !== null) {
      throw new Refusal('invalid_request', `key: ${fault}`, { errors: [{ path: 'key', message: fault }] });
    }
    const set = await this.deps.catalog.setMailProvider(publication.id, provider, key);
    this.deps.logger.info({ publication: publication.publicId, provider }, 'a mail provider was set up');
    const last = await this.deps.warehouse.lastNotices(publication.id);
    return this.#view(publication, set, last.get(provider));
  }

  @Delete(':provider')
  @Serves({
    group: 'Mail providers',
    access: 'publication',
    summary: 'Take nothing more from a mail provider',
    description: 'What it has reported stays.',
    status: 204,
    refusals: ['not_found'],
  })
  async remove(@ThePublication() { id, publicId }: Publication, @Param('provider') name: string): Promise<void> {
    const provider = known(name);
    if (!(await this.deps.catalog.removeMailProvider(id, provider))) {
      throw new Refusal('not_found', 'This mail provider is not set up.');
    }
    this.deps.logger.info({ publication: publicId, provider }, 'a mail provider was removed');
  }

  #view(publication: Publication, { provider, key, createdAt }: MailProviderKey, last: number | undefined) {
    return {
      provider,
      hook: this.#hook(publication, provider),
      hint: key.slice(-HINT_LENGTH),
      createdAt: createdAt.toISOString(),
      lastEventAt: last === undefined ? null : new Date(last).toISOString(),
    };
  }

  #hook({ publicId }: Publication, provider: MailProvider): string {
    return `${this.deps.publicUrl}/hooks/${provider}/${publicId}`;
  }
}

function known(name: string): MailProvider {
  const provider = MAIL_PROVIDERS.find((one) => one === name);
  if (provider !== undefined) return provider;
  throw new Refusal('not_found', `There is no such mail provider. There are: ${MAIL_PROVIDERS.join(', ')}.`);
}
