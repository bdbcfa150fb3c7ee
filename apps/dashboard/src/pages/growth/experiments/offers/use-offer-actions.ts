import type { OfferView } from '@readout/api-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { chooseUsualOffer, moveOffer, offersQuery } from '../../../../api/offer-queries.ts';
import { usePublication } from '../../../../frame/publication-context.ts';
import { complain, say, sayWithUndo } from '../../../../frame/undo.tsx';
import { growthWords } from '../../../../words/growth-words.ts';

/** What can be done with an offer that is there; each answer of the server is on the screen at once. */
export function useOfferActions() {
  const { id: publication } = usePublication();
  const queries = useQueryClient();
  const { queryKey } = offersQuery(publication);
  const put = (offer: OfferView) =>
    queries.setQueryData(
      queryKey,
      (before) =>
        before && {
          items: before.items.some(({ id }) => id === offer.id)
            ? before.items.map((one) => (one.id === offer.id ? offer : one))
            : [...before.items, offer],
        },
    );
  const move = useMutation({
    mutationFn: ({ offer, to }: { offer: OfferView; to: 'archive' | 'restore' }) =>
      moveOffer(publication, offer.id, to),
    onSuccess: (moved, { to }) => {
      put(moved);
      if (to === 'archive') {
        sayWithUndo(growthWords.offers.archived(moved.name), () => move.mutate({ offer: moved, to: 'restore' }));
      }
    },
    onError: complain,
  });
  const choose = useMutation({
    mutationFn: (offer: OfferView | null) => chooseUsualOffer(publication, offer?.id ?? null),
    onSuccess: (list, offer) => {
      queries.setQueryData(queryKey, list);
      say(offer === null ? growthWords.offers.noUsualNow : growthWords.offers.isUsualNow(offer.name));
    },
    onError: complain,
  });
  return { put, move, choose };
}
