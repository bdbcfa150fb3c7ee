import type { ReaderGroup, SingleReader, SingleReaderList } from '@readout/api-contract';
import { invalidCursor, type Publication } from '@readout/catalog';
import type { ReaderId } from '@readout/events';
import { localTime } from '@readout/local-time';
import type { GroupMember } from '@readout/warehouse';
import type { ApiDependencies } from '../dependencies.ts';
import { type PageQuery, readNumbers, writeCursor } from '../http/pages.ts';
import { Refusal } from '../http/problem.ts';
import { type SentIssue, sentIssues } from '../issues/sent-issues.ts';
import { groupDay, groupQuery } from './group-days.ts';
import { untoldBy } from './groups.ts';

/** Visitors have higher numbers, and no history. */
export const MOST_READER = 0x7fff_ffff;

type Deps = Pick<ApiDependencies, 'catalog' | 'warehouse' | 'clock'>;

/** Readers of a group, or of all, by their numbers. */
export async function listReaders(
  deps: Deps,
  publication: Publication,
  { group, cursor, limit }: PageQuery & { readonly group: ReaderGroup | null },
): Promise<SingleReaderList> {
  const list = `readers ${publication.publicId} ${group}`;
  const after = cursor === undefined ? 0 : readerIn(list, cursor);
  if (untoldBy(publication) !== null) {
    throw new Refusal(
      'conflict',
      'This publication does not keep all opens and clicks with their readers, so that nobody is in a group.',
    );
  }
  const { sent, query } = await asToday(deps, publication);
  // One more than asked for tells whether there is another page.
  const found = await deps.warehouse.groupMembers({ ...query, pick: { group, after, limit: limit + 1 } });
  const members = found.slice(0, limit);
  const last = members.at(-1);
  return {
    items: members.map((member) => singleReaderView(member, sent)),
    next: found.length > limit && last !== undefined ? writeCursor(list, last.reader) : null,
  };
}

/** The last reader of a page. @throws {InvalidCursorError} */
function readerIn(list: string, cursor: string): ReaderId {
  const [reader = 0] = readNumbers(list, cursor);
  if (reader < 1 || reader > MOST_READER) throw invalidCursor();
  return reader as ReaderId;
}

/** How one reader stands today; without a group where nothing went out to them lately, or where groups cannot be told. */
export async function readerToday(deps: Deps, publication: Publication, reader: ReaderId): Promise<SingleReader> {
  const { sent, query } = await asToday(deps, publication);
  const [member] =
    untoldBy(publication) === null ? await deps.warehouse.groupMembers({ ...query, pick: { reader } }) : [];
  if (member !== undefined) return singleReaderView(member, sent);
  return { reader, standing: null, group: null, sent: 0, read: 0, lastRead: null };
}

async function asToday({ catalog, clock }: Deps, publication: Publication) {
  const now = clock();
  const sent = await sentIssues(catalog, publication.id, now);
  const day = groupDay(sent, localTime(publication.timeZone).dayBegan(now));
  return { sent, query: { ...groupQuery(publication, sent), day } };
}

function singleReaderView({ lastRead, ...member }: GroupMember, sent: readonly SentIssue[]): SingleReader {
  const issue = sent.find(({ id }) => id === lastRead);
  return { ...member, lastRead: issue === undefined ? null : issueOf(issue) };
}

/** An issue as histories name it. */
export function issueOf({ publicId, title, sentAt }: SentIssue) {
  return { id: publicId, title, sentAt: sentAt.toISOString() };
}
