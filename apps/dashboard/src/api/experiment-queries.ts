import type {
  CreateExperimentRequest,
  ExperimentList,
  ExperimentPlan,
  ExperimentResults,
  ExperimentView,
} from '@readout/api-contract';
import { queryOptions } from '@tanstack/react-query';
import { publicationPath, request, segment } from './client.ts';
import { slowKey } from './readership-queries.ts';

const experimentsPath = (publication: string) => `${publicationPath(publication)}/experiments`;
const experimentPath = (publication: string, id: string) => `${experimentsPath(publication)}/${segment(id)}`;

/** All experiments of a publication, the newest first. */
export const experimentsQuery = (publication: string) =>
  queryOptions({
    queryKey: ['experiments', publication],
    queryFn: ({ signal }) => request<ExperimentList>('GET', experimentsPath(publication), undefined, signal),
  });

export const experimentQuery = (publication: string, id: string) =>
  queryOptions({
    queryKey: ['experiments', publication, id],
    queryFn: ({ signal }) => request<ExperimentView>('GET', experimentPath(publication, id), undefined, signal),
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
    queryFn: ({ signal }) => request<ExperimentPlan>('POST', `${experimentsPath(publication)}/plan`, asked, signal),
    staleTime: 60_000,
  });

/** @param id null: a new one */
export const saveExperiment = (publication: string, id: string | null, draft: CreateExperimentRequest) =>
  id === null
    ? request<ExperimentView>('POST', experimentsPath(publication), draft)
    : request<ExperimentView>('PATCH', experimentPath(publication, id), draft);

export const removeExperiment = (publication: string, id: string) =>
  request<void>('DELETE', experimentPath(publication, id));

export const turnExperiment = (publication: string, id: string, to: 'start' | 'stop') =>
  request<ExperimentView>('POST', `${experimentPath(publication, id)}/${to}`);

/** What an experiment that was started has found so far. */
export const experimentResultsQuery = (publication: string, id: string) =>
  queryOptions({
    queryKey: [...slowKey(publication), 'experiment results', id],
    queryFn: ({ signal }) =>
      request<ExperimentResults>('GET', `${experimentPath(publication, id)}/results`, undefined, signal),
  });
