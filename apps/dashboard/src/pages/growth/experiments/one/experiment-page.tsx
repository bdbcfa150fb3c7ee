import type { ExperimentView, OfferView } from '@readout/api-contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { experimentQuery, experimentsQuery } from '../../../../api/experiment-queries.ts';
import { offersQuery } from '../../../../api/offer-queries.ts';
import { useDates } from '../../../../format/viewer.ts';
import { Heading } from '../../../../frame/heading.tsx';
import { Loading } from '../../../../frame/loading.tsx';
import { Failed } from '../../../../frame/message.tsx';
import { usePublication } from '../../../../frame/publication-context.ts';
import { useTitle } from '../../../../frame/use-title.ts';
import { growthWords } from '../../../../words/growth-words.ts';
import { words } from '../../../../words/words.ts';
import { TurnButton } from '../turn-button.tsx';
import { Embed } from './embed.tsx';
import { Results } from './results.tsx';
import { SetUp } from './set-up.tsx';

const route = getRouteApi('/signed-in/p/$publication/growth/experiments/$experiment');

/** One experiment: what it found, how it is set up, and how it gets onto pages. */
export function ExperimentPage() {
  const publication = usePublication();
  const { experiment: id } = route.useParams();
  const experiment = useQuery(experimentQuery(publication.id, id));
  const offers = useQuery(offersQuery(publication.id));
  const failed = [experiment, offers].find(({ isError, data }) => isError && data === undefined);
  useTitle(experiment.data?.name, words.frame.growth, publication.name);
  const say = growthWords.experiment;
  return (
    <div className="page">
      <header>
        <p className="back">
          <Link to="/p/$publication/growth/experiments" params={{ publication: publication.id }}>
            {say.back}
          </Link>
        </p>
        <Heading>{experiment.data?.name ?? growthWords.experiments.heading}</Heading>
        {experiment.data !== undefined && <Standing experiment={experiment.data} />}
      </header>
      {(experiment.isPending || offers.isPending) && failed === undefined && <Loading height={900} />}
      {failed?.error && <Failed title={say.loadFailed} error={failed.error} retry={() => void failed.refetch()} />}
      {experiment.data !== undefined && offers.data !== undefined && (
        <Whole experiment={experiment.data} offers={offers.data.items} />
      )}
    </div>
  );
}

/** Since when it runs, and the switch that starts or stops it. */
function Standing({ experiment }: { experiment: ExperimentView }) {
  const publication = usePublication();
  const dates = useDates(publication.timeZone);
  const all = useQuery(experimentsQuery(publication.id));
  const other = all.data?.items.find(({ state, id }) => state === 'running' && id !== experiment.id);
  const { experiments: say, experiment: own } = growthWords;
  const { startedAt, stoppedAt, state } = experiment;
  return (
    <>
      <p className="says">
        {startedAt === null && own.draft}
        {startedAt !== null && stoppedAt === null && `${say.states.running} ${say.since(dates.moment(startedAt))}`}
        {startedAt !== null && stoppedAt !== null && say.between(dates.moment(startedAt), dates.moment(stoppedAt))}
        {state === 'draft' && other !== undefined && ` ${say.otherRuns(other.name)}`}
      </p>
      <TurnButton experiment={experiment} isOff={state === 'draft' && other !== undefined} />
    </>
  );
}

function Whole({ experiment, offers }: { experiment: ExperimentView; offers: readonly OfferView[] }) {
  return (
    <>
      {experiment.state !== 'draft' && <Results experiment={experiment} offers={offers} />}
      <SetUp experiment={experiment} offers={offers} />
      <Embed experiment={experiment} offers={offers} />
    </>
  );
}
