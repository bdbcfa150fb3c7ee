import type { PublicId } from '@readout/events';
import { and, desc, eq, lt, or, type SQL } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { Page } from './catalog.ts';
import { decodeCursor, encodeCursor, invalidCursor } from './issue-cursor.ts';

const LARGEST_PAGE = 200;

/** A list from now backwards that is read page by page: by a moment, and of the same moment by name. */
export class NewestFirst<Row extends { readonly publicId: PublicId }> {
  readonly order: readonly SQL[];

  constructor(
    /** In the plural. */
    private readonly what: string,
    private readonly columns: { readonly moment: PgColumn; readonly publicId: PgColumn },
    private readonly momentOf: (row: Row) => Date,
  ) {
    this.order = [desc(columns.moment), desc(columns.publicId)];
  }

  /** How many rows to ask for: one more than the page has tells whether there is another. @throws {RangeError} */
  rowsFor(limit: number): number {
    if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_PAGE) {
      throw new RangeError(`A page has from 1 to ${LARGEST_PAGE} ${this.what}, not ${limit}.`);
    }
    return limit + 1;
  }

  /** What comes after the last of a page; without a cursor everything. @throws {InvalidCursorError} */
  behind(cursor: string | undefined): SQL | undefined {
    if (cursor === undefined) return undefined;
    const { moment, publicId } = this.columns;
    // Written as the last issue of a page is: a moment and a name.
    const last = decodeCursor(cursor);
    if (last.sentAt === null) throw invalidCursor();
    return or(lt(moment, last.sentAt), and(eq(moment, last.sentAt), lt(publicId, last.publicId)));
  }

  /** @param rows as many as `rowsFor` says, or fewer where there are no more */
  page(rows: readonly Row[], limit: number): Page<Row> {
    const items = rows.slice(0, limit);
    const end = items.at(-1);
    const hasMore = rows.length > limit && end !== undefined;
    return { items, next: hasMore ? encodeCursor({ sentAt: this.momentOf(end), publicId: end.publicId }) : null };
  }
}
