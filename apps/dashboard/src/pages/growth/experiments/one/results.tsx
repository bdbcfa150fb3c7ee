import type { ExperimentView, OfferView } from '@readout/api-contract';
import { useQuery } from '@tanstack/react-query';
import { experimentResultsQuery } from '../../../../api/experiment-queries.ts';
import { experimentVerdict } from '../../../../findings/experiment-verdict.ts';
import { verdictWords } from '../../../../findings/verdict-words.ts';
import { numbers } from '../../../../format/viewer.ts';
import { Loading } from '../../../../frame/loading.tsx';
import { Failed } from '../../../../frame/message.tsx';
import { usePublication } from '../../../../frame/publication-context.ts';
import { growthWords } from '../../../../words/growth-words.ts';
import { Term } from '../../term.tsx';
import { percent } from '../arms-sentence.tsx';
import { Arms } from './arms.tsx';
import { Beside } from './beside.tsx';
import { LiftCurve } from './lift-curve.tsx';

/** What an experiment has found: the verdict first, and then what it rests on. */
export function Results({ experiment, offers }: { experiment: ExperimentView; offers: readonly OfferView[] }) {
  const publication = usePublication();
  const found = useQuery(experimentResultsQuery(publication.id, experiment.id));
  const say = growthWords.experiment;
  if (found.isPending) return <Loading height={420} mt="md" />;
  if (found.data === undefined) {
    return <Failed title={say.resultsFailed} error={found.error} retry={() => void found.refetch()} />;
  }
  const results = found.data;
  const nameOf = (offer: string) => results.arms.find((arm) => arm.offer === offer)?.name ?? '';
  const { pValue, isBroken } = results.sampleRatio;
  const [curved] = results.history;
  const split = pValue === null ? say.splitUnknown : isBroken ? say.splitBroken : say.splitFine;
  return (
    <>
      <section aria-labelledby="verdict">
        <h2 id="verdict">{say.verdict.heading}</h2>
        <p className="says">{verdictWords(experimentVerdict(results, experiment), nameOf, percent.format)}</p>
        <p className="dim small">
          <Term of="sampleRatio">{say.split}</Term>
          {`: ${split}${pValue === null ? '' : ` (${say.splitP(pValue.toPrecision(2))})`}. `}
          {results.peopleNeeded !== null && `${say.ofNeeded(numbers.count(results.peopleNeeded))}. `}
          {results.mixed > 0 && say.mixed(results.mixed, numbers.count(results.mixed))}
        </p>
      </section>
      {curved !== undefined && <LiftCurve history={results.history} offer={curved.offer} name={nameOf(curved.offer)} />}
      <Arms measure={experiment.measure} results={results} offers={offers} />
      <Beside results={results} nameOf={nameOf} />
    </>
  );
}
