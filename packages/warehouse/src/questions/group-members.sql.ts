import type { ReaderId } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import { unsigned, unsignedArray } from '../literal.ts';
import type { GroupDay, GroupMember, GroupQuery, MemberPick, ReaderGroups } from '../reader-groups.ts';
import { askedForDays, GROUPS, groupSets, issueSets, STANDINGS } from './reader-groups.sql.ts';

interface MemberRow {
  readonly member: ReaderId;
  /** Whether they are in each of GROUPS, and of each of STANDINGS. */
  readonly groups: readonly (0 | 1)[];
  readonly standings: readonly (0 | 1)[];
}

interface ReadRow {
  readonly member: ReaderId;
  readonly sent: number;
  readonly read: number;
  /** One more than the place; 0: none. */
  readonly last: number;
}

const ANYBODY = GROUPS.map((group) => `${group}_readers`).reduce((all, set) => `bitmapOr(${all}, ${set})`);

/** Which numbers a question is about, as an array. */
function picked(pick: MemberPick): string {
  if ('reader' in pick) return unsignedArray([pick.reader]);
  const set = pick.group === null ? ANYBODY : `${pick.group}_readers`;
  return `bitmapToArray(bitmapSubsetLimit(${set}, toUInt32(${unsigned(pick.after + 1)}), toUInt32(${unsigned(pick.limit)})))`;
}

/** What each of some readers did with the issues: looked up in the issues' sets, so that no event is read. */
const reading = (sets: string, { from }: GroupDay, members: readonly ReaderId[]) => `
  SELECT
    member,
    countIf(place >= ${unsigned(from)} AND bitmapContains(sent_to, member)) AS sent,
    countIf(place >= ${unsigned(from)} AND bitmapContains(readers_of, member)) AS read,
    maxIf(place + 1, bitmapContains(readers_of, member)) AS last
  FROM (${sets})
  ARRAY JOIN arrayMap(one -> toUInt32(one), ${unsignedArray(members)}) AS member
  GROUP BY member`;

/** Readers one by one. */
export async function groupMembers(
  engine: Engine,
  { day, pick, ...query }: Parameters<ReaderGroups['groupMembers']>[0],
): Promise<readonly GroupMember[]> {
  if (day.to === day.from) return [];
  const asked = await askedForDays(engine, query, [day]);
  const reader = 'reader' in pick ? pick.reader : null;
  const rows = await engine.rows<MemberRow>(`
    SELECT
      arrayJoin(${picked(pick)}) AS member,
      [${GROUPS.map((group) => `bitmapContains(${group}_readers, toUInt32(member))`).join(', ')}] AS groups,
      [${STANDINGS.map((one) => `bitmapContains(${one}_now, toUInt32(member))`).join(', ')}] AS standings
    FROM (${groupSets(asked, query, [day], reader)})
    ORDER BY member`);
  const members = rows.filter(({ groups }) => groups.includes(1));
  if (members.length === 0) return [];
  const numbers = members.map(({ member }) => member);
  const read = await engine.rows<ReadRow>(reading(issueSets(asked.recent, query.issues, reader), day, numbers));
  const readBy = new Map(read.map((row) => [row.member, row]));
  return members.flatMap((row) => memberOf(row, readBy.get(row.member), query) ?? []);
}

function memberOf(
  { member, groups, standings }: MemberRow,
  read: ReadRow | undefined,
  { issues }: GroupQuery,
): GroupMember | null {
  const group = GROUPS[groups.indexOf(1)];
  if (group === undefined || read === undefined) return null;
  return {
    reader: member,
    group,
    // Whom an issue was sent to with several standings has the highest of them.
    standing: STANDINGS[standings.lastIndexOf(1)] ?? null,
    sent: read.sent,
    read: read.read,
    lastRead: issues[read.last - 1] ?? null,
  };
}
