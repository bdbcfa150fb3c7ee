import { Controller, Get, Inject, Param } from '@nestjs/common';
import {
  type IssuePaywall,
  type IssuePeople,
  type IssueReading,
  issuePaywall,
  issuePeople,
  issueReading,
} from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { issueRevenue } from '../growth/issue-revenue.ts';
import { ThePublication } from '../http/caller.ts';
import { Serves } from '../http/endpoint.ts';
import { findIssue } from '../issues/find-issue.ts';
import { audienceView } from './audience.ts';
import { paywallView } from './paywall.ts';
import { readingView } from './reading.ts';
import { tenureOf } from './tenure.ts';

/** What stands beside an issue's report. */
@Controller('api/v1/publications/:publication/issues/:issue')
export class WholeIssueController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {}

  @Get('reading')
  @Serves({
    group: 'Issues',
    access: 'publication',
    summary: "Follow how far people read an issue's web page, section by section",
    description: 'Of what the page reports; a mail does not tell how far it was read.',
    answer: issueReading,
  })
  async reading(@ThePublication() publication: Publication, @Param('issue') id: string): Promise<IssueReading> {
    const issue = await findIssue(this.deps.catalog, publication, id);
    const idsOf = (some: typeof issue.sections) => some.map((section) => section.id);
    const query = {
      publication: publication.id,
      issue: issue.id,
      sections: idsOf(issue.sections),
      behind: idsOf(issue.sections.filter(({ access }) => access === 'behind')),
    };
    return readingView(issue, await this.deps.warehouse.sectionReading(query));
  }

  @Get('paywall')
  @Serves({
    group: 'Issues',
    access: 'publication',
    summary: "Follow people from an issue's paywall to payment",
    description:
      'Rates come with the range in which the truth lies with a probability of 90 %; that of conversions is null while one of the trials is running.',
    answer: issuePaywall,
  })
  async paywall(@ThePublication() publication: Publication, @Param('issue') id: string): Promise<IssuePaywall> {
    const issue = await findIssue(this.deps.catalog, publication, id);
    const [outcome, subscriptions] = await Promise.all([
      this.deps.warehouse.paywallOutcome({ publication: publication.id, issue: issue.id }),
      this.deps.warehouse.subscriptions(publication.id),
    ]);
    return paywallView(outcome, issueRevenue(subscriptions, issue.id));
  }

  @Get('audience')
  @Serves({
    group: 'Issues',
    access: 'publication',
    summary: 'Count who read an issue: by country, mail program, device, and how long they have been readers',
    description:
      'Each person is counted once in a split, under what most of their opens, clicks and page views have. Nothing of fewer than five people is a row of its own.',
    answer: issuePeople,
  })
  async audience(@ThePublication() publication: Publication, @Param('issue') id: string): Promise<IssuePeople> {
    const issue = await findIssue(this.deps.catalog, publication, id);
    const [rows, tenure] = await Promise.all([
      this.deps.warehouse.audience({ publication: publication.id, issue: issue.id }),
      tenureOf(this.deps, publication, issue),
    ]);
    return { ...audienceView(rows), tenure };
  }
}
