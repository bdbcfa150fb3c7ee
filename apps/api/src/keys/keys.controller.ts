import { randomBytes } from 'node:crypto';
import { Body, Controller, Delete, Get, Inject, Param, Post, Query } from '@nestjs/common';
import {
  type ApiKeyView,
  apiKeyList,
  type CreatedApiKey,
  createApiKeyRequest,
  createdApiKey,
} from '@readout/api-contract';
import type { ApiKey, Publication } from '@readout/catalog';
import { digestOf } from '@readout/credentials';
import { isPublicId } from '@readout/events';
import type { z } from 'zod';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { Serves } from '../http/endpoint.ts';
import { type PageQuery, pageOf, pageQuery } from '../http/pages.ts';
import { Refusal } from '../http/problem.ts';

const SECRET_BYTES = 32;
const HINT_LENGTH = 8;
const KEY_ID = /^[1-9]\d{0,8}$/;

@Controller('api/v1/keys')
export class KeysController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {}

  @Get()
  @Serves({
    group: 'Keys',
    access: 'owner',
    summary: 'List the API keys, the oldest first',
    query: pageQuery,
    answer: apiKeyList,
    refusals: ['invalid_cursor'],
  })
  async list(@Query() query: PageQuery): Promise<z.output<typeof apiKeyList>> {
    const [keys, publications] = [await this.deps.catalog.listApiKeys(), await this.deps.catalog.listPublications()];
    const place = ({ id, createdAt }: ApiKey) => ({ id, at: createdAt.getTime() });
    const { items, next } = pageOf('keys', keys, query, place, 'oldest-first');
    return { items: items.map((key) => keyView(key, publications)), next };
  }

  @Post()
  @Serves({
    group: 'Keys',
    access: 'owner',
    summary: 'Make an API key',
    description: 'For everything, or for one publication. The key itself is shown this once.',
    body: createApiKeyRequest,
    answer: createdApiKey,
    status: 201,
    refusals: ['unprocessable'],
  })
  async create(@Body() { name, publication }: z.output<typeof createApiKeyRequest>): Promise<CreatedApiKey> {
    const { catalog, logger } = this.deps;
    const target = publication !== null && isPublicId(publication) ? await catalog.findPublication(publication) : null;
    if (publication !== null && target === null) {
      throw new Refusal('unprocessable', 'There is no such publication. Give its id, or null for an owner’s key.', {
        errors: [{ path: 'publication', message: 'No such publication.' }],
      });
    }
    const key = `ro_${randomBytes(SECRET_BYTES).toString('base64url')}`;
    const made = await catalog.createApiKey({
      name,
      hash: digestOf(key),
      hint: key.slice(0, HINT_LENGTH),
      publication: target?.id ?? null,
    });
    logger.info({ key: made.id, publication: target?.publicId ?? null }, 'an API key was made');
    return { ...keyView(made, target === null ? [] : [target]), key };
  }

  @Delete(':key')
  @Serves({ group: 'Keys', access: 'owner', summary: 'Withdraw an API key', status: 204, refusals: ['not_found'] })
  async remove(@Param('key') id: string): Promise<void> {
    const removed = KEY_ID.test(id) && (await this.deps.catalog.deleteApiKey(Number(id)));
    if (!removed) throw new Refusal('not_found', 'There is no such key.');
    this.deps.logger.info({ key: Number(id) }, 'an API key was withdrawn');
  }
}

function keyView(key: ApiKey, publications: readonly Publication[]): ApiKeyView {
  return {
    id: key.id,
    name: key.name,
    publication: publications.find((one) => one.id === key.publication)?.publicId ?? null,
    hint: key.hint,
    createdAt: key.createdAt.toISOString(),
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
  };
}
