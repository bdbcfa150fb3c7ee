import type { Exported } from '@readout/api-contract';
import type { Catalog, IssueWithStructure, Publication } from '@readout/catalog';
import { isPublicId } from '@readout/events';
import { nameOfDay, startOfDay } from '@readout/local-time';
import type { ExportFilter } from '@readout/warehouse';
import type { z } from 'zod';
import { Refusal } from '../http/problem.ts';
import { instantOf } from '../issues/instant.ts';
import type { exportQuery } from './export-query.ts';

type Asked = z.output<typeof exportQuery>;
type Narrowing = 'from' | 'to' | 'issue' | 'kinds' | 'segments' | 'verdicts' | 'part';

/** What narrows what: a filter that would do nothing is refused, so that nobody takes all for some. */
const NARROWS: Readonly<Record<Exported, readonly Narrowing[]>> = {
  events: ['from', 'to', 'issue', 'kinds', 'segments', 'verdicts', 'part'],
  readers: ['from', 'to', 'issue', 'segments'],
  issues: ['from', 'to', 'issue'],
  links: ['from', 'to', 'issue'],
  sections: ['from', 'to', 'issue'],
  trials: ['from', 'to', 'issue'],
  cohorts: [],
};

export interface Narrowed {
  readonly events: ExportFilter;
  /** Null: all. */
  readonly issue: IssueWithStructure | null;
}

/** What was asked for, in the catalog's numbers. @throws {Refusal} naming the field. */
export async function narrowed(
  catalog: Pick<Catalog, 'findIssue'>,
  publication: Publication,
  what: Exported,
  asked: Partial<Pick<Asked, Narrowing>>,
): Promise<Narrowed> {
  for (const name of ['from', 'to', 'issue', 'kinds', 'segments', 'verdicts', 'part'] as const) {
    if (asked[name] !== undefined && !NARROWS[what].includes(name)) {
      throw refused(name, `${name} says nothing of ${what}. Leave it out.`);
    }
  }
  const { kinds, segments, verdicts } = asked;
  const [from, to] = [momentOf(asked.from, 'from', publication, 0), momentOf(asked.to, 'to', publication, 1)];
  if (from !== undefined && to !== undefined && from >= to) throw refused('to', 'The end is not after the beginning.');
  const issue = asked.issue === undefined ? null : await issueNamed(catalog, publication, asked.issue);
  const [first, last] = asked.part?.split('-').map(Number) ?? [];
  return {
    issue,
    events: {
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(issue === null ? {} : { issues: [issue.id] }),
      ...(first === undefined || last === undefined ? {} : { range: { from: first, to: last } }),
      ...(kinds === undefined ? {} : { kinds }),
      ...(segments === undefined ? {} : { segments }),
      ...(verdicts === undefined ? {} : { verdicts }),
    },
  };
}

async function issueNamed(
  catalog: Pick<Catalog, 'findIssue'>,
  publication: Publication,
  name: string,
): Promise<IssueWithStructure> {
  const issue = isPublicId(name) ? await catalog.findIssue(publication.id, name) : null;
  if (issue === null) throw refused('issue', 'This publication has no such issue. Give its id.');
  return issue;
}

/** A day begins by the publication's clock; as an end it is included. UTC, milliseconds. */
function momentOf(
  text: string | undefined,
  path: string,
  { timeZone }: Publication,
  daysOn: 0 | 1,
): number | undefined {
  if (text === undefined) return undefined;
  if (text.includes('T')) return instantOf(text, path).getTime();
  const day = Math.floor(instantOf(text, path).getTime() / 86_400_000);
  if (nameOfDay(day) !== text) throw refused(path, 'There is no such day.');
  return startOfDay(day + daysOn, timeZone);
}

export function refused(path: string, message: string): Refusal {
  return new Refusal('invalid_request', message, { errors: [{ path, message }] });
}
