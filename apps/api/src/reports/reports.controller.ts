import { Controller, Get, Inject, Param, Query, Req, Res, StreamableFile } from '@nestjs/common';
import {
  REPORT_KINDS,
  type ReportKind,
  type ReportView,
  reportQuery,
  reportView,
  type SponsorLinks,
  sponsorLinks as sponsorLinksSchema,
} from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import type { Rendering } from '@readout/reports';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { brandFor } from '../brand/brand-for.ts';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { ThePublication } from '../http/caller.ts';
import { Serves } from '../http/endpoint.ts';
import { pageQueryOf } from '../http/pages.ts';
import { Refusal } from '../http/problem.ts';
import type { AskedReport } from './asked.ts';
import { fileName } from './file-name.ts';
import { MAKERS } from './makers.ts';
import { MEDIA_TYPES } from './media-types.ts';
import { sponsorLinks } from './sponsor.ts';

const ASKED =
  '`issue` needs an issue’s id, `month` takes a month (or else the last whole one), `growth` the days whose issues count, `sponsor` needs the id of a link.';
const linksQuery = pageQueryOf(200).extend({ q: z.string().max(200).optional() });

@Controller('api/v1/publications/:publication/reports')
export class ReportsController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {}

  @Get('links')
  @Serves({
    group: 'Reports',
    access: 'publication',
    summary: 'List what links lead to, as a choice for a sponsor report',
    description: 'Each address once, without its query, the newest first. `q`: a text that the address holds.',
    query: linksQuery,
    answer: sponsorLinksSchema,
    refusals: ['invalid_cursor'],
  })
  links(
    @ThePublication() publication: Publication,
    @Query() asked: z.output<typeof linksQuery>,
  ): Promise<SponsorLinks> {
    return sponsorLinks(this.deps, publication, asked);
  }

  @Get(':kind.pdf')
  @Serves({
    group: 'Reports',
    access: 'publication',
    summary: 'Make a report as a PDF',
    description: ASKED,
    query: reportQuery,
    mediaType: MEDIA_TYPES.pdf,
    refusals: ['not_found', 'unavailable'],
  })
  pdf(
    @ThePublication() publication: Publication,
    @Param('kind') kind: string,
    @Query() asked: AskedReport,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.#file(publication, kind, asked, 'pdf', request, reply);
  }

  @Get(':kind.xlsx')
  @Serves({
    group: 'Reports',
    access: 'publication',
    summary: 'Make a report as a workbook',
    description: ASKED,
    query: reportQuery,
    mediaType: MEDIA_TYPES.xlsx,
    refusals: ['not_found', 'unavailable'],
  })
  xlsx(
    @ThePublication() publication: Publication,
    @Param('kind') kind: string,
    @Query() asked: AskedReport,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    return this.#file(publication, kind, asked, 'xlsx', request, reply);
  }

  @Get(':kind')
  @Serves({
    group: 'Reports',
    access: 'publication',
    summary: 'Make a report: on an issue, a month, growth, or a sponsor’s link',
    description: `${ASKED} The answer holds every figure twice: as it is, and as it is written in the report’s language.`,
    query: reportQuery,
    answer: reportView,
    refusals: ['not_found'],
  })
  report(
    @ThePublication() publication: Publication,
    @Param('kind') kind: string,
    @Query() asked: AskedReport,
  ): Promise<ReportView> {
    return MAKERS[kindOf(kind)](this.deps, publication, asked);
  }

  async #file(
    publication: Publication,
    kind: string,
    asked: AskedReport,
    as: Rendering,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<StreamableFile> {
    const report = await MAKERS[kindOf(kind)](this.deps, publication, asked);
    // Nobody waits for a file any more: the thread that writes it is ended.
    const gone = new AbortController();
    request.raw.once('close', () => request.raw.destroyed && !reply.sent && gone.abort());
    const bytes = await this.deps.render(report, await brandFor(this.deps, publication), as, gone.signal);
    this.deps.logger.info(
      { publication: publication.publicId, kind: report.kind, as, bytes: bytes.length },
      'a report was made',
    );
    reply.header('cache-control', 'no-store');
    return new StreamableFile(bytes, {
      type: MEDIA_TYPES[as],
      length: bytes.length,
      disposition: `attachment; ${fileName(report, as)}`,
    });
  }
}

function kindOf(kind: string): ReportKind {
  const known = REPORT_KINDS.find((one) => one === kind);
  if (known === undefined) {
    throw new Refusal(
      'not_found',
      `There is no such report. Reports are ${REPORT_KINDS.map((one) => `\`${one}\``).join(', ')}.`,
    );
  }
  return known;
}
