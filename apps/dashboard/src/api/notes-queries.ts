import { queryOptions } from '@tanstack/react-query';
import { api } from './client.ts';

/** More notes than a curve has room for. */
const MOST = 200;

/** Both ISO 8601, included. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
}

export const notesKey = (publication: string) => ['notes', publication] as const;

export const notesQuery = (publication: string, { from, to }: Stretch) =>
  queryOptions({
    queryKey: [...notesKey(publication), from, to],
    queryFn: async ({ signal }) =>
      (
        await api.get('/api/v1/publications/{publication}/notes', {
          path: { publication },
          query: { from, to, limit: MOST },
          signal,
        })
      ).items,
    staleTime: 30_000,
  });
