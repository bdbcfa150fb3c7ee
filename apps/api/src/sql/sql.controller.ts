import { Body, Controller, Inject, Post, Res } from '@nestjs/common';
import { sqlRequest } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { Exporting } from '../exports/exporting.ts';
import { headersOf, MEDIA_TYPES } from '../exports/formats.ts';
import { rowCounter } from '../exports/row-counter.ts';
import { type Caller, TheCaller, ThePublication } from '../http/caller.ts';
import { Serves } from '../http/endpoint.ts';
import { publicationInViews } from './publication-in-views.ts';

@Controller('api/v1/publications/:publication/sql')
export class SqlController {
  constructor(
    @Inject(DEPENDENCIES) private readonly deps: ApiDependencies,
    @Inject(Exporting) private readonly exporting: Exporting,
  ) {}

  @Post()
  @Serves({
    group: 'Exports',
    access: 'owner',
    summary: 'Ask the views of a publication by a SELECT of your own',
    description:
      'One SELECT of ClickHouse’s SQL, of the views alone (docs/sql-views.md): no other table, no function that looks elsewhere, no SETTINGS. Half a minute, 1 GB and a million rows at most. It is in the log of exports with its statement. An answer that fails half-way is torn off.',
    body: sqlRequest,
    mediaType: 'application/octet-stream',
    refusals: ['unprocessable', 'exports_busy', 'unavailable'],
  })
  async ask(
    @ThePublication() publication: Publication,
    @TheCaller() caller: Caller,
    @Body() { sql, format }: z.output<typeof sqlRequest>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { warehouse } = this.deps;
    const logged = { what: 'sql', format, filter: { sql } };
    await this.exporting.send(reply.raw, { publication, caller, logged }, async () => {
      await warehouse.offerViews(await publicationInViews(this.deps, publication));
      const bytes = await warehouse.askViews(publication.publicId, sql, format);
      const counter = rowCounter(format);
      return {
        bytes: counting(bytes, (chunk) => counter.add(chunk)),
        rows: () => counter.rows(),
        headers: headersOf(MEDIA_TYPES[format], `answer.${format}`),
      };
    });
    reply.hijack();
  }
}

async function* counting(
  bytes: AsyncIterable<Uint8Array>,
  count: (chunk: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of bytes) {
    count(chunk);
    yield chunk;
  }
}
