import type { PaywallPositionsView } from '@readout/api-contract';
import type { Section } from '@readout/catalog';
import type { SentIssue } from '../issues/sent-issues.ts';
import { shareOf } from '../issues/share-of-people.ts';

/** What is known of an issue with a paywall. People. */
export interface PaywalledIssue {
  readonly issue: SentIssue;
  readonly sections: readonly Section[];
  readonly viewers: number;
  readonly hits: number;
  readonly trials: number;
  readonly converted: number;
}

type Counts = Pick<PaywalledIssue, 'viewers' | 'hits' | 'trials' | 'converted'>;

const PARTS = 4;
const MOST = 30;

/** Where the paywall of issues stood, and what came of it. */
export function paywallPositions(
  issues: readonly PaywalledIssue[],
  { from, to }: { readonly from: number; readonly to: number },
): PaywallPositionsView {
  const standing = issues
    .filter(({ sections }) => sections.length > 0)
    .map((one) => ({ ...one, ...paywallPlace(one.sections) }));
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    positions: Array.from({ length: PARTS }, (_, at) => {
      const [low, high] = [at / PARTS, (at + 1) / PARTS];
      const its = standing.filter(
        ({ position }) => position >= low && (position < high || (at === PARTS - 1 && position === 1)),
      );
      return { from: low, to: high, issues: its.length, ...together(its) };
    }),
    after: byTitle(standing, ({ after }) => [after]).slice(0, MOST),
    promised: byTitle(standing, ({ promised }) => promised)
      .flatMap(({ title, ...row }) => (title === null ? [] : [{ title, ...row }]))
      .slice(0, MOST),
    issues: standing.map(({ issue, after, position, promised, viewers, hits, trials, converted }) => ({
      issue: issue.publicId,
      title: issue.title,
      sentAt: issue.sentAt.toISOString(),
      after,
      position,
      promised,
      ...rated({ viewers, hits, trials, converted }),
    })),
  };
}

/** Where the paywall stood among an issue's sections: one that it goes through counts by half. */
export function paywallPlace(sections: readonly Section[]) {
  const before = sections.filter(({ access }) => access === 'before');
  const across = sections.find(({ access }) => access === 'across');
  return {
    position: (before.length + (across === undefined ? 0 : 0.5)) / sections.length,
    after: (across ?? before.at(-1))?.title ?? null,
    promised: sections.filter(({ access }) => access === 'behind').map(({ title }) => title),
  };
}

function byTitle<One extends Counts>(all: readonly One[], titlesOf: (one: One) => readonly (string | null)[]) {
  const rows = new Map<string, { title: string | null; its: One[] }>();
  for (const one of all) {
    for (const title of new Set(titlesOf(one))) {
      // The same section is not always written the same way.
      const key = (title ?? '').trim().toLocaleLowerCase();
      const row = rows.get(key) ?? { title, its: [] };
      row.its.push(one);
      rows.set(key, row);
    }
  }
  return [...rows.values()]
    .map(({ title, its }) => ({ title, issues: its.length, ...together(its) }))
    .sort((one, other) => other.hits - one.hits);
}

function together(all: readonly Counts[]) {
  const sum = (of: (one: Counts) => number) => all.reduce((total, one) => total + of(one), 0);
  return rated({
    viewers: sum(({ viewers }) => viewers),
    hits: sum(({ hits }) => hits),
    trials: sum(({ trials }) => trials),
    converted: sum(({ converted }) => converted),
  });
}

function rated(counts: Counts) {
  return {
    ...counts,
    hitRate: shareOf(counts.hits, counts.viewers),
    trialRate: shareOf(counts.trials, counts.hits),
  };
}
