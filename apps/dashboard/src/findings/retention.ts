import type { CohortsView } from '@readout/api-contract';

type Month = CohortsView['all'][number];
type Cohort = CohortsView['cohorts'][number];

/** Fewer payers than this are no basis for a curve. */
export const FEW_PAYERS = 20;
/** A cell over fewer is drawn pale. */
export const FEW_IN_CELL = 10;
/** What people ask for, the longest first. */
const LANDMARKS = [24, 12, 6, 3, 1] as const;

/** The longest time of which enough people can tell; null: none. */
export function landmarkOf(all: readonly Month[]): Month | null {
  for (const month of LANDMARKS) {
    const found = all.find((one) => one.month === month && one.of >= FEW_PAYERS);
    if (found !== undefined) return found;
  }
  return null;
}

/** How many began to pay, as far as the curve knows. */
export function payersOf(all: readonly Month[]): number {
  return all[0]?.of ?? 0;
}

/** The last month that any cohort has come to. */
export function lastMonthOf(cohorts: readonly Cohort[]): number {
  return Math.max(0, ...cohorts.flatMap(({ months }) => months.map(({ month }) => month)));
}

/** A cell of the triangle: its row from the top, and the month. */
export interface Cell {
  readonly row: number;
  readonly month: number;
}

/** Where in the triangle the arrow, Home or End key leads, over cells that are there; null: nowhere. */
export function cellTowards(cohorts: readonly Cohort[], from: Cell, key: string): Cell | null {
  const isThere = (row: number, month: number) => cohorts[row]?.months.some((one) => one.month === month) === true;
  const there = cohorts[from.row]?.months.map(({ month }) => month) ?? [];
  const to = {
    ArrowLeft: { row: from.row, month: there.findLast((month) => month < from.month) ?? from.month },
    ArrowRight: { row: from.row, month: there.find((month) => month > from.month) ?? from.month },
    ArrowUp: { row: from.row - 1, month: from.month },
    ArrowDown: { row: from.row + 1, month: from.month },
    Home: { row: from.row, month: there[0] ?? from.month },
    End: { row: from.row, month: there.at(-1) ?? from.month },
  }[key];
  return to !== undefined && isThere(to.row, to.month) ? to : null;
}
