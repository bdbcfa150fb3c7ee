import type { ExperimentView } from '@readout/api-contract';
import { growthWords } from '../../../words/growth-words.ts';
import { AskOnce } from './ask-once.tsx';
import { useExperimentActions } from './use-experiment-actions.ts';

/** The one switch of an experiment: a draft is started with it, and one that runs is stopped. */
export function TurnButton({
  experiment: { id, name, state },
  isOff = false,
}: {
  experiment: ExperimentView;
  /** Another one runs. */
  isOff?: boolean;
}) {
  const { turn } = useExperimentActions();
  const say = growthWords.experiments;
  if (state === 'stopped') return null;
  return state === 'draft' ? (
    <AskOnce
      text={say.start}
      label={say.startNamed(name)}
      asks={say.startAsks}
      sure={say.startNow}
      variant="default"
      isBusy={turn.isPending}
      isOff={isOff}
      onSure={() => turn.mutate({ id, to: 'start' })}
    />
  ) : (
    <AskOnce
      key="stop"
      text={say.stop}
      label={say.stopNamed(name)}
      asks={say.stopAsks}
      sure={say.stopNow}
      variant="default"
      isBusy={turn.isPending}
      onSure={() => turn.mutate({ id, to: 'stop' })}
    />
  );
}
