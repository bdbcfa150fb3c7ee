import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { type EditionList, type EditionPreview, editionList, editionPreview } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import { PREVIEW_POLICY } from '@readout/instrumenter';
import type { FastifyReply } from 'fastify';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { ThePublication } from '../http/caller.ts';
import { Serves } from '../http/endpoint.ts';
import { Refusal } from '../http/problem.ts';
import { findIssue } from '../issues/find-issue.ts';
import { previewOf } from './preview.ts';

@Controller('api/v1/publications/:publication/issues/:issue/editions')
export class PreviewController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {}

  @Get()
  @Serves({
    group: 'Issues',
    access: 'publication',
    summary: 'List which editions of an issue are kept',
    answer: editionList,
  })
  async list(@ThePublication() publication: Publication, @Param('issue') id: string): Promise<EditionList> {
    const issue = await findIssue(this.deps.catalog, publication, id);
    return { items: [...(await this.deps.catalog.editionNames(issue.id))] };
  }

  @Get(':edition/preview')
  @Serves({
    group: 'Issues',
    access: 'publication',
    summary: 'Read an edition to be looked at: without scripts, addresses and anything to be fetched',
    description:
      'Links carry their ids as `data-readout-link`; empty elements stand where sections begin (`data-readout-section`) and where the paywall stands (`data-readout-paywall`). Pictures are boxes with their alternative texts.',
    answer: editionPreview,
    refusals: ['unsafe_destination'],
  })
  async preview(
    @ThePublication() publication: Publication,
    @Param('issue') id: string,
    @Param('edition') edition: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<EditionPreview> {
    const issue = await findIssue(this.deps.catalog, publication, id);
    const html = edition === 'whole' || edition === 'cut' ? await previewOf(this.deps.catalog, issue, edition) : null;
    if (html === null || (edition !== 'whole' && edition !== 'cut')) {
      throw new Refusal('not_found', 'This issue has no such edition. Editions are `whole` and `cut`.');
    }
    // For whoever opens this address itself: not even then does anything of the author's run or fetch.
    reply.header('content-security-policy', `${PREVIEW_POLICY}; frame-ancestors 'none'; sandbox`);
    return { edition, html };
  }
}
