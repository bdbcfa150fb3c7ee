import type { PaywallPositionsView } from '@readout/api-contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { paywallPositionsQuery } from '../../../api/growth-queries.ts';
import { usePublication } from '../../../frame/publication-context.ts';
import { growthWords } from '../../../words/growth-words.ts';
import { GrowthPage } from '../growth-page.tsx';
import { PAYWALL_DAYS, paywallSearch, USUAL_PAYWALL_DAYS } from '../growth-search.ts';
import { NothingYet } from '../nothing-yet.tsx';
import { OneOf } from '../one-of.tsx';
import { Finding } from './finding.tsx';
import { Issues } from './issues.tsx';
import { shareName } from './share-name.ts';
import { StandingTable } from './standing-table.tsx';

const route = getRouteApi('/signed-in/p/$publication/growth/paywall');

/** Where the paywall stood, and what came of it. */
export function PaywallPage() {
  const publication = usePublication();
  const { days = USUAL_PAYWALL_DAYS } = route.useSearch();
  const navigate = useNavigate({ from: '/p/$publication/growth/paywall' });
  const say = growthWords.paywall;
  return (
    <GrowthPage
      title={say.title}
      says={say.says}
      failed={say.loadFailed}
      height={1200}
      view={useQuery(paywallPositionsQuery(publication.id, days))}
      choices={
        <OneOf
          label={growthWords.growth.stretch}
          value={days}
          choices={PAYWALL_DAYS.map((value) => ({ value, label: growthWords.growth.days[value] }))}
          onChoose={(chosen) =>
            void navigate({ search: paywallSearch({ days: chosen }), replace: true, resetScroll: false })
          }
        />
      }
    >
      {(view) => (isEmpty(view) ? <NothingYet title={say.emptyTitle} says={say.empty} /> : <Standing view={view} />)}
    </GrowthPage>
  );
}

function isEmpty({ issues, positions }: PaywallPositionsView): boolean {
  return issues.length === 0 && positions.every(({ hits }) => hits === 0);
}

function Standing({ view: { positions, after, promised, issues } }: { view: PaywallPositionsView }) {
  const say = growthWords.paywall;
  return (
    <>
      <section aria-labelledby="positions">
        <Finding positions={positions} />
        <StandingTable
          head={say.position}
          term="position"
          title={say.positions}
          rows={positions.map((one) => ({ ...one, key: String(one.from), name: shareName(one) }))}
        />
      </section>
      <section aria-labelledby="after">
        <h2 id="after">{say.after}</h2>
        <StandingTable
          head={say.section}
          title={say.after}
          rows={after.map((one) => ({
            ...one,
            key: one.title ?? '',
            name: one.title ?? say.beforeAll,
            isTheirs: one.title !== null,
          }))}
        />
      </section>
      <section aria-labelledby="promised">
        <h2 id="promised">{say.promised}</h2>
        {promised.length === 0 ? (
          <p className="dim">{say.noPromise}</p>
        ) : (
          <>
            <p className="says">{say.promisedSays}</p>
            <StandingTable
              head={say.promise}
              term="promised"
              title={say.promised}
              rows={promised.map((one) => ({ ...one, key: one.title, name: one.title, isTheirs: true }))}
            />
          </>
        )}
      </section>
      <Issues issues={issues} />
    </>
  );
}
