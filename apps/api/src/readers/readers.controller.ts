import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import {
  findReaderRequest,
  foundReader,
  type ReaderGroups,
  type ReaderHistory,
  readerGroup,
  readerGroups as readerGroupsSchema,
  readerHistory as readerHistorySchema,
  readerTokensRequest,
  readerTokens as readerTokensSchema,
  type SingleReaderList,
  singleReaderList,
} from '@readout/api-contract';
import type { Publication, Reader } from '@readout/catalog';
import type { ReaderId } from '@readout/events';
import { REFERENCE_SECRET, readerReference } from '@readout/tokens';
import { z } from 'zod';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { ThePublication } from '../http/caller.ts';
import { Serves } from '../http/endpoint.ts';
import { pageQuery, pageQueryOf } from '../http/pages.ts';
import { Refusal } from '../http/problem.ts';
import { readerGroups } from './groups.ts';
import { listReaders, MOST_READER } from './list-readers.ts';
import { refuseUnlessShown, singleReaders } from './permission.ts';
import { readerHistory } from './reader-history.ts';
import { readerTokens } from './reader-tokens.ts';

const groupsQuery = z.strictObject({ weeks: z.coerce.number().int().min(1).max(104).default(26) });
const listQuery = pageQueryOf(50).extend({ group: readerGroup.optional() });
const historyQuery = pageQuery.extend({ limit: z.coerce.number().int().min(1).max(50).default(50) });
const NOBODY = 'This publication has no such reader.';
const READER = /^[1-9]\d{0,9}$/;

@Controller('api/v1/publications/:publication/readers')
export class ReadersController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {}

  @Get('groups')
  @Serves({
    group: 'Readers',
    access: 'publication',
    summary: 'Count readers by what they did lately: new, engaged, fading, dormant, and those whose opens are hidden',
    description:
      'As today began in the publication’s time zone, and on the same weekday of the weeks before. Over readers to whom an issue went out in 30 days; an issue counts from two days after it went out. Weeks past may be as old as an hour.',
    query: groupsQuery,
    answer: readerGroupsSchema,
  })
  groups(
    @ThePublication() publication: Publication,
    @Query() { weeks }: z.output<typeof groupsQuery>,
  ): Promise<ReaderGroups> {
    return readerGroups(this.deps, publication, weeks, singleReaders(this.deps, publication));
  }

  @Get()
  @Serves({
    group: 'Readers',
    access: 'publication',
    summary: 'List single readers by their numbers, where operator and publication allow it',
    description: 'Who belongs to a group today, with what they read. Names and addresses are nowhere in Readout.',
    query: listQuery,
    answer: singleReaderList,
    refusals: ['readers_not_shown', 'conflict', 'invalid_cursor'],
  })
  async list(
    @ThePublication() publication: Publication,
    @Query() { group, limit, cursor }: z.output<typeof listQuery>,
  ): Promise<SingleReaderList> {
    refuseUnlessShown(this.deps, publication);
    return listReaders(this.deps, publication, { group: group ?? null, limit, cursor });
  }

  @Post('find')
  @Serves({
    group: 'Readers',
    access: 'publication',
    summary:
      'Find the number of a reader by what the sending system calls them, where operator and publication allow it',
    description: 'What is sent is hashed and compared, and neither kept nor logged.',
    body: findReaderRequest,
    answer: foundReader,
    refusals: ['readers_not_shown'],
  })
  async find(
    @ThePublication() publication: Publication,
    @Body() { reader }: z.output<typeof findReaderRequest>,
  ): Promise<z.output<typeof foundReader>> {
    refuseUnlessShown(this.deps, publication);
    const secret = await this.deps.catalog.installationSecret(REFERENCE_SECRET);
    const reference = readerReference(secret, publication.publicId, reader);
    return { reader: (await this.#found(publication, { reference })).id };
  }

  @Post('tokens')
  @Serves({
    group: 'Readers',
    access: 'publication',
    summary: 'Get the tokens of readers, to keep as a merge field in the sending system',
    description:
      'At most 10,000 at once. Readers are kept as keyed hashes only. A token is stable: asked again, the answer is the same.',
    body: readerTokensRequest,
    answer: readerTokensSchema,
    refusals: ['body_too_large'],
    bodyLimit: 4_000_000,
  })
  tokens(
    @ThePublication() publication: Publication,
    @Body() body: z.output<typeof readerTokensRequest>,
  ): Promise<z.output<typeof readerTokensSchema>> {
    return readerTokens(this.deps, publication, body);
  }

  @Get(':reader')
  @Serves({
    group: 'Readers',
    access: 'publication',
    summary: 'Read what one reader did, issue by issue, where operator and publication allow it',
    description: 'Newest first. A page looks through `limit` issues: one in which nothing was sent to them has none.',
    query: historyQuery,
    answer: readerHistorySchema,
    refusals: ['readers_not_shown', 'invalid_cursor'],
  })
  async history(
    @ThePublication() publication: Publication,
    @Param('reader') name: string,
    @Query() page: z.output<typeof historyQuery>,
  ): Promise<ReaderHistory> {
    refuseUnlessShown(this.deps, publication);
    const id = readerNumber(name);
    if (id === null) throw new Refusal('not_found', NOBODY);
    return readerHistory(this.deps, publication, await this.#found(publication, { id }), page);
  }

  async #found(publication: Publication, by: { id: ReaderId } | { reference: Uint8Array }): Promise<Reader> {
    const reader = await this.deps.catalog.findReader(publication.id, by);
    if (reader === null) throw new Refusal('not_found', NOBODY);
    return reader;
  }
}

function readerNumber(text: string): ReaderId | null {
  return READER.test(text) && Number(text) <= MOST_READER ? (Number(text) as ReaderId) : null;
}
