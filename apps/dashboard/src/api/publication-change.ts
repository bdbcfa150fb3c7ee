import type { PublicationView } from '@readout/api-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from './client.ts';
import { publicationsQuery } from './queries.ts';

export type PublicationChange = Partial<Omit<PublicationView, 'id' | 'isSample' | 'createdAt'>>;

/**
 * Changes a publication, one change after the other.
 *
 * @param show `at-once`: on the screen before the server has answered, and taken back where it refuses;
 *   `when-saved`: for what the server may refuse or write differently
 */
export function usePublicationChange(id: string, show: 'at-once' | 'when-saved') {
  const queries = useQueryClient();
  const mutationKey = ['change', id];
  const { queryKey } = publicationsQuery;
  const put = (change: PublicationChange) =>
    queries.setQueryData(queryKey, (before) => before?.map((one) => (one.id === id ? { ...one, ...change } : one)));
  return useMutation({
    mutationKey,
    scope: { id: `publication ${id}` },
    mutationFn: (change: PublicationChange) =>
      api.patch('/api/v1/publications/{publication}', { path: { publication: id }, body: change }),
    onMutate: async (change) => {
      if (show === 'when-saved') return undefined;
      // A list that is on its way would put the old value back for a moment.
      await queries.cancelQueries({ queryKey });
      const before = queries.getQueryData(queryKey)?.find((one) => one.id === id);
      put(change);
      return before;
    },
    onSuccess: (saved) => {
      // Where another change waits, its answer is the one that has everything.
      if (queries.isMutating({ mutationKey }) === 1) put(saved);
    },
    onError: (_, __, before) => {
      if (before === undefined) return;
      put(before);
      void queries.invalidateQueries({ queryKey });
    },
  });
}
