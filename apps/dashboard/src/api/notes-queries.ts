import type { NoteList } from '@readout/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { publicationPath, request } from './client.ts';

/** More notes than a curve has room for. */
const MOST = '200';

/** Both ISO 8601, included. */
export interface Stretch {
  readonly from: string;
  readonly to: string;
}

export const notesKey = (publication: string) => ['notes', publication] as const;
export const notesPath = (publication: string) => `${publicationPath(publication)}/notes`;

export const notesQuery = (publication: string, { from, to }: Stretch) =>
  queryOptions({
    queryKey: [...notesKey(publication), from, to],
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ from, to, limit: MOST });
      return (await request<NoteList>('GET', `${notesPath(publication)}?${query}`, undefined, signal)).items;
    },
    staleTime: 30_000,
  });
