import { createHash } from 'node:crypto';
import type { IssueSort } from '@readout/api-contract';
import { invalidCursor } from '@readout/catalog';
import { isPublicId, type PublicId } from '@readout/events';
import type { OrderKey } from './issue-order.ts';
import { sameTag, tagsOf } from './issue-search.ts';
import type { IssueSearch } from './list-query.ts';

/** The last issue of a page of a list that was sorted or narrowed down. */
export interface ListPlace {
  readonly publicId: PublicId;
  /** By what it stood there; a title is left out, for its length: it is looked up. */
  readonly key: number | null;
}

const NO_FIGURE = '-';

/** What a cursor belongs to: another sort or filter has another list. */
export function listMark(sort: IssueSort, search: IssueSearch): string {
  const { q = '', from, to, audience, weekday } = search;
  const asked = [sort, q, from, to, audience, weekday, tagsOf(search).map(sameTag).toSorted()];
  return createHash('sha256').update(JSON.stringify(asked)).digest('base64url').slice(0, 12);
}

export function encodePlace(mark: string, publicId: PublicId, key: OrderKey): string {
  const at = typeof key === 'number' ? String(key) : NO_FIGURE;
  return Buffer.from(`${publicId} ${mark} ${at}`, 'latin1').toString('base64url');
}

/** @throws {InvalidCursorError} for whatever `encodePlace` cannot have written for this list. */
export function decodePlace(mark: string, cursor: string): ListPlace {
  const [publicId = '', , at = ''] = Buffer.from(cursor, 'base64url').toString('latin1').split(' ');
  const key = at === NO_FIGURE ? null : Number(at);
  // Written again it has to come out the same: base64 and numbers both have many spellings of one value.
  if (!isPublicId(publicId) || encodePlace(mark, publicId, key) !== cursor) throw invalidCursor();
  return { publicId, key };
}
