import { and, desc, eq, getTableColumns, gte, isNull, lt, or, sql } from 'drizzle-orm';
import type { Catalog, ShareLink } from './catalog.ts';
import { decodeCursor, encodeCursor, invalidCursor } from './issue-cursor.ts';
import { newPublicId } from './public-id.ts';
import { publications, shareLinks } from './schema.ts';
import { only, type Store } from './store.ts';

const LARGEST_PAGE = 200;

type ShareLinks = Pick<
  Catalog,
  | 'createShareLink'
  | 'listShareLinks'
  | 'findShareLink'
  | 'revokeShareLink'
  | 'restoreShareLink'
  | 'noteShareLinkOpened'
>;

// Neither the hash nor whose it is leaves with a link.
const { hash: _hash, publication: _publication, ...columns } = getTableColumns(shareLinks);

/** Links that show something without sign-in. */
export function shareLinksIn(store: Store): ShareLinks {
  return {
    createShareLink: (publication, { sites, ...link }) =>
      store.ask(async (database) =>
        only(
          await database
            .insert(shareLinks)
            .values({ ...link, sites: [...sites], publicId: newPublicId(), publication })
            .returning(columns),
        ),
      ),

    async listShareLinks(publication, { limit, cursor }) {
      if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_PAGE) {
        throw new RangeError(`A page has from 1 to ${LARGEST_PAGE} links, not ${limit}.`);
      }
      const last = cursor === undefined ? null : placeOf(cursor);
      const rows: ShareLink[] = await store.ask((database) =>
        database
          .select(columns)
          .from(shareLinks)
          .where(
            and(
              eq(shareLinks.publication, publication),
              last === null
                ? undefined
                : or(
                    lt(shareLinks.createdAt, last.at),
                    and(eq(shareLinks.createdAt, last.at), lt(shareLinks.publicId, last.publicId)),
                  ),
            ),
          )
          .orderBy(desc(shareLinks.createdAt), desc(shareLinks.publicId))
          .limit(limit + 1),
      );
      const items = rows.slice(0, limit);
      const end = items.at(-1);
      const next =
        rows.length > limit && end !== undefined
          ? encodeCursor({ sentAt: end.createdAt, publicId: end.publicId })
          : null;
      return { items, next };
    },

    async findShareLink(hash) {
      const [found] = await store.ask((database) =>
        database
          .select({ link: columns, publication: getTableColumns(publications) })
          .from(shareLinks)
          .innerJoin(publications, eq(publications.id, shareLinks.publication))
          .where(eq(shareLinks.hash, hash)),
      );
      return found ?? null;
    },

    revokeShareLink: (publication, publicId, at) =>
      store.transaction(async (transaction) => {
        const named = and(eq(shareLinks.publication, publication), eq(shareLinks.publicId, publicId));
        await transaction
          .update(shareLinks)
          .set({ revokedAt: at })
          .where(and(named, isNull(shareLinks.revokedAt)));
        const [link] = await transaction.select(columns).from(shareLinks).where(named);
        return link ?? null;
      }),

    async restoreShareLink(publication, publicId, since) {
      const [link] = await store.ask((database) =>
        database
          .update(shareLinks)
          .set({ revokedAt: null })
          .where(
            and(
              eq(shareLinks.publication, publication),
              eq(shareLinks.publicId, publicId),
              gte(shareLinks.revokedAt, since),
            ),
          )
          .returning(columns),
      );
      return link ?? null;
    },

    async noteShareLinkOpened(publicId, at) {
      await store.ask((database) =>
        database
          .update(shareLinks)
          .set({ opened: sql`${shareLinks.opened} + 1`, lastOpenedAt: at })
          .where(eq(shareLinks.publicId, publicId)),
      );
    },
  };
}

/** The last link of a page. Written as the last issue of one is: a moment and a name. */
function placeOf(cursor: string): { readonly at: Date; readonly publicId: ShareLink['publicId'] } {
  const { sentAt, publicId } = decodeCursor(cursor);
  if (sentAt === null) throw invalidCursor();
  return { at: sentAt, publicId };
}
