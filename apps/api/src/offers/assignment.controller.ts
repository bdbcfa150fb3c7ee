import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import {
  type AssignedOffer,
  type AssignedOffers,
  assignedOffer,
  assignedOffers,
  assignOffersRequest,
} from '@readout/api-contract';
import type { Publication, Reader } from '@readout/catalog';
import { REFERENCE_SECRET, readerReference } from '@readout/tokens';
import { z } from 'zod';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { ThePublication } from '../http/caller.ts';
import { Serves } from '../http/endpoint.ts';
import { Refusal } from '../http/problem.ts';
import { assignAll } from './assign-all.ts';
import { offersOf } from './offers-of.ts';
import { readerOfToken } from './reader-of-token.ts';

const MEGABYTE = 1_048_576;

const offerQuery = z
  .strictObject({
    reader: z.string().trim().min(1).max(320).optional(),
    token: z.string().min(1).max(64).optional(),
  })
  .refine(({ reader, token }) => (reader === undefined) !== (token === undefined), {
    message: 'Say who it is, in one way: by reader, or by token.',
  });

/** What single readers are offered: the same as a page of the publication is told. */
@Controller('api/v1/publications/:publication/offer')
export class AssignmentController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {}

  @Get()
  @Serves({
    group: 'Offers',
    access: 'publication',
    summary: 'Ask what a reader is offered, on the web and in mail alike',
    description:
      'By `reader`, which is what the sending system calls them, or by `token`. Somebody who never was among the recipients is in no experiment. For many at once use POST, which keeps addresses out of URLs.',
    query: offerQuery,
    answer: assignedOffer,
    refusals: ['unprocessable'],
  })
  async one(
    @ThePublication() publication: Publication,
    @Query() query: z.output<typeof offerQuery>,
  ): Promise<AssignedOffer> {
    const offers = await offersOf(this.deps.catalog, publication);
    return offers.of(await this.#readerIn(publication, query));
  }

  @Post()
  @Serves({
    group: 'Offers',
    access: 'publication',
    summary: 'Ask what many readers are offered, with their tokens, before a mail goes out',
    description: 'At most 10,000 at once. What is sent is hashed and compared, and neither kept nor logged.',
    body: assignOffersRequest,
    answer: assignedOffers,
    refusals: ['body_too_large'],
    bodyLimit: 4 * MEGABYTE,
  })
  async many(
    @ThePublication() publication: Publication,
    @Body() { readers }: z.output<typeof assignOffersRequest>,
  ): Promise<AssignedOffers> {
    return assignAll(this.deps.catalog, publication, readers);
  }

  async #readerIn(publication: Publication, { reader, token }: z.output<typeof offerQuery>): Promise<Reader | null> {
    const { catalog } = this.deps;
    if (reader !== undefined) {
      const secret = await catalog.installationSecret(REFERENCE_SECRET);
      return catalog.findReader(publication.id, { reference: readerReference(secret, publication.publicId, reader) });
    }
    const id = await readerOfToken(catalog, publication, token ?? '');
    if (id !== null) return catalog.findReader(publication.id, { id });
    throw new Refusal('unprocessable', 'This is not a token of one of the publication’s readers.', {
      errors: [{ path: 'token', message: 'Not a token of this publication.' }],
    });
  }
}
