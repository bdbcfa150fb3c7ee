import { Body, Controller, Inject, Post, Query } from '@nestjs/common';
import {
  type BillingImport,
  billingImport as billingImportSchema,
  billingStatementsRequest,
  type RecordedStatements,
  recordedStatements,
  stripeListRequest,
} from '@readout/api-contract';
import { readStripeListing, readSubscriptionsCsv, type Stated, statedBy } from '@readout/billing';
import type { Publication } from '@readout/catalog';
import type { z } from 'zod';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { ThePublication } from '../http/caller.ts';
import { CsvBody } from '../http/csv-body.ts';
import { Serves } from '../http/endpoint.ts';
import { Refusal } from '../http/problem.ts';
import { instantOf } from '../issues/instant.ts';
import { foundIn } from './found.ts';
import { billingImportQuery } from './import-query.ts';
import { recordStatements } from './record-statements.ts';

const MEGABYTE = 1_048_576;

interface Imported {
  readonly rows: number;
  readonly stated: readonly Stated[];
  readonly unknownColumns: readonly string[];
}

@Controller('api/v1/publications/:publication/billing')
export class StatementsController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {}

  @Post('statements')
  @Serves({
    group: 'Billing',
    access: 'publication',
    summary: 'State how subscriptions stand, what was paid, what was given back, or whose they are',
    description:
      'Up to 1,000 statements, in any order and as often as you like: each is true of its time, and counts once. Nothing is written where one has a mistake. Of names and addresses only hashes are kept.',
    body: billingStatementsRequest,
    answer: recordedStatements,
    refusals: ['log_unavailable'],
    bodyLimit: 2 * MEGABYTE,
  })
  async state(
    @ThePublication() publication: Publication,
    @Body() { statements }: z.output<typeof billingStatementsRequest>,
  ): Promise<RecordedStatements> {
    const recorded = await recordStatements(this.deps, publication, 'import', statements.flatMap(statedBy));
    this.deps.logger.info({ publication: publication.publicId, recorded }, 'statements on subscriptions were recorded');
    return { recorded };
  }

  @Post('import')
  @Serves({
    group: 'Billing',
    access: 'publication',
    summary: 'Import subscriptions from a file, or from what Stripe lists',
    description:
      'Takes comma-separated values as text/csv (docs/billing.md has the columns), or as JSON what Stripe lists: subscriptions, invoices, refunds, events and others, under the same names as its webhook, so that what was reported already counts once. With preview=true nothing is written, and the answer says what was found.',
    query: billingImportQuery,
    body: stripeListRequest,
    csv: true,
    answer: billingImportSchema,
    refusals: ['log_unavailable'],
    bodyLimit: 20 * MEGABYTE,
  })
  async import(
    @ThePublication() publication: Publication,
    @Query() query: z.output<typeof billingImportQuery>,
    @Body() body: CsvBody | z.output<typeof stripeListRequest>,
  ): Promise<BillingImport> {
    const asOf = query.asOf === undefined ? this.deps.clock() : instantOf(query.asOf, 'asOf').getTime();
    const isPreview = query.preview === 'true';
    const { rows, stated, unknownColumns } =
      body instanceof CsvBody ? await readCsv(body.text, asOf) : readListing(body, asOf);
    const found = await foundIn(this.deps, publication, stated);
    const system = body instanceof CsvBody ? 'import' : 'stripe';
    const recorded = isPreview ? 0 : await recordStatements(this.deps, publication, system, stated);
    if (!isPreview) {
      this.deps.logger.info({ publication: publication.publicId, rows, recorded }, 'subscriptions were imported');
    }
    return { preview: isPreview, rows, ...found, unknownColumns: [...unknownColumns], recorded };
  }
}

async function readCsv(text: string, asOf: number): Promise<Imported> {
  const read = await readSubscriptionsCsv(text, asOf);
  if (read.ok) return read;
  const errors = read.faults.map(({ line, column, message }) => ({
    path: column === null ? `line ${line}` : `line ${line}, ${column}`,
    message,
  }));
  throw refused(errors);
}

function readListing(json: unknown, asOf: number): Imported {
  const read = readStripeListing(json, asOf);
  if (read.ok) return { ...read, unknownColumns: [] };
  throw refused(read.faults.map(({ at, message }) => ({ path: at === null ? 'body' : `data.${at}`, message })));
}

function refused(errors: readonly { readonly path: string; readonly message: string }[]): Refusal {
  const all = errors.map(({ path, message }) => `${path}: ${message}`).join(' ');
  return new Refusal('invalid_request', `Nothing was imported. ${all}`.slice(0, 1_000), { errors });
}
