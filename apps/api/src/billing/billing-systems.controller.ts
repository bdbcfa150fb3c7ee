import { Body, Controller, Delete, Get, Inject, Param, Put } from '@nestjs/common';
import {
  type BillingSystemList,
  type BillingSystemView,
  billingSystemList,
  billingSystemView as billingSystemSchema,
  setBillingSystemRequest,
} from '@readout/api-contract';
import type { BillingSystemSetup, Publication } from '@readout/catalog';
import { REPORTING_SYSTEMS, type ReportingSystem } from '@readout/events';
import type { z } from 'zod';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { ThePublication } from '../http/caller.ts';
import { Serves } from '../http/endpoint.ts';
import { Refusal } from '../http/problem.ts';
import { faultOfSecret } from './secret-fault.ts';

/** Of a secret so much is shown: all begin alike. */
const HINT_LENGTH = 4;

@Controller('api/v1/publications/:publication/billing/systems')
export class BillingSystemsController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {}

  @Get()
  @Serves({
    group: 'Billing',
    access: 'publication',
    summary: 'List the billing systems that report on the subscriptions of a publication',
    description: 'And where each that can be set up is to report to. Secrets are not read back.',
    answer: billingSystemList,
  })
  async list(@ThePublication() publication: Publication): Promise<BillingSystemList> {
    const setups = await this.deps.catalog.billingSystems(publication.id);
    const last = await this.deps.warehouse.lastStatements(publication.id);
    return {
      items: setups.map((setup) => this.#view(publication, setup, last.get(setup.system))),
      hooks: REPORTING_SYSTEMS.map((system) => ({ system, hook: this.#hook(publication, system) })),
    };
  }

  @Put(':system')
  @Serves({
    group: 'Billing',
    access: 'publication',
    summary: 'Set a billing system up, or otherwise than it was',
    description:
      'For Stripe the signing secret of its webhook endpoint, for another system the secret that its signed webhooks (Standard Webhooks) share. Collectors know it within seconds; until then reports are refused, and come again.',
    body: setBillingSystemRequest,
    answer: billingSystemSchema,
    refusals: ['not_found'],
  })
  async set(
    @ThePublication() publication: Publication,
    @Param('system') name: string,
    @Body() { secret, account, takesTests }: z.output<typeof setBillingSystemRequest>,
  ): Promise<BillingSystemView> {
    const system = known(name);
    const fault = faultOfSecret(system, secret);
    if (fault !== null) throw refused('secret', fault);
    if (system !== 'stripe' && account) throw refused('account', 'Only Stripe has accounts.');
    if (system !== 'stripe' && takesTests) throw refused('takesTests', 'Only Stripe tells tests apart.');
    const set = await this.deps.catalog.setBillingSystem(publication.id, {
      system,
      secret,
      account: account ?? null,
      takesTests,
    });
    this.deps.logger.info({ publication: publication.publicId, system }, 'a billing system was set up');
    const last = await this.deps.warehouse.lastStatements(publication.id);
    return this.#view(publication, set, last.get(system));
  }

  @Delete(':system')
  @Serves({
    group: 'Billing',
    access: 'publication',
    summary: 'Take nothing more from a billing system',
    description: 'What it has stated stays.',
    status: 204,
    refusals: ['not_found'],
  })
  async remove(@ThePublication() { id, publicId }: Publication, @Param('system') name: string): Promise<void> {
    const system = known(name);
    if (!(await this.deps.catalog.removeBillingSystem(id, system))) {
      throw new Refusal('not_found', 'This billing system is not set up.');
    }
    this.deps.logger.info({ publication: publicId, system }, 'a billing system was removed');
  }

  #view(
    publication: Publication,
    { system, secret, account, takesTests, createdAt }: BillingSystemSetup,
    last: number | undefined,
  ): BillingSystemView {
    return {
      system,
      hook: this.#hook(publication, system),
      hint: secret.slice(-HINT_LENGTH),
      account,
      takesTests,
      createdAt: createdAt.toISOString(),
      lastStatementAt: last === undefined ? null : new Date(last).toISOString(),
    };
  }

  #hook({ publicId }: Publication, system: ReportingSystem): string {
    return `${this.deps.publicUrl}/hooks/${system}/${publicId}`;
  }
}

function known(name: string): ReportingSystem {
  const system = REPORTING_SYSTEMS.find((one) => one === name);
  if (system !== undefined) return system;
  throw new Refusal('not_found', `There is no such billing system. There are: ${REPORTING_SYSTEMS.join(', ')}.`);
}

function refused(path: string, message: string): Refusal {
  return new Refusal('invalid_request', `${path}: ${message}`, { errors: [{ path, message }] });
}
