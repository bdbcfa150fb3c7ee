import type { ExperimentView } from '@readout/api-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { experimentQuery, experimentsQuery, turnExperiment } from '../../../api/experiment-queries.ts';
import { offersQuery } from '../../../api/offer-queries.ts';
import { usePublication } from '../../../frame/publication-context.ts';
import { complain, say } from '../../../frame/undo.tsx';
import { growthWords } from '../../../words/growth-words.ts';

/** Starts and stops experiments, and keeps what is known of them. */
export function useExperimentActions() {
  const { id: publication } = usePublication();
  const queries = useQueryClient();
  const list = experimentsQuery(publication).queryKey;
  const put = (experiment: ExperimentView) => {
    queries.setQueryData(experimentQuery(publication, experiment.id).queryKey, experiment);
    queries.setQueryData(
      list,
      (before) =>
        before && {
          items: before.items.some(({ id }) => id === experiment.id)
            ? before.items.map((one) => (one.id === experiment.id ? experiment : one))
            : [experiment, ...before.items],
        },
    );
  };
  const forget = (id: string) =>
    queries.setQueryData(list, (before) => before && { items: before.items.filter((one) => one.id !== id) });
  const turn = useMutation({
    mutationFn: ({ id, to }: { id: string; to: 'start' | 'stop' }) => turnExperiment(publication, id, to),
    onSuccess: (turned, { to }) => {
      put(turned);
      // Its control is the usual offer from now on.
      void queries.invalidateQueries({ queryKey: offersQuery(publication).queryKey });
      say(growthWords.experiments[to === 'start' ? 'started' : 'stopped'](turned.name));
    },
    onError: complain,
  });
  return { put, forget, turn };
}
