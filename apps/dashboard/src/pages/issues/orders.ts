import type { IssueSort } from '@readout/api-contract';
import { words } from '../../words/words.ts';

/** By what the table can be sorted; a minus puts the largest first. */
export type Order = IssueSort;
/** The same without a direction. */
export type Sortable = Exclude<Order, `-${string}`>;

export const NEWEST_FIRST: Order = '-sentAt';

export function orders(): Order[] {
  // All that the API knows have a name, or this does not compile.
  const named: Readonly<Record<Order, string>> = words.issuesTable.orders;
  return Object.keys(named) as Order[];
}

export function isOrder(text: string): text is Order {
  return Object.hasOwn(words.issuesTable.orders, text);
}

/** How a head sorts when it is pressed: figures the largest first, titles from A; pressed again, the other way. */
export function pressed(now: Order, by: Sortable): Order {
  const [first, second] = by === 'title' ? ([by, `-${by}`] as const) : ([`-${by}`, by] as const);
  return now === first ? second : first;
}

export function directionOf(now: Order, by: Sortable): 'ascending' | 'descending' | undefined {
  if (now === by) return 'ascending';
  return now === `-${by}` ? 'descending' : undefined;
}
