import type {
  AttributionView,
  CohortsView,
  PaywallPositionsView,
  RevenueView,
  TrialsView,
} from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import type { ApiDependencies } from '../dependencies.ts';
import { sentIssues } from '../issues/sent-issues.ts';
import { attributionOf, begunIn } from './attribution.ts';
import { byIssue } from './by-issue.ts';
import { lastMonths } from './calendar-months.ts';
import { cohortsOf } from './cohorts.ts';
import { namesOf } from './named.ts';
import { paywallPositions } from './paywall-positions.ts';
import { revenueOf } from './revenue.ts';
import { trialsOf } from './trials.ts';

const DAY_MS = 86_400_000;

type Deps = Pick<ApiDependencies, 'catalog' | 'warehouse' | 'clock'>;

export async function trialsView(
  { warehouse, clock }: Deps,
  { id, timeZone }: Publication,
  { weeks }: { readonly weeks: number },
): Promise<TrialsView> {
  return trialsOf(await warehouse.subscriptions(id), { now: clock(), timeZone, weeks });
}

export async function revenueView(
  { catalog, warehouse, clock }: Deps,
  { id, timeZone }: Publication,
  { months }: { readonly months: number },
): Promise<RevenueView> {
  const now = clock();
  const from = lastMonths(now, timeZone, months)[0]?.from ?? now;
  const [subscriptions, { courses }, issueNamed] = await Promise.all([
    warehouse.subscriptions(id),
    warehouse.experimentArms({ publication: id, offers: null, participants: null, from, to: now + 1, asOf: now }),
    issueNames({ catalog }, id),
  ]);
  const hits = courses.reduce((sum, { people }) => sum + people, 0);
  return revenueOf(subscriptions, { now, timeZone, months, hits, issueNamed });
}

export async function cohortsView(
  { catalog, warehouse, clock }: Deps,
  { id, timeZone }: Publication,
  { by }: Pick<CohortsView, 'by'>,
): Promise<CohortsView> {
  const [subscriptions, issueNamed, offerNamed] = await Promise.all([
    warehouse.subscriptions(id),
    issueNames({ catalog }, id),
    offerNames({ catalog }, id),
  ]);
  return cohortsOf(subscriptions, { now: clock(), timeZone, by, issueNamed, offerNamed });
}

export async function attributionView(
  deps: Deps,
  publication: Publication,
  { days }: { readonly days: number },
): Promise<AttributionView> {
  const to = deps.clock();
  return attributionBetween(deps, publication, { from: to - days * DAY_MS, to });
}

/** What led to the subscriptions of a stretch of time. @param stretch UTC milliseconds, both included */
export async function attributionBetween(
  { catalog, warehouse }: Pick<Deps, 'catalog' | 'warehouse'>,
  { id }: Publication,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<AttributionView> {
  const [subscriptions, rules, sections, issueNamed, offerNamed] = await Promise.all([
    warehouse.subscriptions(id),
    catalog.attribution(id),
    catalog.allSections(id),
    issueNames({ catalog }, id),
    offerNames({ catalog }, id),
  ]);
  const followed = new Set(begunIn(subscriptions, { from, to }).flatMap(({ link }) => link ?? []));
  const links = await catalog.linksNumbered(id, [...followed]);
  return attributionOf(subscriptions, {
    from,
    to,
    windowDays: rules.days,
    issueNamed,
    sectionNamed: namesOf(sections, ({ title }) => title),
    offerNamed,
    linkNamed: namesOf(links, ({ text, url }) => text || url),
  });
}

export async function paywallView(
  { catalog, warehouse, clock }: Deps,
  { id }: Publication,
  { days }: { readonly days: number },
): Promise<PaywallPositionsView> {
  const to = clock();
  const from = to - days * DAY_MS;
  const sent = (await sentIssues(catalog, id, to, { from })).filter(({ hasPaywall }) => hasPaywall);
  const [sections, reach, subscriptions] = await Promise.all([
    catalog.allSections(id),
    warehouse.webReach({ publication: id, issues: sent.map((issue) => issue.id) }),
    warehouse.subscriptions(id),
  ]);
  const [sectionsOf, ledBy] = [byIssue(sections), byIssue(subscriptions)];
  return paywallPositions(
    sent.map((issue) => {
      const led = ledBy(issue.id);
      return {
        issue,
        sections: sectionsOf(issue.id),
        ...(reach.get(issue.id) ?? { viewers: 0, hits: 0 }),
        trials: new Set(led.filter(({ trialFrom }) => trialFrom !== null).map(({ person }) => person)).size,
        converted: new Set(led.filter(({ payments }) => payments.length > 0).map(({ person }) => person)).size,
      };
    }),
    { from, to },
  );
}

async function issueNames({ catalog }: Pick<Deps, 'catalog'>, publication: Publication['id']) {
  return namesOf(await catalog.allIssues(publication), ({ title }) => title);
}

async function offerNames({ catalog }: Pick<Deps, 'catalog'>, publication: Publication['id']) {
  return namesOf(await catalog.listOffers(publication), ({ name }) => name);
}
