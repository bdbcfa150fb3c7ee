import type { SubjectsView } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import { SUBJECT_TRAITS } from '@readout/engagement';
import type { ApiDependencies } from '../dependencies.ts';
import { type ComparedIssue, comparedIssues } from './compared-issues.ts';
import { type Common, contrasts, FEWEST_ISSUES, meanOpenRate } from './contrasts.ts';

const DAY_MS = 86_400_000;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** Whether open rates hang on what a subject has, and on when an issue goes out. @param days null: all there are */
export async function subjectsOf(
  deps: Pick<ApiDependencies, 'catalog' | 'warehouse' | 'clock'>,
  publication: Publication,
  { audience, days }: { readonly audience: SubjectsView['audience']; readonly days: number | null },
): Promise<SubjectsView> {
  const now = deps.clock();
  const from = days === null ? null : now - days * DAY_MS;
  const all = await comparedIssues(deps, publication, { now, from: from ?? Number.NEGATIVE_INFINITY });
  const issues = all.filter((one) => one.audience === audience);
  const hours = [...new Set(issues.map(({ hour }) => hour))].sort((a, b) => a - b);
  const asked = [
    ...SUBJECT_TRAITS.map((trait) => common({ trait }, (issue) => issue.traits.has(trait))),
    ...WEEKDAYS.map((weekday) => common({ weekday }, (issue) => issue.weekday === weekday)),
    ...hours.map((hour) => common({ hour }, (issue) => issue.hour === hour)),
  ];
  const { compared, contrasts: found } = contrasts<{
    trait?: (typeof SUBJECT_TRAITS)[number];
    weekday?: number;
    hour?: number;
  }>(issues, asked);
  return {
    audience,
    from: from === null ? null : new Date(from).toISOString(),
    to: new Date(now).toISOString(),
    issues: issues.length,
    audiences: {
      everyone: all.filter((one) => one.audience === 'everyone').length,
      paying: all.filter((one) => one.audience === 'paying').length,
    },
    fewest: FEWEST_ISSUES,
    openRate: meanOpenRate(issues),
    compared,
    traits: found.flatMap(([{ trait }, contrast]) => (trait === undefined ? [] : [{ trait, ...contrast }])),
    weekdays: found.flatMap(([{ weekday }, contrast]) => (weekday === undefined ? [] : [{ weekday, ...contrast }])),
    hours: found.flatMap(([{ hour }, contrast]) => (hour === undefined ? [] : [{ hour, ...contrast }])),
    cells: cellsOf(issues),
  };
}

function common<Name>(name: Name, has: Common<Name>['has']): Common<Name> {
  return { name, has };
}

function cellsOf(issues: readonly ComparedIssue[]): SubjectsView['cells'] {
  const cells = new Map<string, ComparedIssue[]>();
  for (const issue of issues) {
    const key = `${issue.weekday} ${issue.hour}`;
    cells.set(key, [...(cells.get(key) ?? []), issue]);
  }
  return [...cells.values()]
    .map((its) => ({
      weekday: its[0]?.weekday ?? 0,
      hour: its[0]?.hour ?? 0,
      issues: its.length,
      openRate: its.reduce((sum, { openRate }) => sum + openRate, 0) / its.length,
    }))
    .sort((a, b) => a.weekday - b.weekday || a.hour - b.hour);
}
