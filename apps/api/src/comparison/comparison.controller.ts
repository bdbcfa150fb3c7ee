import { Controller, Get, Inject, Query } from '@nestjs/common';
import { type IssueComparison, issueComparison } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import { z } from 'zod';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { ThePublication } from '../http/caller.ts';
import { Serves } from '../http/endpoint.ts';
import { compareIssues } from './compare-issues.ts';

const query = z.strictObject({
  issues: z
    .string()
    .max(200)
    .refine((text) => ids(text).length >= 2 && ids(text).length <= 6, 'Give from two to six issues, with commas.')
    .refine((text) => new Set(ids(text)).size === ids(text).length, 'Give each issue once.'),
});

@Controller('api/v1/publications/:publication/comparison')
export class ComparisonController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {}

  @Get()
  @Serves({
    group: 'Issues',
    access: 'publication',
    summary: 'Compare two to six issues: figures with their uncertainty, readers since sending, sections and links',
    description:
      '`issues`: their ids, with commas between them. Ranges are 90 % Wilson intervals. A lead is clear where the 90 % Newcombe interval of its difference from the next issue is above nothing.',
    query,
    answer: issueComparison,
  })
  compare(
    @ThePublication() publication: Publication,
    @Query() { issues }: z.output<typeof query>,
  ): Promise<IssueComparison> {
    return compareIssues(this.deps, publication, ids(issues));
  }
}

function ids(text: string): string[] {
  return text.split(',');
}
