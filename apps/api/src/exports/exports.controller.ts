import { Body, Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import {
  COMPRESSIBLE,
  EXPORT_FILE_FORMATS,
  EXPORTED,
  type ExportParts,
  exportParts,
  exportTableRequest,
  type LoggedExports,
  type LoggedExportView,
  loggedExport,
  loggedExports,
} from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import { isPublicId } from '@readout/events';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { type Caller, TheCaller, ThePublication } from '../http/caller.ts';
import { Serves } from '../http/endpoint.ts';
import { type PageQuery, pageQueryOf } from '../http/pages.ts';
import { Refusal } from '../http/problem.ts';
import { withoutAbsent } from '../http/without-absent.ts';
import { aboutExport } from './about.ts';
import { loggedView } from './export-log.ts';
import { exportFilter, exportQuery } from './export-query.ts';
import { Exporting } from './exporting.ts';
import { narrowed, refused } from './filter.ts';
import { fileOf, MEDIA_TYPES } from './formats.ts';
import { written } from './sources.ts';
import { tableFile } from './table-file.ts';

const listQuery = pageQueryOf(50);
const partsQuery = exportFilter.extend({
  rows: z.coerce.number().int().min(1_000).max(100_000_000).default(1_000_000),
});
const FILE = new RegExp(`^(${EXPORTED.join('|')})\\.(${EXPORT_FILE_FORMATS.join('|')})$`);
const TABLE_LIMIT = 8_000_000;

@Controller('api/v1/publications/:publication/exports')
export class ExportsController {
  constructor(
    @Inject(DEPENDENCIES) private readonly deps: ApiDependencies,
    @Inject(Exporting) private readonly exporting: Exporting,
  ) {}

  @Get()
  @Serves({
    group: 'Exports',
    access: 'publication',
    summary: 'List who took what out of a publication, the newest first',
    query: listQuery,
    answer: loggedExports,
    refusals: ['invalid_cursor'],
  })
  async list(
    @ThePublication() publication: Publication,
    @Query() { limit, cursor }: PageQuery,
  ): Promise<LoggedExports> {
    const page = await this.deps.catalog.listExports(publication.id, {
      limit,
      ...withoutAbsent({ cursor }),
    });
    const now = this.deps.clock();
    const items = page.items.map((one) => loggedView(one, this.exporting.isRunning(one.publicId), now));
    return { items, next: page.next };
  }

  @Get('log/:export')
  @Serves({
    group: 'Exports',
    access: 'publication',
    summary: 'Read how an export went: its rows, bytes and SHA-256, by which a file is checked',
    description: 'The id is that of the header `x-readout-export` of the export.',
    answer: loggedExport,
  })
  async one(@ThePublication() publication: Publication, @Param('export') id: string): Promise<LoggedExportView> {
    const found = isPublicId(id) ? await this.deps.catalog.findExport(publication.id, id) : null;
    if (found === null) throw new Refusal('not_found', 'This publication has no such export.');
    return loggedView(found, this.exporting.isRunning(found.publicId), this.deps.clock());
  }

  @Get('parts')
  @Serves({
    group: 'Exports',
    access: 'publication',
    summary: 'Cut the events into parts to be exported one by one, so that an export can go on where it ended',
    description:
      'By issue, of about so many `rows` each. Give each `part` with the same filter, and `to` as it is answered: what comes later is in none of them.',
    query: partsQuery,
    answer: exportParts,
  })
  async parts(
    @ThePublication() publication: Publication,
    @Query() { rows, ...asked }: z.output<typeof partsQuery>,
  ): Promise<ExportParts> {
    const { events } = await narrowed(this.deps.catalog, publication, 'events', asked);
    const to = Math.min(events.to ?? Number.POSITIVE_INFINITY, this.deps.clock());
    const parts = await this.deps.warehouse.exportParts(
      { publication: publication.id, filter: { ...events, to } },
      rows,
    );
    return {
      to: new Date(to).toISOString(),
      parts: parts.map((one) => ({ part: `${one.from}-${one.to}`, rows: one.events })),
    };
  }

  @Get(':file')
  @Serves({
    group: 'Exports',
    access: 'publication',
    summary: 'Export events, issues, links, sections, readers, trials or cohorts as a file',
    description: `\`file\` is one of ${EXPORTED.join(', ')} with one of .${EXPORT_FILE_FORMATS.join(', .')}. Readers are keyed hashes, never names or addresses. The file is sent as it is made; one that fails is torn off. Trailers \`x-readout-rows\` and \`x-readout-sha256\`, and exports/log/{export}, say what a whole one is. Dates in text are in the publication’s time zone.`,
    query: exportQuery,
    mediaType: 'application/octet-stream',
    refusals: ['exports_busy', 'unavailable'],
  })
  async file(
    @ThePublication() publication: Publication,
    @TheCaller() caller: Caller,
    @Param('file') name: string,
    @Query() asked: z.output<typeof exportQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { what, format } = named(name);
    const { compress, bom, ...filter } = asked;
    if (compress !== undefined && !COMPRESSIBLE.includes(format)) {
      throw refused('compress', `A file of the format ${format} is compressed by itself. Leave it out.`);
    }
    const narrow = await narrowed(this.deps.catalog, publication, what, filter);
    if (reply.request.method === 'HEAD') {
      reply.type(MEDIA_TYPES[format]).send('');
      return;
    }
    const logged = { what, format: compress === undefined ? format : `${format}.gz`, filter };
    await this.exporting.send(reply.raw, { publication, caller, logged }, async () => {
      const source = await written(this.deps, publication, what, narrow, format === 'xlsx' ? 'rows' : format);
      const about = aboutExport(publication, { what, filter, now: this.deps.clock() });
      return fileOf(source, { format, fileName: `${what}.${format}`, compress, bom }, about);
    });
    reply.hijack();
  }

  @Post('table')
  @Serves({
    group: 'Exports',
    access: 'publication',
    summary: 'Make a file of a table that is sent, with a header that says what it is of',
    description: 'For what the dashboard shows: at most 20,000 rows. It is in the log of exports by its title.',
    body: exportTableRequest,
    bodyLimit: TABLE_LIMIT,
    mediaType: 'application/octet-stream',
    refusals: ['exports_busy', 'unavailable'],
  })
  async table(
    @ThePublication() publication: Publication,
    @TheCaller() caller: Caller,
    @Body() table: z.output<typeof exportTableRequest>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { columns, rows } = table;
    const at = rows.findIndex((row) => row.length !== columns.length);
    if (at >= 0) throw refused(`rows.${at}`, `A row has as many cells as there are columns: ${columns.length}.`);
    const logged = { what: 'table', format: table.format, filter: { title: table.title } };
    await this.exporting.send(reply.raw, { publication, caller, logged }, () =>
      tableFile(this.deps, publication, table),
    );
    reply.hijack();
  }
}

function named(name: string) {
  const [, what, format] = FILE.exec(name) ?? [];
  const [exported, fileFormat] = [
    EXPORTED.find((one) => one === what),
    EXPORT_FILE_FORMATS.find((one) => one === format),
  ];
  if (exported === undefined || fileFormat === undefined) {
    throw new Refusal(
      'not_found',
      `There is no such export. What there is: ${EXPORTED.join(', ')}, each as .${EXPORT_FILE_FORMATS.join(', .')}.`,
    );
  }
  return { what: exported, format: fileFormat };
}
