import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { trialsQuery } from '../../../api/growth-queries.ts';
import { isEmpty } from '../../../findings/trials.ts';
import { numbers } from '../../../format/viewer.ts';
import { usePublication } from '../../../frame/publication-context.ts';
import { growthWords } from '../../../words/growth-words.ts';
import { GrowthPage } from '../growth-page.tsx';
import { TRIAL_WEEKS, trialsSearch, USUAL_TRIAL_WEEKS } from '../growth-search.ts';
import { NothingYet } from '../nothing-yet.tsx';
import { OneOf } from '../one-of.tsx';
import { Cohorts } from './cohorts.tsx';
import { Conversion } from './conversion.tsx';
import { ConversionCurve } from './conversion-curve.tsx';
import { Now } from './now.tsx';
import { Outcomes } from './outcomes.tsx';

const route = getRouteApi('/signed-in/p/$publication/growth/trials');

/** What becomes of trials. */
export function TrialsPage() {
  const publication = usePublication();
  const { weeks = USUAL_TRIAL_WEEKS } = route.useSearch();
  const navigate = useNavigate({ from: '/p/$publication/growth/trials' });
  const say = growthWords.trials;
  return (
    <GrowthPage
      title={say.title}
      says={say.says}
      failed={say.loadFailed}
      height={1100}
      view={useQuery(trialsQuery(publication.id, weeks))}
      choices={
        <OneOf
          label={say.stretch}
          value={weeks}
          choices={TRIAL_WEEKS.map((value) => ({ value, label: numbers.count(value) }))}
          onChoose={(chosen) =>
            void navigate({ search: trialsSearch({ weeks: chosen }), replace: true, resetScroll: false })
          }
        />
      }
    >
      {(trials) =>
        isEmpty(trials) ? (
          <NothingYet title={say.emptyTitle} says={say.empty} />
        ) : (
          <>
            <Conversion trials={trials} />
            <Now trials={trials} />
            <Outcomes trials={trials} />
            <ConversionCurve trials={trials} />
            <Cohorts trials={trials} />
          </>
        )
      }
    </GrowthPage>
  );
}
