import type { FunnelPart, FunnelView } from '@readout/api-contract';
import type { Catalog, Publication } from '@readout/catalog';
import { kaplanMeier, survivalAt } from '@readout/statistics';
import type { Funnel, FunnelSteps, TimeTaken, FunnelPart as WarehousePart } from '@readout/warehouse';
import type { ApiDependencies } from '../dependencies.ts';
import { type SentIssue, sentIssues } from '../issues/sent-issues.ts';
import { shareOf } from '../issues/share-of-people.ts';
import { deviceOf, siteOf } from '../whole/audience.ts';
import { byIssue } from './by-issue.ts';
import { MEAN_MONTH_MS } from './calendar-months.ts';
import { namesOf } from './named.ts';
import { paywallPlace } from './paywall-positions.ts';

const DAY_MS = 86_400_000;
const MOST_PARTS = 50;
const BAND = 0.95;

type Deps = Pick<ApiDependencies, 'catalog' | 'warehouse' | 'clock'>;

/** How parts of the warehouse are named. Those of the same name are one: everybody is in one of them only. */
interface Naming {
  readonly part: WarehousePart;
  readonly nameOf: (key: string) => { readonly key: string | null; readonly name: string | null };
}

/** The funnel over the issues that went out in the last so many days. */
export async function funnelOf(
  { catalog, warehouse, clock }: Deps,
  { id: publication }: Publication,
  {
    days,
    windowDays,
    by,
  }: { readonly days: number; readonly windowDays: number; readonly by?: FunnelPart | undefined },
): Promise<FunnelView> {
  const to = clock();
  const from = to - days * DAY_MS;
  const sent = await sentIssues(catalog, publication, to, { from });
  const naming = by === undefined ? null : await namingOf(catalog, sent, by);
  const counted = await warehouse.funnel({
    publication,
    issues: sent.map(({ id }) => id),
    from,
    windowMs: windowDays * DAY_MS,
    ...(naming === null ? {} : { part: naming.part }),
  });
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    issues: sent.length,
    windowDays,
    steps: stepsOf(counted),
    stillPaying:
      counted.payers.length === 0 ? [] : stillPaying(counted.payers, await endings(warehouse, publication), to),
    parts: by === undefined || naming === null ? null : { by, ...partsOf(counted.parts ?? [], naming) },
  };
}

/** Each step with its share of the one before: of an offer and of a trial, of those who hit the paywall. */
function stepsOf(counted: Funnel): FunnelView['steps'] {
  const { delivered, readers, paywallHits, offersShown, trialsStarted, converted, tookBefore, took } = counted;
  const step = (
    name: FunnelView['steps'][number]['step'],
    people: number,
    of: number | null,
    timeTaken: TimeTaken | null,
  ) => ({
    step: name,
    people,
    share: of === null ? null : shareOf(people, of),
    took: timeTaken,
  });
  return [
    step('delivered', delivered, null, null),
    step('read', readers, delivered, tookBefore.read),
    step('paywall_hit', paywallHits, readers, tookBefore.paywallHit),
    step('offer_shown', offersShown, paywallHits, took.offer),
    step('trial_started', trialsStarted, paywallHits, took.trial),
    step('converted', converted, trialsStarted, took.payment),
  ];
}

async function namingOf(
  catalog: Pick<Catalog, 'allSections' | 'listOffers'>,
  sent: readonly SentIssue[],
  by: FunnelPart,
): Promise<Naming> {
  const itself = (key: string) => ({ key: key === '' ? null : key, name: null });
  if (by === 'audience' || by === 'country') return { part: { by }, nameOf: itself };
  if (by === 'device') return { part: { by: 'client' }, nameOf: (client) => itself(deviceOf(client)) };
  if (by === 'source')
    return { part: { by: 'referrer' }, nameOf: (host) => itself(host === '' ? 'direct' : siteOf(host)) };
  const [first] = sent;
  if (by === 'offer') {
    const offers = first === undefined ? [] : await catalog.listOffers(first.publication);
    const offerNamed = namesOf(offers, ({ name }) => name);
    return {
      part: { by },
      nameOf: (key) => {
        const offer = offerNamed(Number(key));
        return { key: offer?.id ?? null, name: offer?.title ?? null };
      },
    };
  }
  if (by === 'issue') {
    return {
      part: { by, groups: sent.map((_, at) => at + 1) },
      nameOf: (key) => {
        const issue = sent[Number(key) - 1];
        return { key: issue?.publicId ?? null, name: issue?.title ?? null };
      },
    };
  }
  // Issues whose paywall stood after sections of the same title are one.
  const sectionsOf = byIssue(first === undefined ? [] : await catalog.allSections(first.publication));
  const after = sent.map(({ id }) => paywallPlace(sectionsOf(id)).after ?? '');
  const titles = [...new Set(after)];
  return {
    part: { by: 'issue', groups: after.map((title) => titles.indexOf(title) + 1) },
    nameOf: (key) => itself(titles[Number(key) - 1] ?? ''),
  };
}

function partsOf(parts: NonNullable<Funnel['parts']>, { nameOf }: Naming) {
  const items = new Map<string | null, { name: string | null; people: (number | null)[] }>();
  for (const part of parts) {
    const { key, name } = nameOf(part.key);
    const people = [part.delivered, part.readers, ...afterTheWall(part)];
    const before = items.get(key)?.people;
    items.set(key, { name, people: people.map((count, at) => (count === null ? null : count + (before?.[at] ?? 0))) });
  }
  const all = [...items].map(([key, item]) => ({ key, ...item }));
  return { items: all.slice(0, MOST_PARTS), more: Math.max(0, all.length - MOST_PARTS) };
}

function afterTheWall({ paywallHits, offersShown, trialsStarted, converted }: FunnelSteps): readonly number[] {
  return [paywallHits, offersShown, trialsStarted, converted];
}

/** When each person's subscriptions came to an end, by when they were first paid for. */
async function endings(warehouse: Deps['warehouse'], publication: Publication['id']) {
  const all = await warehouse.subscriptions(publication);
  return new Map(all.map(({ person, payments: [paid], ended }) => [`${person} ${paid?.at ?? ''}`, ended]));
}

/**
 * Of those who paid: estimated, and the naive share of those who did so long enough ago. Whose subscription no billing
 * system tells of is in neither.
 */
function stillPaying(
  payers: Funnel['payers'],
  ended: ReadonlyMap<string, number | null>,
  now: number,
): FunnelView['stillPaying'] {
  const followed = payers.flatMap(([person, at]) => {
    const end = ended.get(`${person} ${at}`);
    if (end === undefined) return [];
    const happened = end !== null && end <= now;
    return {
      time: Math.max(0, ((happened ? end : now) - at) / MEAN_MONTH_MS),
      happened,
      known: (now - at) / MEAN_MONTH_MS,
    };
  });
  const curve = kaplanMeier(followed, BAND);
  return ([1, 3, 12] as const).map((months) => {
    const at = survivalAt(curve, months);
    const longAgo = followed.filter(({ known }) => known >= months);
    return {
      months,
      rate: at && { rate: at.survival, low: at.low, high: at.high },
      atRisk: followed.filter(({ time }) => time >= months).length,
      of: longAgo.length,
      people: longAgo.filter(({ time, happened }) => !happened || time > months).length,
    };
  });
}
