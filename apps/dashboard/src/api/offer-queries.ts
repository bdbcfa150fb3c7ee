import type { CreateOfferRequest, OfferList, OfferView, UpdateOfferRequest } from '@readout/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { publicationPath, request, segment } from './client.ts';

const offersPath = (publication: string) => `${publicationPath(publication)}/offers`;
const offerPath = (publication: string, offer: string) => `${offersPath(publication)}/${segment(offer)}`;

/** All offers of a publication, the oldest first, the archive included. */
export const offersQuery = (publication: string) =>
  queryOptions({
    queryKey: ['offers', publication],
    queryFn: ({ signal }) => request<OfferList>('GET', offersPath(publication), undefined, signal),
  });

/** @param id null: a new one */
export const saveOffer = (publication: string, id: string | null, offer: CreateOfferRequest & UpdateOfferRequest) =>
  id === null
    ? request<OfferView>('POST', offersPath(publication), offer)
    : request<OfferView>('PATCH', offerPath(publication, id), offer);

export const moveOffer = (publication: string, id: string, to: 'archive' | 'restore') =>
  request<OfferView>('POST', `${offerPath(publication, id)}/${to}`);

/** @param offer null: none any more */
export const chooseUsualOffer = (publication: string, offer: string | null) =>
  request<OfferList>('PUT', `${offersPath(publication)}/usual`, { offer });
