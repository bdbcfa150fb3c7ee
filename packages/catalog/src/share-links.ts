import { and, eq, getTableColumns, gte, isNull, sql } from 'drizzle-orm';
import type { Catalog, ShareLink } from './catalog.ts';
import { NewestFirst } from './newest-first.ts';
import { newPublicId } from './public-id.ts';
import { publications, shareLinks } from './schema.ts';
import { only, type Store } from './store.ts';

const LISTED = new NewestFirst<ShareLink>(
  'links',
  { moment: shareLinks.createdAt, publicId: shareLinks.publicId },
  ({ createdAt }) => createdAt,
);

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
      const [rows, behind] = [LISTED.rowsFor(limit), LISTED.behind(cursor)];
      const found: ShareLink[] = await store.ask((database) =>
        database
          .select(columns)
          .from(shareLinks)
          .where(and(eq(shareLinks.publication, publication), behind))
          .orderBy(...LISTED.order)
          .limit(rows),
      );
      return LISTED.page(found, limit);
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
