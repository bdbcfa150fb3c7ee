import type { FunnelView } from '@readout/api-contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { funnelQuery } from '../../../api/growth-queries.ts';
import { peopleAt } from '../../../findings/funnel.ts';
import { usePublication } from '../../../frame/publication-context.ts';
import { growthWords } from '../../../words/growth-words.ts';
import { GrowthPage } from '../growth-page.tsx';
import {
  FUNNEL_DAYS,
  type FunnelSearch,
  funnelSearch,
  USUAL_FUNNEL_DAYS,
  USUAL_WINDOW,
  WINDOWS,
} from '../growth-search.ts';
import { NothingYet } from '../nothing-yet.tsx';
import { OneOf } from '../one-of.tsx';
import { Parts } from './parts.tsx';
import { Steps } from './steps.tsx';
import { StillPaying } from './still-paying.tsx';

const route = getRouteApi('/signed-in/p/$publication/growth/');

/** From delivery to payment: where people stop. */
export function FunnelPage() {
  const publication = usePublication();
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/p/$publication/growth' });
  const change = (changed: Record<string, unknown>) =>
    void navigate({ search: funnelSearch({ ...search, ...changed }), replace: true, resetScroll: false });
  const { days = USUAL_FUNNEL_DAYS, window = USUAL_WINDOW, by = null } = search;
  const say = growthWords.funnel;
  return (
    <GrowthPage
      title={say.title}
      says={say.says}
      failed={say.loadFailed}
      height={760}
      view={useQuery(funnelQuery(publication.id, days, window, by))}
      choices={<Choices search={search} change={change} />}
    >
      {(funnel) =>
        isEmpty(funnel) ? (
          <NothingYet title={say.emptyTitle} says={say.empty} />
        ) : (
          <>
            <Steps funnel={funnel} />
            <Parts funnel={funnel} by={by} onChoose={(part) => change({ by: part ?? undefined })} />
            <StillPaying still={funnel.stillPaying} />
          </>
        )
      }
    </GrowthPage>
  );
}

function isEmpty({ issues, steps }: FunnelView): boolean {
  return issues === 0 && peopleAt(steps, 'delivered') === 0;
}

function Choices({ search, change }: { search: FunnelSearch; change: (changed: Record<string, unknown>) => void }) {
  const say = growthWords.funnel;
  return (
    <>
      <OneOf
        label={growthWords.growth.stretch}
        value={search.days ?? USUAL_FUNNEL_DAYS}
        choices={FUNNEL_DAYS.map((value) => ({ value, label: growthWords.growth.days[value] }))}
        onChoose={(days) => change({ days })}
      />
      <OneOf
        label={say.window}
        value={search.window ?? USUAL_WINDOW}
        choices={WINDOWS.map((value) => ({ value, label: say.windows[value] }))}
        onChoose={(window) => change({ window })}
      />
    </>
  );
}
