import { createHash } from 'node:crypto';
import { invalidCursor } from '@readout/catalog';
import { z } from 'zod';

/** How a list that comes page by page is asked for. @param usual how long a page is where nobody says */
export const pageQueryOf = (usual: number) =>
  z.strictObject({
    limit: z.coerce.number().int().min(1).max(200).default(usual),
    cursor: z.string().min(1).max(200).optional(),
  });
export const pageQuery = pageQueryOf(100);
export type PageQuery = z.output<typeof pageQuery>;

export interface PageOf<One> {
  readonly items: One[];
  /** The cursor of the page after this one; null: this is the last. */
  readonly next: string | null;
}

/**
 * A cursor, which only the list that wrote it takes.
 * @param list what is listed, with all that it is narrowed down by
 */
export function writeCursor(list: string, ...place: readonly (string | number)[]): string {
  const mark = createHash('sha256').update(list).digest('base64url').slice(0, 8);
  return Buffer.from([mark, ...place].join(' '), 'latin1').toString('base64url');
}

/** The place that a cursor names. @throws {InvalidCursorError} for whatever `writeCursor` has not written for this list */
export function readCursor(list: string, cursor: string): readonly string[] {
  const [, ...place] = Buffer.from(cursor, 'base64url').toString('latin1').split(' ');
  if (writeCursor(list, ...place) !== cursor) throw invalidCursor();
  return place;
}

/** Numbers of a cursor that holds nothing else. @throws {InvalidCursorError} */
export function readNumbers(list: string, cursor: string): readonly number[] {
  return readCursor(list, cursor).map((text) => {
    if (!/^(?:0|-?[1-9]\d{0,15})$/.test(text)) throw invalidCursor();
    return Number(text);
  });
}

/** Where something stands in a list: its name there, which never changes, and the moment it is listed by, in ms. */
export interface Place {
  readonly id: string | number;
  readonly at: number;
}

/**
 * A page of a list that people make by hand, and that is therefore read whole. What is added or removed meanwhile moves
 * nothing: the next page goes on behind the last of this one, or where that stood.
 * @param all in the order in which they are listed
 * @param order of their moments
 */
export function pageOf<One>(
  list: string,
  all: readonly One[],
  { limit, cursor }: PageQuery,
  placeOf: (one: One) => Place,
  order: 'oldest-first' | 'newest-first',
): PageOf<One> {
  const rest = cursor === undefined ? all : all.slice(beginOf(list, all.map(placeOf), cursor, order));
  const items = rest.slice(0, limit);
  const end = items.at(-1);
  if (end === undefined || rest.length <= limit) return { items, next: null };
  const { id, at } = placeOf(end);
  return { items, next: writeCursor(list, id, at) };
}

function beginOf(list: string, places: readonly Place[], cursor: string, order: 'oldest-first' | 'newest-first') {
  const [id = '', at = ''] = readCursor(list, cursor);
  const time = Number(at);
  if (id === '' || at === '' || !Number.isSafeInteger(time)) throw invalidCursor();
  const found = places.findIndex((one) => String(one.id) === id);
  if (found >= 0) return found + 1;
  // Removed meanwhile: rather one of the same moment twice than one not at all.
  const behind = places.findIndex((one) => (order === 'oldest-first' ? one.at >= time : one.at <= time));
  return behind < 0 ? places.length : behind;
}
