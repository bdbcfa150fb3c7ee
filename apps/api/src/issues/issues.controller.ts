import { Body, Controller, Get, Inject, Param, Patch, Post, Query, Res } from '@nestjs/common';
import {
  type CreatedIssue,
  createdIssue,
  createIssueRequest,
  type IssueChoices,
  type IssueDetail,
  type IssueList,
  type IssueReport,
  issueChoices as issueChoicesSchema,
  issueDetail as issueDetailSchema,
  issueList,
  issueReport as issueReportSchema,
  recipientsRequest,
  recipientsResponse,
  updateIssueRequest,
} from '@readout/api-contract';
import type { IssueWithStructure, Publication } from '@readout/catalog';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { ThePublication } from '../http/caller.ts';
import { Serves } from '../http/endpoint.ts';
import { Refusal } from '../http/problem.ts';
import { withoutAbsent } from '../http/without-absent.ts';
import { createdIssueView, createIssueAsAsked } from './create-issue.ts';
import { findIssue } from './find-issue.ts';
import { instantOf } from './instant.ts';
import { issueChoices } from './issue-choices.ts';
import { issueDetail } from './issue-view.ts';
import { listIssues } from './list-issues.ts';
import { listQuery } from './list-query.ts';
import { recordRecipients } from './record-recipients.ts';
import { reportOn } from './report-on.ts';

const MEGABYTE = 1_000_000;
const editionAnswer = z.object({ edition: z.enum(['whole', 'cut']), html: z.string() });

@Controller('api/v1/publications/:publication/issues')
export class IssuesController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {}

  @Get()
  @Serves({
    group: 'Issues',
    access: 'publication',
    summary: 'List issues with their key figures, newest first or as asked',
    description:
      'A minus before the name of a figure puts the largest first; issues without the figure come last. `q`: words that are all in title or subtitle, in whatever case and with or without accents. `from`, `to` and `weekday` (1 is Monday) are days in the time zone of the publication. An issue must have every `tag` given. A cursor belongs to the sort and filter that it came with.',
    query: listQuery,
    answer: issueList,
    refusals: ['invalid_cursor'],
  })
  list(@ThePublication() publication: Publication, @Query() query: z.output<typeof listQuery>): Promise<IssueList> {
    return listIssues(this.deps, publication, query);
  }

  @Get('choices')
  @Serves({
    group: 'Issues',
    access: 'publication',
    summary: 'Read by what the list of issues can be narrowed down',
    answer: issueChoicesSchema,
  })
  choices(@ThePublication() publication: Publication): Promise<IssueChoices> {
    return issueChoices(this.deps, publication);
  }

  @Post()
  @Serves({
    group: 'Issues',
    access: 'publication',
    summary: 'Create an issue from its HTML; the answer holds the tracked HTML',
    description: 'Give one edition, or two: the whole one, and one cut at the paywall. Send out the answered HTML.',
    body: createIssueRequest,
    answer: createdIssue,
    status: 201,
    refusals: ['unsafe_destination', 'unprocessable', 'body_too_large'],
    bodyLimit: 12 * MEGABYTE,
  })
  async create(
    @ThePublication() publication: Publication,
    @Body() body: z.output<typeof createIssueRequest>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CreatedIssue> {
    const stored = await createIssueAsAsked(this.deps, publication, body);
    const { issue, notices } = stored;
    this.deps.logger.info(
      { publication: publication.publicId, issue: issue.publicId, links: issue.links.length, notices: notices.length },
      'an issue was created',
    );
    reply.header('location', `/api/v1/publications/${publication.publicId}/issues/${issue.publicId}`);
    return createdIssueView(stored);
  }

  @Get(':issue')
  @Serves({
    group: 'Issues',
    access: 'publication',
    summary: 'Read an issue with its sections and links',
    answer: issueDetailSchema,
  })
  async read(@ThePublication() publication: Publication, @Param('issue') id: string): Promise<IssueDetail> {
    return issueDetail(await this.#find(publication, id));
  }

  @Patch(':issue')
  @Serves({
    group: 'Issues',
    access: 'publication',
    summary: "Change an issue's title, subtitle, time of sending or tags",
    body: updateIssueRequest,
    answer: issueDetailSchema,
  })
  async update(
    @ThePublication() publication: Publication,
    @Param('issue') id: string,
    @Body() body: z.output<typeof updateIssueRequest>,
  ): Promise<IssueDetail> {
    const issue = await this.#find(publication, id);
    const { sentAt, ...texts } = body;
    const sent = typeof sentAt === 'string' ? instantOf(sentAt, 'sentAt') : sentAt;
    const updated = await this.deps.catalog.updateIssue(
      publication.id,
      issue.publicId,
      withoutAbsent({ ...texts, sentAt: sent }),
    );
    return issueDetail({ ...issue, ...updated });
  }

  @Get(':issue/editions/:edition')
  @Serves({
    group: 'Issues',
    access: 'publication',
    summary: 'Read the tracked HTML of an edition',
    answer: editionAnswer,
  })
  async edition(
    @ThePublication() publication: Publication,
    @Param('issue') id: string,
    @Param('edition') edition: string,
  ): Promise<z.output<typeof editionAnswer>> {
    const issue = await this.#find(publication, id);
    const found =
      edition === 'whole' || edition === 'cut' ? await this.deps.catalog.findEdition(issue.id, edition) : null;
    if (found === null)
      throw new Refusal('not_found', 'This issue has no such edition. Editions are `whole` and `cut`.');
    return { edition: found.edition, html: found.trackedHtml };
  }

  @Get(':issue/report')
  @Serves({
    group: 'Issues',
    access: 'publication',
    summary: 'Report on an issue: figures, hours since sending, links and sections',
    answer: issueReportSchema,
  })
  async report(@ThePublication() publication: Publication, @Param('issue') id: string): Promise<IssueReport> {
    return reportOn(this.deps, publication, await this.#find(publication, id));
  }

  @Post(':issue/recipients')
  @Serves({
    group: 'Issues',
    access: 'publication',
    summary: "Record an issue's recipients; the answer holds their tokens",
    description:
      'At most 10,000 at once. Readers are kept as keyed hashes only. A token is stable: keep it as a merge field of the reader.',
    body: recipientsRequest,
    answer: recipientsResponse,
    refusals: ['log_unavailable', 'body_too_large'],
    bodyLimit: 3 * MEGABYTE,
  })
  async recipients(
    @ThePublication() publication: Publication,
    @Param('issue') id: string,
    @Body() body: z.output<typeof recipientsRequest>,
  ): Promise<z.output<typeof recipientsResponse>> {
    return recordRecipients(this.deps, publication, await this.#find(publication, id), body);
  }

  #find(publication: Publication, id: string): Promise<IssueWithStructure> {
    return findIssue(this.deps.catalog, publication, id);
  }
}
