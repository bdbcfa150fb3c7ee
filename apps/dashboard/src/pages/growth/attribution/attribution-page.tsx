import type { AttributionView } from '@readout/api-contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { attributionQuery } from '../../../api/growth-queries.ts';
import { ratio } from '../../../format/numbers.ts';
import { numbers, useDates } from '../../../format/viewer.ts';
import { usePublication } from '../../../frame/publication-context.ts';
import { growthWords } from '../../../words/growth-words.ts';
import { Figure, Figures } from '../figure.tsx';
import { GrowthPage } from '../growth-page.tsx';
import { ATTRIBUTION_DAYS, attributionSearch, USUAL_ATTRIBUTION_DAYS } from '../growth-search.ts';
import { NothingYet } from '../nothing-yet.tsx';
import { OneOf } from '../one-of.tsx';
import { Term } from '../term.tsx';
import { ByIssue } from './by-issue.tsx';
import { LastTouches } from './last-touches.tsx';
import { TouchWindow } from './touch-window.tsx';

const route = getRouteApi('/signed-in/p/$publication/growth/attribution');

/** What stood before somebody who subscribed. */
export function AttributionPage() {
  const publication = usePublication();
  const { days = USUAL_ATTRIBUTION_DAYS } = route.useSearch();
  const navigate = useNavigate({ from: '/p/$publication/growth/attribution' });
  const say = growthWords.attribution;
  return (
    <GrowthPage
      title={say.title}
      says={say.says}
      failed={say.loadFailed}
      height={1000}
      view={useQuery(attributionQuery(publication.id, days))}
      choices={
        <OneOf
          label={growthWords.growth.stretch}
          value={days}
          choices={ATTRIBUTION_DAYS.map((value) => ({ value, label: growthWords.growth.days[value] }))}
          onChoose={(chosen) =>
            void navigate({ search: attributionSearch({ days: chosen }), replace: true, resetScroll: false })
          }
        />
      }
    >
      {(view) => (
        <>
          {view.subscriptions === 0 ? (
            <NothingYet title={say.emptyTitle} says={say.empty} />
          ) : (
            <Attributed view={view} />
          )}
          <TouchWindow />
        </>
      )}
    </GrowthPage>
  );
}

function Attributed({ view }: { view: AttributionView }) {
  const dates = useDates(usePublication().timeZone);
  const say = growthWords.attribution;
  const { subscriptions, attributed, windowDays } = view;
  return (
    <>
      <section aria-label={say.subscriptions}>
        <Figures>
          <Figure lead name={say.subscriptions} value={numbers.count(subscriptions)} figure="subscriptions">
            {say.since(dates.day(view.from), dates.day(view.to))}
          </Figure>
          <Figure
            wide
            name={<Term of="attributed">{say.attributed}</Term>}
            value={numbers.count(attributed)}
            figure="attributed"
          >
            {say.attributedOf(numbers.rate(ratio(attributed, subscriptions)), windowDays, numbers.count(windowDays))}
          </Figure>
        </Figures>
      </section>
      <ByIssue issues={view.issues} />
      <div className="pair">
        <LastTouches
          id="touches"
          title={say.touches}
          head={say.touch}
          rows={view.touches.map(({ touch, last, converted }) => ({
            key: touch,
            name: say.kinds[touch],
            isKnown: touch !== 'none',
            isTheirs: false,
            last,
            converted,
          }))}
        />
        <LastTouches
          id="offers"
          title={say.offers}
          head={say.offer}
          rows={view.offers.map((one) => namedRow(one, say.noOffer))}
        />
        <LastTouches
          id="sections"
          title={say.sections}
          head={say.section}
          rows={view.sections.map((one) => namedRow(one, say.noSection))}
        />
        <LastTouches
          id="links"
          title={say.links}
          head={say.link}
          rows={view.links.map((one) => namedRow(one, say.noLink))}
        />
      </div>
    </>
  );
}

function namedRow({ key, title, last, converted }: AttributionView['offers'][number], unknown: string) {
  const isKnown = key !== null;
  return { key: key ?? '', name: isKnown ? (title ?? key) : unknown, isKnown, isTheirs: isKnown, last, converted };
}
