import type { ImportView } from '@readout/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { allOf, LARGEST_PAGE } from './all-of.ts';
import { api } from './client.ts';

/** Milliseconds between looks at an import that is under way. */
const POLL_MS = 500;
/** The same of a list of them. */
const POLL_LIST_MS = 2_000;

export const importsKey = (publication: string) => ['imports', publication] as const;

export const isAtWork = ({ state }: Pick<ImportView, 'state'>) => state === 'looking' || state === 'running';

export const importsQuery = (publication: string) =>
  queryOptions({
    queryKey: [...importsKey(publication), 'all'],
    queryFn: ({ signal }) =>
      allOf(
        api.each('/api/v1/publications/{publication}/imports', {
          path: { publication },
          query: { limit: LARGEST_PAGE },
          signal,
        }),
      ),
    refetchInterval: ({ state }) => (state.data?.some(isAtWork) ? POLL_LIST_MS : false),
  });

/** Looks twice a second while it is under way, and not at all otherwise. */
export const importQuery = (publication: string, id: string) =>
  queryOptions({
    queryKey: [...importsKey(publication), 'one', id],
    queryFn: ({ signal }) =>
      api.get('/api/v1/publications/{publication}/imports/{import}', { path: { publication, import: id }, signal }),
    refetchInterval: ({ state }) => (state.data !== undefined && isAtWork(state.data) ? POLL_MS : false),
  });
