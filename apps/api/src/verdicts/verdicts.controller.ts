import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import {
  fetchKind,
  fetchVerdict,
  type IssueClients,
  type IssueDomains,
  issueClients,
  issueDomains,
  type JudgedEventList,
  judgedEventList,
  type MachineHistory,
  machineHistory as machineHistorySchema,
  type VerdictSplit,
  verdictSplit,
} from '@readout/api-contract';
import type { IssueWithStructure, Link, Publication } from '@readout/catalog';
import { z } from 'zod';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { ThePublication } from '../http/caller.ts';
import { Serves } from '../http/endpoint.ts';
import { pageQueryOf } from '../http/pages.ts';
import { Refusal } from '../http/problem.ts';
import { withoutAbsent } from '../http/without-absent.ts';
import { findIssue } from '../issues/find-issue.ts';
import { decodeEventCursor, encodeEventCursor } from './event-cursor.ts';
import { machineHistory } from './machine-history.ts';
import { clientsView, domainsView, judgedEventView, splitView } from './views.ts';

/** Rows of their own; the rest is one row. */
const MOST_CLIENTS = 100;
const MOST_DOMAINS = 100;
/** With fewer recipients a domain is no row of its own: nobody should stand alone. */
const FEWEST_RECIPIENTS = 5;

const linkQuery = z.string().min(1).max(20).optional();
const splitQuery = z.strictObject({ kind: fetchKind, link: linkQuery });
const eventsQuery = z.strictObject({
  kind: fetchKind.optional(),
  verdict: fetchVerdict.optional(),
  reason: z.string().min(1).max(200).optional(),
  link: linkQuery,
  ...pageQueryOf(50).shape,
});
const machinesQuery = z.strictObject({ limit: z.coerce.number().int().min(1).max(200).default(60) });

@Controller('api/v1/publications/:publication')
export class VerdictsController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {}

  @Get('issues/:issue/verdicts')
  @Serves({
    group: 'Issues',
    access: 'publication',
    summary: "Split an issue's opens or clicks by who caused them, and say why",
    description:
      'Each verdict with the rules that led to it; an event with several reasons counts for each. `link`: clicks on that link alone.',
    query: splitQuery,
    answer: verdictSplit,
  })
  async verdicts(
    @ThePublication() publication: Publication,
    @Param('issue') id: string,
    @Query() { kind, link: name }: z.output<typeof splitQuery>,
  ): Promise<VerdictSplit> {
    const issue = await findIssue(this.deps.catalog, publication, id);
    const link = linkOf(issue, name, kind);
    const rows = await this.deps.warehouse.verdicts({
      publication: publication.id,
      issue: issue.id,
      kind,
      ...(link === null ? {} : { link: link.id }),
    });
    return splitView(rows, kind, link);
  }

  @Get('issues/:issue/events')
  @Serves({
    group: 'Issues',
    access: 'publication',
    summary: "Look at an issue's opens and clicks one by one, as they were judged, newest first",
    description: 'By kind, verdict, reason (the name of a rule) and link, where given. Never says whose they were.',
    query: eventsQuery,
    answer: judgedEventList,
    refusals: ['invalid_cursor'],
  })
  async events(
    @ThePublication() publication: Publication,
    @Param('issue') id: string,
    @Query() { cursor, link: name, limit, kind, verdict, reason }: z.output<typeof eventsQuery>,
  ): Promise<JudgedEventList> {
    const after = cursor === undefined ? undefined : decodeEventCursor(cursor);
    const issue = await findIssue(this.deps.catalog, publication, id);
    const link = linkOf(issue, name, kind);
    const found = await this.deps.warehouse.judgedEvents({
      publication: publication.id,
      issue: issue.id,
      // One more than asked for tells whether there is another page.
      limit: limit + 1,
      ...withoutAbsent({ kind, verdict, reason, after, link: link?.id }),
    });
    const events = found.slice(0, limit);
    const last = events.at(-1);
    const links = new Map(issue.links.map((one) => [one.id, one]));
    return {
      items: events.map((event) => judgedEventView(event, links)),
      next: found.length > limit && last !== undefined ? encodeEventCursor(last) : null,
    };
  }

  @Get('issues/:issue/clients')
  @Serves({
    group: 'Issues',
    access: 'publication',
    summary: "Count an issue's opens and clicks by mail client and browser, most first",
    answer: issueClients,
  })
  async clients(@ThePublication() publication: Publication, @Param('issue') id: string): Promise<IssueClients> {
    const issue = await findIssue(this.deps.catalog, publication, id);
    return clientsView(
      await this.deps.warehouse.clients({ publication: publication.id, issue: issue.id, most: MOST_CLIENTS }),
    );
  }

  @Get('issues/:issue/domains')
  @Serves({
    group: 'Issues',
    access: 'publication',
    summary: "Count an issue's deliveries, opens and clicks by receiving domain, most recipients first",
    description:
      'Domains with fewer than five recipients are one row without a name, so that nobody stands alone; so are those after the first hundred, and recipients whose domain is not known.',
    answer: issueDomains,
  })
  async domains(@ThePublication() publication: Publication, @Param('issue') id: string): Promise<IssueDomains> {
    const issue = await findIssue(this.deps.catalog, publication, id);
    return domainsView(
      await this.deps.warehouse.domains({
        publication: publication.id,
        issue: issue.id,
        fewest: FEWEST_RECIPIENTS,
        most: MOST_DOMAINS,
      }),
    );
  }

  @Get('machines')
  @Serves({
    group: 'Issues',
    access: 'publication',
    summary: 'Follow what machines did to the issues that went out, newest last',
    description:
      'Where they came far more often than to the issues before, `jump` says so: a change at mail gateways, and no success.',
    query: machinesQuery,
    answer: machineHistorySchema,
  })
  machines(
    @ThePublication() publication: Publication,
    @Query() { limit }: z.output<typeof machinesQuery>,
  ): Promise<MachineHistory> {
    return machineHistory(this.deps, publication, limit);
  }
}

/** The link that a query names; null where it names none. @throws {Refusal} */
function linkOf(
  { links }: IssueWithStructure,
  name: string | undefined,
  kind: z.output<typeof fetchKind> | undefined,
): Link | null {
  if (name === undefined) return null;
  const message = kind === 'opened' ? 'Only clicks have a link.' : 'This issue has no such link.';
  const link = kind === 'opened' ? undefined : links.find(({ publicId }) => publicId === name);
  if (link === undefined) {
    throw new Refusal('invalid_request', `link: ${message}`, { errors: [{ path: 'link', message }] });
  }
  return link;
}
