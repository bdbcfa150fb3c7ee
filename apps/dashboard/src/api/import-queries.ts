import type { ImportList, ImportView } from '@readout/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { publicationPath, request, segment } from './client.ts';

/** Milliseconds between looks at an import that is under way. */
const POLL_MS = 500;
/** The same of a list of them. */
const POLL_LIST_MS = 2_000;

export const importsPath = (publication: string) => `${publicationPath(publication)}/imports`;
export const importPath = (publication: string, id: string) => `${importsPath(publication)}/${segment(id)}`;
export const importsKey = (publication: string) => ['imports', publication] as const;

export const isAtWork = ({ state }: Pick<ImportView, 'state'>) => state === 'looking' || state === 'running';

export const importsQuery = (publication: string) =>
  queryOptions({
    queryKey: [...importsKey(publication), 'all'],
    queryFn: async ({ signal }) =>
      (await request<ImportList>('GET', importsPath(publication), undefined, signal)).items,
    refetchInterval: ({ state }) => (state.data?.some(isAtWork) ? POLL_LIST_MS : false),
  });

/** Looks twice a second while it is under way, and not at all otherwise. */
export const importQuery = (publication: string, id: string) =>
  queryOptions({
    queryKey: [...importsKey(publication), 'one', id],
    queryFn: ({ signal }) => request<ImportView>('GET', importPath(publication, id), undefined, signal),
    refetchInterval: ({ state }) => (state.data !== undefined && isAtWork(state.data) ? POLL_MS : false),
  });
