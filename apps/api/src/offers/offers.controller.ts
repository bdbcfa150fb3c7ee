import { Body, Controller, Get, Inject, Param, Patch, Post, Put, Query } from '@nestjs/common';
import {
  createOfferRequest,
  type OfferList,
  type OfferView,
  offerList,
  offerView as offerSchema,
  updateOfferRequest,
  usualOfferRequest,
} from '@readout/api-contract';
import type { Offer, Publication } from '@readout/catalog';
import { isPublicId, type PublicId } from '@readout/events';
import type { z } from 'zod';
import { type ApiDependencies, DEPENDENCIES } from '../dependencies.ts';
import { ThePublication } from '../http/caller.ts';
import { Serves } from '../http/endpoint.ts';
import { type PageQuery, pageOf, pageQuery } from '../http/pages.ts';
import { Refusal } from '../http/problem.ts';
import { withoutAbsent } from '../http/without-absent.ts';
import { offerView } from './offer-view.ts';

@Controller('api/v1/publications/:publication/offers')
export class OffersController {
  constructor(@Inject(DEPENDENCIES) private readonly deps: ApiDependencies) {}

  @Get()
  @Serves({
    group: 'Offers',
    access: 'publication',
    summary: 'List what readers without access are or were offered, the oldest first, the archive included',
    query: pageQuery,
    answer: offerList,
    refusals: ['invalid_cursor'],
  })
  async list(@ThePublication() { id, publicId }: Publication, @Query() query: PageQuery): Promise<OfferList> {
    const offers = await this.deps.catalog.listOffers(id);
    const place = (offer: Offer) => ({ id: offer.publicId, at: offer.createdAt.getTime() });
    const { items, next } = pageOf(`offers ${publicId}`, offers, query, place, 'oldest-first');
    return { items: items.map(offerView), next };
  }

  @Post()
  @Serves({
    group: 'Offers',
    access: 'publication',
    summary: 'Make an offer',
    description: 'Nobody is shown it until it is the usual one, or an experiment that shows it is started.',
    body: createOfferRequest,
    answer: offerSchema,
    status: 201,
  })
  async create(
    @ThePublication() publication: Publication,
    @Body() offer: z.output<typeof createOfferRequest>,
  ): Promise<OfferView> {
    return offerView(await this.deps.catalog.createOffer(publication.id, offer));
  }

  @Put('usual')
  @Serves({
    group: 'Offers',
    access: 'publication',
    summary: 'Choose the offer that everybody is shown who is in no experiment, or none',
    description: 'Not while an experiment runs: its control is the usual offer from when it is started on.',
    body: usualOfferRequest,
    answer: offerList,
    refusals: ['conflict', 'unprocessable'],
  })
  async setUsual(
    @ThePublication() publication: Publication,
    @Body() { offer }: z.output<typeof usualOfferRequest>,
  ): Promise<OfferList> {
    const isThere =
      (offer === null || isPublicId(offer)) && (await this.deps.catalog.setUsualOffer(publication.id, offer));
    if (isThere) return this.#all(publication);
    throw new Refusal('unprocessable', 'This publication has no such offer. Give its id, or null.', {
      errors: [{ path: 'offer', message: 'No such offer.' }],
    });
  }

  @Patch(':offer')
  @Serves({
    group: 'Offers',
    access: 'publication',
    summary: 'Change an offer that no experiment has shown yet, or what it is called',
    description: 'What is left out stays as it is.',
    body: updateOfferRequest,
    answer: offerSchema,
    refusals: ['conflict'],
  })
  async update(
    @ThePublication() publication: Publication,
    @Param('offer') id: string,
    @Body() change: z.output<typeof updateOfferRequest>,
  ): Promise<OfferView> {
    return found(await this.deps.catalog.updateOffer(publication.id, named(id), withoutAbsent(change)));
  }

  @Post(':offer/archive')
  @Serves({
    group: 'Offers',
    access: 'publication',
    summary: 'Put an offer into the archive, so that it is shown to nobody any more',
    description: 'What was counted for it stays. Not while it is the usual one, or in an experiment that runs.',
    answer: offerSchema,
    refusals: ['conflict'],
  })
  async archive(@ThePublication() publication: Publication, @Param('offer') id: string): Promise<OfferView> {
    const now = new Date(this.deps.clock());
    return found(await this.deps.catalog.archiveOffer(publication.id, named(id), now));
  }

  @Post(':offer/restore')
  @Serves({
    group: 'Offers',
    access: 'publication',
    summary: 'Take an offer out of the archive',
    answer: offerSchema,
  })
  async restore(@ThePublication() publication: Publication, @Param('offer') id: string): Promise<OfferView> {
    return found(await this.deps.catalog.archiveOffer(publication.id, named(id), null));
  }

  async #all(publication: Publication): Promise<OfferList> {
    const offers = await this.deps.catalog.listOffers(publication.id);
    return { items: offers.map(offerView), next: null };
  }
}

function found(offer: Offer | null): OfferView {
  if (offer === null) throw noSuchOffer();
  return offerView(offer);
}

function named(id: string): PublicId {
  if (!isPublicId(id)) throw noSuchOffer();
  return id;
}

function noSuchOffer(): Refusal {
  return new Refusal('not_found', 'This publication has no such offer.');
}
