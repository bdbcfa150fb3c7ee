import type { MachineJump } from '@readout/api-contract';
import type { Catalog, Issue, Publication } from '@readout/catalog';
import { cursorAfter } from '@readout/catalog';
import { standingOut } from '@readout/statistics';
import type { IssueFigures, Warehouse } from '@readout/warehouse';

/** Issues before one that say what is usual. */
export const MOST_BEFORE = 30;
/** A handful of fetches more is no news, however few there usually are. */
const FEWEST_EVENTS = 20;
/** What is usual is looked up in issues of other days: what they had ten seconds ago will do. */
const BEFORE_MAY_BE_OLD_MS = 10_000;

type Counted = Pick<IssueFigures, 'delivered' | 'machineClicks' | 'opensByVerdict'>;

/** In the order in which they are told: of both, the clicks weigh more, since nobody sees them in an open rate. */
const MEASURES: readonly (readonly [of: MachineJump['of'], count: (issue: Counted) => number])[] = [
  ['machine_clicks', ({ machineClicks }) => machineClicks],
  ['scanner_opens', ({ opensByVerdict }) => opensByVerdict.scanner],
];

/** Whether machines came to an issue far more often, for each delivered recipient, than to those before it. */
export function jumpOf(issue: Counted, before: readonly Counted[]): MachineJump | null {
  if (issue.delivered === 0) return null;
  const others = before.filter(({ delivered }) => delivered > 0);
  for (const [of, count] of MEASURES) {
    if (count(issue) < FEWEST_EVENTS) continue;
    const share = count(issue) / issue.delivered;
    const found = standingOut(
      share,
      others.map((other) => count(other) / other.delivered),
    );
    if (found !== null) return { of, share, ...found };
  }
  return null;
}

/** Figures of the issues that went out before one, newest first, at most `MOST_BEFORE`. */
export async function figuresBefore(
  {
    catalog,
    warehouse,
  }: { readonly catalog: Pick<Catalog, 'listIssues'>; readonly warehouse: Pick<Warehouse, 'figures'> },
  { id: publication }: Publication,
  issue: Issue,
): Promise<readonly IssueFigures[]> {
  if (issue.sentAt === null) return [];
  const { items } = await catalog.listIssues(publication, { limit: MOST_BEFORE, cursor: cursorAfter(issue) });
  return warehouse.figures({ publication, issues: items.map(({ id }) => id), oldMs: BEFORE_MAY_BE_OLD_MS });
}
