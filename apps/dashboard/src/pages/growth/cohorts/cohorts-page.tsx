import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { cohortsQuery } from '../../../api/growth-queries.ts';
import { usePublication } from '../../../frame/publication-context.ts';
import { growthWords } from '../../../words/growth-words.ts';
import { GrowthPage } from '../growth-page.tsx';
import { COHORTS_BY, cohortsSearch, USUAL_COHORTS } from '../growth-search.ts';
import { NothingYet } from '../nothing-yet.tsx';
import { OneOf } from '../one-of.tsx';
import { RetentionCurve } from './retention-curve.tsx';
import { Triangle } from './triangle.tsx';

const route = getRouteApi('/signed-in/p/$publication/growth/cohorts');

/** Who stays, of those who began to pay. */
export function CohortsPage() {
  const publication = usePublication();
  const { by = USUAL_COHORTS } = route.useSearch();
  const navigate = useNavigate({ from: '/p/$publication/growth/cohorts' });
  const say = growthWords.cohorts;
  return (
    <GrowthPage
      title={say.title}
      says={say.says}
      failed={say.loadFailed}
      height={900}
      view={useQuery(cohortsQuery(publication.id, by))}
      choices={
        <OneOf
          label={say.by}
          value={by}
          choices={COHORTS_BY.map((value) => ({ value, label: say.bys[value] }))}
          onChoose={(chosen) =>
            void navigate({ search: cohortsSearch({ by: chosen }), replace: true, resetScroll: false })
          }
        />
      }
    >
      {(view) =>
        view.cohorts.length === 0 && view.all.length === 0 ? (
          <NothingYet title={say.emptyTitle} says={say.empty} />
        ) : (
          <>
            <RetentionCurve all={view.all} />
            <Triangle key={view.by} view={view} />
          </>
        )
      }
    </GrowthPage>
  );
}
