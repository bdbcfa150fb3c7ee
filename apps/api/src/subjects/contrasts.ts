import type { OpenRateContrast } from '@readout/api-contract';
import { type Difference, differenceBesideTime, falseDiscoveryAdjusted, meanRange } from '@readout/statistics';
import type { ComparedIssue } from './compared-issues.ts';

const LEVEL = 0.9;
/** Of what is told apart from chance, one in ten at most is expected to be chance all the same. */
const FALSE_DISCOVERIES = 0.1;
/** From fewer issues nothing is compared. */
export const FEWEST_ISSUES = 12;
/** Fewer with it, or without it, say nothing. */
const FEWEST_OF_EITHER = 5;

/** What issues may have in common, and which of them do. */
export interface Common<Name> {
  readonly name: Name;
  readonly has: (issue: ComparedIssue) => boolean;
}

/** The mean open rate of some issues, as the API tells it. */
export function meanOpenRate(issues: readonly ComparedIssue[]): OpenRateContrast['openRate'] {
  const range = meanRange(
    issues.map(({ openRate }) => openRate),
    LEVEL,
  );
  return range === null ? null : { ...range };
}

/**
 * Issues with each of these against the others of about the same time, all asked together: p-values are corrected for how
 * many there are.
 * @param issues In the order in which they went out, of one audience.
 */
export function contrasts<Name>(
  issues: readonly ComparedIssue[],
  commons: readonly Common<Name>[],
): { readonly compared: number; readonly contrasts: readonly (readonly [Name, OpenRateContrast])[] } {
  const rates = issues.map(({ openRate }) => openRate);
  const found = commons.map(({ name, has }) => {
    const marks = issues.map(has);
    const ones = issues.filter((_, at) => marks[at]);
    const isEnough =
      issues.length >= FEWEST_ISSUES &&
      ones.length >= FEWEST_OF_EITHER &&
      issues.length - ones.length >= FEWEST_OF_EITHER;
    const difference = isEnough ? differenceBesideTime(rates, marks, LEVEL) : null;
    return { name, issues: ones.length, openRate: meanOpenRate(ones), difference };
  });
  const told = found.flatMap(({ difference }) => difference ?? []);
  const adjusted = new Map(
    falseDiscoveryAdjusted(told.map(({ pValue }) => pValue)).map((value, at) => [told[at], value]),
  );
  return {
    compared: told.length,
    contrasts: found.map(
      ({ name, difference, ...rest }) => [name, { ...rest, ...saying(difference, adjusted) }] as const,
    ),
  };
}

function saying(
  difference: Difference | null,
  adjustedOf: ReadonlyMap<Difference | undefined, number>,
): Pick<OpenRateContrast, 'difference' | 'pValue' | 'adjusted' | 'says'> {
  if (difference === null) return { difference: null, pValue: null, adjusted: null, says: 'few' };
  const { pValue, ...range } = difference;
  const adjusted = adjustedOf.get(difference) ?? 1;
  const isTold = adjusted < FALSE_DISCOVERIES;
  return { difference: range, pValue, adjusted, says: isTold ? (range.estimate > 0 ? 'more' : 'less') : 'chance' };
}
