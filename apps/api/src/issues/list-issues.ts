import type { IssueList } from '@readout/api-contract';
import { type Issue, invalidCursor, type Publication } from '@readout/catalog';
import type { ApiDependencies } from '../dependencies.ts';
import { audienceOf } from './audience.ts';
import { figuresView } from './figures.ts';
import { orderingOf } from './issue-order.ts';
import { matcher, tagsOf } from './issue-search.ts';
import { issueView } from './issue-view.ts';
import { decodePlace, encodePlace, listMark } from './list-cursor.ts';
import type { IssueSearch, ListQuery } from './list-query.ts';

type Dependencies = Pick<ApiDependencies, 'catalog' | 'warehouse'>;

const SPARKLINE_HOURS = 48;
/** Figures that a list was sorted by may be shown in it: they were read a moment ago. */
const JUST_READ_MS = 1_000;

interface FoundPage {
  readonly issues: readonly Issue[];
  readonly next: string | null;
  readonly total: number;
  readonly of: number;
  /** Figures of all that was found were read for it. */
  readonly isCounted: boolean;
}

/** A page of issues, each with its figures and the new readers of its first 48 hours. */
export async function listIssues(deps: Dependencies, publication: Publication, query: ListQuery): Promise<IssueList> {
  const isPlain = query.sort === '-sentAt' && !narrows(query);
  const page = isPlain ? await newestFirst(deps, publication, query) : await searched(deps, publication, query);
  const { issues, next, total, of } = page;
  const asked = issues.map(({ id, sentAt }) => ({ id, since: sentAt?.getTime() ?? null }));
  const rows =
    asked.length === 0
      ? []
      : await deps.warehouse.issueSummaries({
          publication: publication.id,
          issues: asked,
          ...(page.isCounted && { oldMs: JUST_READ_MS }),
        });
  const items = issues.flatMap((issue, at) => {
    const row = rows[at];
    if (row === undefined) return [];
    const { readersByHour, ...figures } = row;
    return {
      ...issueView(issue),
      audience: audienceOf(figures),
      figures: figuresView(figures),
      readersByHour: Array.from({ length: SPARKLINE_HOURS }, (_, hour) => readersByHour[hour] ?? 0),
    };
  });
  return { items, next, total, of };
}

function narrows({ q = '', from, to, audience, weekday, ...rest }: IssueSearch): boolean {
  return q.trim() !== '' || tagsOf(rest).length > 0 || [from, to, audience, weekday].some((one) => one !== undefined);
}

/** All of them in the order of the catalog's index, of which a page is read and no more. */
async function newestFirst(
  { catalog }: Dependencies,
  { id }: Publication,
  { limit, cursor }: ListQuery,
): Promise<FoundPage> {
  const { items, next } = await catalog.listIssues(id, { limit, ...(cursor === undefined ? {} : { cursor }) });
  const total = await catalog.countIssues(id);
  return { issues: items, next, total, of: total, isCounted: false };
}

/** Those that match, in the order asked; of equals the newest first. Figures are asked for only where they decide. */
async function searched(
  { catalog, warehouse }: Dependencies,
  { id: publication, timeZone }: Publication,
  { limit, cursor, sort, ...search }: ListQuery,
): Promise<FoundPage> {
  const mark = listMark(sort, search);
  const place = cursor === undefined ? null : decodePlace(mark, cursor);
  const all = await catalog.allIssues(publication);
  const { compare, keyOf, needsFigures } = orderingOf(sort);
  const named = all.filter(matcher(search, timeZone));
  const isCounted = needsFigures || search.audience !== undefined;
  const figures = isCounted ? await warehouse.figures({ publication, issues: named.map(({ id }) => id) }) : [];
  const found = named
    .map((issue, at) => ({ issue, figures: figures[at], key: keyOf(issue, figures[at]) }))
    .filter(({ figures: its }) => search.audience === undefined || (its && audienceOf(its)) === search.audience)
    .sort((one, other) => compare(one.key, other.key));
  let rest = found;
  if (place !== null) {
    // Newest first they all are in `all`: which of two equals comes first is where they stand there.
    const positions = new Map(all.map(({ id }, at) => [id, at]));
    const last = all.find(({ publicId }) => publicId === place.publicId);
    if (last === undefined) throw invalidCursor();
    const key = sort.endsWith('title') ? last.title : place.key;
    const position = positions.get(last.id) ?? 0;
    rest = found.filter((one) => (compare(one.key, key) || (positions.get(one.issue.id) ?? 0) - position) > 0);
  }
  const page = rest.slice(0, limit);
  const end = page.at(-1);
  return {
    issues: page.map(({ issue }) => issue),
    next: rest.length > limit && end !== undefined ? encodePlace(mark, end.issue.publicId, end.key) : null,
    total: found.length,
    of: all.length,
    isCounted,
  };
}
