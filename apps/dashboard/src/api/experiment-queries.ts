import type { CreateExperimentRequest, ExperimentView } from '@readout/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { allOf, LARGEST_PAGE } from './all-of.ts';
import { api } from './client.ts';
import { slowKey } from './readership-queries.ts';

/** All experiments of a publication, the newest first. */
export const experimentsQuery = (publication: string) =>
  queryOptions({
    queryKey: ['experiments', publication],
    queryFn: async ({ signal }) => ({
      items: await allOf(
        api.each('/api/v1/publications/{publication}/experiments', {
          path: { publication },
          query: { limit: LARGEST_PAGE },
          signal,
        }),
      ),
    }),
  });

export const experimentQuery = (publication: string, id: string) =>
  queryOptions({
    queryKey: ['experiments', publication, id],
    queryFn: ({ signal }) =>
      api.get('/api/v1/publications/{publication}/experiments/{experiment}', {
        path: { publication, experiment: id },
        signal,
      }),
  });

/** What is asked for a plan: the contract's request, whose schema the interface leaves to the server. */
interface PlanAsked {
  readonly measure: ExperimentView['measure'];
  readonly baseline: number;
  readonly smallestEffect: number;
  readonly arms: number;
  readonly share: number;
  /** Of revenue alone: how far people's revenue lies from the mean, in the smallest unit. */
  readonly deviation?: number;
}

export const experimentPlanQuery = (publication: string, asked: PlanAsked) =>
  queryOptions({
    queryKey: [...slowKey(publication), 'experiment plan', asked],
    queryFn: ({ signal }) =>
      api.post('/api/v1/publications/{publication}/experiments/plan', { path: { publication }, body: asked, signal }),
    staleTime: 60_000,
  });

/** @param id null: a new one */
export const saveExperiment = (publication: string, id: string | null, draft: CreateExperimentRequest) =>
  id === null
    ? api.post('/api/v1/publications/{publication}/experiments', { path: { publication }, body: draft })
    : api.patch('/api/v1/publications/{publication}/experiments/{experiment}', {
        path: { publication, experiment: id },
        body: draft,
      });

export const removeExperiment = (publication: string, id: string) =>
  api.delete('/api/v1/publications/{publication}/experiments/{experiment}', { path: { publication, experiment: id } });

export const turnExperiment = (publication: string, id: string, to: 'start' | 'stop') =>
  api.post(
    to === 'start'
      ? '/api/v1/publications/{publication}/experiments/{experiment}/start'
      : '/api/v1/publications/{publication}/experiments/{experiment}/stop',
    {
      path: { publication, experiment: id },
    },
  );

/** What an experiment that was started has found so far. */
export const experimentResultsQuery = (publication: string, id: string) =>
  queryOptions({
    queryKey: [...slowKey(publication), 'experiment results', id],
    queryFn: ({ signal }) =>
      api.get('/api/v1/publications/{publication}/experiments/{experiment}/results', {
        path: { publication, experiment: id },
        signal,
      }),
  });
