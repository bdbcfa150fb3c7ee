import type { CreateOfferRequest, UpdateOfferRequest } from '@readout/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { allOf, LARGEST_PAGE } from './all-of.ts';
import { api } from './client.ts';

/** All offers of a publication, the oldest first, the archive included. */
export const offersQuery = (publication: string) =>
  queryOptions({
    queryKey: ['offers', publication],
    queryFn: async ({ signal }) => ({
      items: await allOf(
        api.each('/api/v1/publications/{publication}/offers', {
          path: { publication },
          query: { limit: LARGEST_PAGE },
          signal,
        }),
      ),
    }),
  });

/** @param id null: a new one */
export const saveOffer = (publication: string, id: string | null, offer: CreateOfferRequest & UpdateOfferRequest) =>
  id === null
    ? api.post('/api/v1/publications/{publication}/offers', { path: { publication }, body: offer })
    : api.patch('/api/v1/publications/{publication}/offers/{offer}', { path: { publication, offer: id }, body: offer });

export const moveOffer = (publication: string, id: string, to: 'archive' | 'restore') =>
  api.post(
    to === 'archive'
      ? '/api/v1/publications/{publication}/offers/{offer}/archive'
      : '/api/v1/publications/{publication}/offers/{offer}/restore',
    {
      path: { publication, offer: id },
    },
  );

/** @param offer null: none any more */
export const chooseUsualOffer = (publication: string, offer: string | null) =>
  api.put('/api/v1/publications/{publication}/offers/usual', { path: { publication }, body: { offer } });
