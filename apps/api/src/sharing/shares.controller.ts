import { Body, Controller, Delete, Get, Inject, Param, Post, Query } from '@nestjs/common';
import {
  type CreatedShare,
  createdShare,
  createShareRequest,
  type ShareLinks,
  type ShareLinkView,
  shareLink,
  shareLinks,
} from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import { digestOf } from '@readout/credentials';
import { isPublicId, type PublicId } from '@readout/events';
import { z } from 'zod';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { actorOf } from '../exports/export-log.ts';
import { type Caller, TheCaller, ThePublication } from '../http/caller.ts';
import { Serves } from '../http/endpoint.ts';
import { type PageQuery, pageQueryOf } from '../http/pages.ts';
import { Refusal } from '../http/problem.ts';
import { withoutAbsent } from '../http/without-absent.ts';
import { noteInLog } from './share-log.ts';
import { newShareToken } from './share-token.ts';
import { shareView } from './share-view.ts';
import { mustBeThere } from './subject.ts';

const listQuery = pageQueryOf(50);
/** So long after it was revoked a link can be made to work again. */
const RESTORED_WITHIN_MS = 3_600_000;

@Controller('api/v1/publications/:publication/shares')
export class SharesController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {}

  @Get()
  @Serves({
    group: 'Sharing',
    access: 'publication',
    summary: 'List the links that show something without sign-in, the newest first',
    description: 'Expired and revoked ones are among them.',
    query: listQuery,
    answer: shareLinks,
    refusals: ['invalid_cursor'],
  })
  async list(@ThePublication() publication: Publication, @Query() { limit, cursor }: PageQuery): Promise<ShareLinks> {
    const page = await this.deps.catalog.listShareLinks(publication.id, {
      limit,
      ...withoutAbsent({ cursor }),
    });
    const items = await Promise.all(page.items.map((one) => shareView(this.deps, publication, one)));
    return { items, next: page.next };
  }

  @Post()
  @Serves({
    group: 'Sharing',
    access: 'publication',
    summary: 'Make a link that shows a report, an issue or the last days to whoever has it',
    description:
      'Its secret is answered once and not kept. It shows what its page has and opens nothing else. That it was made is in the log of exports.',
    body: createShareRequest,
    answer: createdShare,
    status: 201,
    refusals: ['unprocessable'],
  })
  async create(
    @ThePublication() publication: Publication,
    @TheCaller() caller: Caller,
    @Body() { subject, expiresAt, ...asked }: z.output<typeof createShareRequest>,
  ): Promise<CreatedShare> {
    const { catalog, clock, publicUrl } = this.deps;
    const now = clock();
    const ends = expiresAt === null ? null : new Date(expiresAt);
    if (ends !== null && ends.getTime() <= now) throw refused('expiresAt', 'Give a time that is still to come.');
    if (asked.files && (subject.show === 'issue' || subject.show === 'overview')) {
      throw refused('files', 'Files are made of reports alone.');
    }
    await mustBeThere(this.deps, publication, subject);
    const token = newShareToken();
    const link = await catalog.createShareLink(publication.id, {
      ...{ ...asked, subject, ...actorOf(caller) },
      hash: digestOf(token),
      createdAt: new Date(now),
      expiresAt: ends,
    });
    await noteInLog(catalog, publication, caller, 'link_made', link, now);
    return { link: await shareView(this.deps, publication, link), token, address: `${publicUrl}/s/${token}` };
  }

  @Delete(':share')
  @Serves({
    group: 'Sharing',
    access: 'publication',
    summary: 'Revoke a link',
    description: 'From this moment on it opens nothing.',
    answer: shareLink,
  })
  async revoke(
    @ThePublication() publication: Publication,
    @TheCaller() caller: Caller,
    @Param('share') id: string,
  ): Promise<ShareLinkView> {
    const { catalog, clock } = this.deps;
    const now = clock();
    const link = await catalog.revokeShareLink(publication.id, named(id), new Date(now));
    if (link === null) throw nothing();
    if (link.revokedAt?.getTime() === now) await noteInLog(catalog, publication, caller, 'link_revoked', link, now);
    return shareView(this.deps, publication, link);
  }

  @Post(':share/restore')
  @Serves({
    group: 'Sharing',
    access: 'publication',
    summary: 'Let a link that was revoked within the last hour work again',
    answer: shareLink,
    refusals: ['conflict'],
  })
  async restore(
    @ThePublication() publication: Publication,
    @TheCaller() caller: Caller,
    @Param('share') id: string,
  ): Promise<ShareLinkView> {
    const { catalog, clock } = this.deps;
    const now = clock();
    const link = await catalog.restoreShareLink(publication.id, named(id), new Date(now - RESTORED_WITHIN_MS));
    if (link === null) {
      throw new Refusal('conflict', 'Only what was revoked within the last hour can be restored. Make another link.');
    }
    await noteInLog(catalog, publication, caller, 'link_restored', link, now);
    return shareView(this.deps, publication, link);
  }
}

function named(id: string): PublicId {
  if (!isPublicId(id)) throw nothing();
  return id;
}

function nothing(): Refusal {
  return new Refusal('not_found', 'This publication has no such link.');
}

function refused(path: string, message: string): Refusal {
  return new Refusal('invalid_request', `${path}: ${message}`, { errors: [{ path, message }] });
}
