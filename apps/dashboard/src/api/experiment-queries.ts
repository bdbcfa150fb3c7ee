import type { ExperimentList } from '@readout/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { publicationPath, request } from './client.ts';

const experimentsPath = (publication: string) => `${publicationPath(publication)}/experiments`;

/** All experiments of a publication, the newest first. */
export const experimentsQuery = (publication: string) =>
  queryOptions({
    queryKey: ['experiments', publication],
    queryFn: ({ signal }) => request<ExperimentList>('GET', experimentsPath(publication), undefined, signal),
  });
