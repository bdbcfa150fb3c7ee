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
import { ThePublication } from '../http/caller.ts';
import { Serves } from '../http/endpoint.ts';
import { findIssue } from '../issues/find-issue.ts';
import { audienceOf, paywallOf, readingOf } from './whole-issue.ts';

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
    return readingOf(this.deps, publication, await findIssue(this.deps.catalog, publication, id));
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
    return paywallOf(this.deps, publication, await findIssue(this.deps.catalog, publication, id));
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
    return audienceOf(this.deps, publication, await findIssue(this.deps.catalog, publication, id));
  }
}
