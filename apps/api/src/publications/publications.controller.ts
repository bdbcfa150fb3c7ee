import { Body, Controller, Delete, Get, Inject, Patch, Post, Query, Res } from '@nestjs/common';
import {
  createPublicationRequest,
  type PublicationView,
  publicationList,
  publicationView as publicationSchema,
  updatePublicationRequest,
} from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import { BUILT_IN } from '@readout/engagement';
import type { FastifyReply } from 'fastify';
import type { z } from 'zod';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { type Caller, TheCaller, ThePublication } from '../http/caller.ts';
import { Serves } from '../http/endpoint.ts';
import { type PageQuery, pageOf, pageQuery } from '../http/pages.ts';
import { Refusal } from '../http/problem.ts';
import { withoutAbsent } from '../http/without-absent.ts';
import { ImportRunner } from '../imports/import-runner.ts';
import { SampleLoader } from '../sample/sample-loader.ts';
import { publicationView } from './publication-view.ts';
import { removePublication } from './remove-publication.ts';

@Controller('api/v1/publications')
export class PublicationsController {
  constructor(
    @Inject(DEPENDENCIES) private readonly deps: ApiDependencies,
    @Inject(SampleLoader) private readonly sample: SampleLoader,
    @Inject(ImportRunner) private readonly imports: ImportRunner,
  ) {}

  @Get()
  @Serves({
    group: 'Publications',
    access: 'publication',
    summary: 'List the publications, the oldest first',
    description: 'A key of one publication gets that one.',
    query: pageQuery,
    answer: publicationList,
    refusals: ['invalid_cursor'],
  })
  async list(@TheCaller() caller: Caller, @Query() query: PageQuery): Promise<z.output<typeof publicationList>> {
    const all = await this.deps.catalog.listPublications();
    const theirs = all.filter((one) => caller.kind === 'owner' || caller.publication === one.id);
    const place = ({ publicId, createdAt }: Publication) => ({ id: publicId, at: createdAt.getTime() });
    const { items, next } = pageOf('publications', theirs, query, place, 'oldest-first');
    return { items: items.map(publicationView), next };
  }

  @Post()
  @Serves({
    group: 'Publications',
    access: 'owner',
    summary: 'Create a publication',
    body: createPublicationRequest,
    answer: publicationSchema,
    status: 201,
  })
  async create(
    @Body() body: z.output<typeof createPublicationRequest>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PublicationView> {
    const publication = await this.deps.catalog.createPublication({ ...body, isSample: false });
    // All that ever comes of it is judged by these rules or by newer ones.
    await this.deps.catalog.noteJudged(publication.id, { builtIn: BUILT_IN.version, rulesVersion: 0 });
    this.deps.logger.info({ publication: publication.publicId }, 'a publication was created');
    reply.header('location', `/api/v1/publications/${publication.publicId}`);
    return publicationView(publication);
  }

  @Get(':publication')
  @Serves({ group: 'Publications', access: 'publication', summary: 'Read a publication', answer: publicationSchema })
  read(@ThePublication() publication: Publication): PublicationView {
    return publicationView(publication);
  }

  @Patch(':publication')
  @Serves({
    group: 'Publications',
    access: 'publication',
    summary:
      "Change a publication's name, time zone, sites, what is tracked, whether a link for machines is planted, or whether single readers are shown",
    description:
      'What is left out stays as it is; `sites` replaces all of them. What is switched off is not collected from then on; what was collected stays, and links work in any case. `plantsHoneypot` holds for issues created from then on. `showsReaders` is for the owner alone to change.',
    body: updatePublicationRequest,
    answer: publicationSchema,
    refusals: ['conflict', 'forbidden'],
  })
  async update(
    @ThePublication() publication: Publication,
    @TheCaller() caller: Caller,
    @Body() body: z.output<typeof updatePublicationRequest>,
  ): Promise<PublicationView> {
    if (publication.isSample) this.sample.refuseUnlessReady();
    // Whom it is about did not choose who holds a key.
    if (body.showsReaders !== undefined && caller.kind !== 'owner') {
      throw new Refusal('forbidden', "Only the owner, or an owner's key, may decide whether single readers are shown.");
    }
    const change = withoutAbsent(body);
    const updated = await this.deps.catalog.updatePublication(publication.id, change);
    this.deps.logger.info(
      { publication: publication.publicId, changed: Object.keys(change) },
      'a publication was changed',
    );
    return publicationView(updated ?? publication);
  }

  @Delete(':publication')
  @Serves({
    group: 'Publications',
    access: 'owner',
    summary: 'Remove a publication with everything that was counted for it',
    description: 'Cannot be undone. Links in issues that were sent stop working.',
    status: 204,
    refusals: ['conflict'],
  })
  async remove(@ThePublication() publication: Publication): Promise<void> {
    if (publication.isSample) await this.sample.remove();
    else {
      await this.imports.leave(publication);
      await removePublication(this.deps, publication);
    }
  }
}
