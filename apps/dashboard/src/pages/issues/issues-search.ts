import type { IssueAudience } from '@readout/api-contract';
import { comparedIssues } from '../../findings/compared.ts';
import { textOf } from '../../format/address-text.ts';
import { type ColumnId, readColumns, writeColumns } from './column-ids.ts';
import { isOrder, NEWEST_FIRST, type Order } from './orders.ts';

/** The view of the table as it stands in the address: a link shows the same one. What is usual is left out. */
export interface IssuesSearch {
  readonly sort?: Order;
  readonly q?: string;
  /** Days, such as `2026-03-02`. */
  readonly from?: string;
  readonly to?: string;
  readonly audience?: IssueAudience;
  /** The issue has them all. */
  readonly tag?: readonly string[];
  /** 1 is Monday. */
  readonly weekday?: number;
  /** Their names, with commas. */
  readonly columns?: string;
  /** Public ids of the issues chosen to compare, with commas. */
  readonly chosen?: string;
}

const AUDIENCES = ['everyone', 'paying'] as const;
const LONGEST_WORDS = 200;
const LONGEST_TAG = 50;

/** Reads it from an address, which may hold anything. */
export function issuesSearch(search: Record<string, unknown>): IssuesSearch {
  const sort = textOf(search['sort']);
  const q = textOf(search['q']).slice(0, LONGEST_WORDS);
  const [from, to] = [dayOf(search['from']), dayOf(search['to'])];
  const audience = AUDIENCES.find((one) => one === search['audience']);
  const tag = tagsOf(search['tag']);
  const weekday = [1, 2, 3, 4, 5, 6, 7].find((one) => String(one) === textOf(search['weekday']));
  const columns = columnsOf(search['columns']);
  const chosen = comparedIssues(textOf(search['chosen']));
  return {
    ...(isOrder(sort) && sort !== NEWEST_FIRST && { sort }),
    ...(q.trim() !== '' && { q }),
    ...(from !== null && { from }),
    ...(to !== null && { to }),
    ...(audience !== undefined && { audience }),
    ...(tag.length > 0 && { tag }),
    ...(weekday !== undefined && { weekday }),
    ...(columns !== null && { columns }),
    ...(chosen.length > 0 && { chosen: chosen.join(',') }),
  };
}

/** How many filters are set; what is searched for is seen by itself. */
export function filtersSet({ from, to, audience, tag = [], weekday }: IssuesSearch): number {
  const others = [from ?? to, audience, weekday].filter((one) => one !== undefined).length;
  return others + (tag.length > 0 ? 1 : 0);
}

/** Sort and filters as the API takes them. */
export function viewOf({ sort, q, from, to, audience, tag = [], weekday }: IssuesSearch): string {
  const query = new URLSearchParams();
  if (sort !== undefined) query.set('sort', sort);
  if (q !== undefined) query.set('q', q);
  // Days that stand the wrong way round, as while one is typed, mean the time between them all the same.
  const [first, last] = from !== undefined && to !== undefined && from > to ? [to, from] : [from, to];
  if (first !== undefined) query.set('from', first);
  if (last !== undefined) query.set('to', last);
  if (audience !== undefined) query.set('audience', audience);
  for (const one of tag) query.append('tag', one);
  if (weekday !== undefined) query.set('weekday', String(weekday));
  return query.toString();
}

function dayOf(value: unknown): string | null {
  const day = textOf(value);
  const time = Date.parse(`${day}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(day)
    ? day
    : null;
}

function tagsOf(value: unknown): readonly string[] {
  const all = (Array.isArray(value) ? value : [value]).map(textOf).map((tag) => tag.trim());
  const tags = all.filter((tag) => tag !== '' && tag.length <= LONGEST_TAG);
  return tags.filter((tag, at) => tags.findIndex((one) => one.toLowerCase() === tag.toLowerCase()) === at).slice(0, 20);
}

/** Null: the usual ones. */
function columnsOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const columns: readonly ColumnId[] = readColumns(value);
  const text = writeColumns(columns);
  return text === writeColumns(readColumns(undefined)) ? null : text;
}
