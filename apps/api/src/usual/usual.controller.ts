import { Controller, Get, Inject, Param } from '@nestjs/common';
import { type IssueUsual, issueUsual as issueUsualSchema } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { ThePublication } from '../http/caller.ts';
import { Serves } from '../http/endpoint.ts';
import { findIssue } from '../issues/find-issue.ts';
import { issueUsual } from './issue-usual.ts';

@Controller('api/v1/publications/:publication/issues/:issue')
export class UsualController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {}

  @Get('usual')
  @Serves({
    group: 'Issues',
    access: 'publication',
    summary: 'Say what the issues before one had at the same age, and how many readers it will probably have',
    description:
      'Eight of ten issues of the last 30 to the same audience lie between `low` and `high`; from fewer than five nothing is said. The forecast has an interval that holds the truth in four of five cases.',
    answer: issueUsualSchema,
  })
  async usual(@ThePublication() publication: Publication, @Param('issue') id: string): Promise<IssueUsual> {
    return issueUsual(this.deps, publication, await findIssue(this.deps.catalog, publication, id));
  }
}
