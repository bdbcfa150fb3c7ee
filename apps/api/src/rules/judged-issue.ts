import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Judgement, Rules } from '@readout/engagement';
import type { PublicationId } from '@readout/events';
import { crowdsOf, settleIssue } from '@readout/settling';
import type { IssueFetches, JudgedFetch } from '@readout/warehouse';
import type { ApiDependencies } from '../dependencies.ts';

/** Judged in one go, which takes some 20 ms: then others who wait for this process have their turn. */
const FETCHES_AT_ONCE = 10_000;

/** Some readers' fetches of an issue, and what they are by one set of rules or another, in the same order. */
export interface JudgedStretch {
  readonly fetches: readonly JudgedFetch[];
  judge(rules: Rules): readonly (Judgement | null)[];
}

/** An issue's fetches, all of a reader's together, in stretches that memory holds whatever the issue's size. */
export async function* stretchesOf(
  { catalog, warehouse }: Pick<ApiDependencies, 'catalog' | 'warehouse'>,
  publication: PublicationId,
  { issue, fetches: count }: IssueFetches,
): AsyncGenerator<JudgedStretch> {
  const facts = await catalog.findIssueFacts(issue);
  // The publication was removed meanwhile.
  if (facts === null) return;
  const { links } = facts;
  const honeypots = new Set<number>(facts.honeypots);
  const crowds = crowdsOf(await warehouse.clicksOf({ publication, issue }));
  const of = Math.max(1, Math.ceil(count / FETCHES_AT_ONCE));
  for (let remainder = 0; remainder < of; remainder++) {
    const { fetches, around } = await warehouse.fetchesOf({ publication, issue, of, remainder });
    yield { fetches, judge: (rules) => settleIssue({ links, honeypots, rules }, fetches, around, crowds) };
    await nextTurn();
  }
}
