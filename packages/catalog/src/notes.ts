import type { PublicId } from '@readout/events';
import { and, desc, eq, gte, lt, lte, or } from 'drizzle-orm';
import type { Catalog, Note } from './catalog.ts';
import { decodeCursor, encodeCursor, invalidCursor } from './issue-cursor.ts';
import { newPublicId } from './public-id.ts';
import { issues, notes } from './schema.ts';
import { only, type Store } from './store.ts';

const LARGEST_PAGE = 200;

const columns = {
  publicId: notes.publicId,
  issue: issues.publicId,
  at: notes.at,
  text: notes.text,
  createdAt: notes.createdAt,
};

export function notesIn(store: Store): Pick<Catalog, 'createNote' | 'listNotes' | 'updateNote' | 'deleteNote'> {
  return {
    createNote: (publication, { issue, at, text }) =>
      store.ask(async (database) => {
        const written = await database
          .insert(notes)
          .values({ publicId: newPublicId(), publication, issue: issue?.id ?? null, at, text })
          .returning();
        return noteOf(only(written), issue?.publicId ?? null);
      }),

    async listNotes(publication, { limit, from, to, cursor }) {
      if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_PAGE) {
        throw new RangeError(`A page has from 1 to ${LARGEST_PAGE} notes, not ${limit}.`);
      }
      const last = cursor === undefined ? null : placeOf(cursor);
      const rows: Note[] = await store.ask((database) =>
        database
          .select(columns)
          .from(notes)
          .leftJoin(issues, eq(issues.id, notes.issue))
          .where(
            and(
              eq(notes.publication, publication),
              from === undefined ? undefined : gte(notes.at, from),
              to === undefined ? undefined : lte(notes.at, to),
              last === null
                ? undefined
                : or(lt(notes.at, last.at), and(eq(notes.at, last.at), lt(notes.publicId, last.publicId))),
            ),
          )
          .orderBy(desc(notes.at), desc(notes.publicId))
          .limit(limit + 1),
      );
      const items = rows.slice(0, limit);
      const end = items.at(-1);
      return {
        items,
        next:
          rows.length > limit && end !== undefined ? encodeCursor({ sentAt: end.at, publicId: end.publicId }) : null,
      };
    },

    updateNote: (publication, publicId, { at, text }) =>
      store.transaction(async (transaction) => {
        const named = and(eq(notes.publicId, publicId), eq(notes.publication, publication));
        if (at !== undefined || text !== undefined) await transaction.update(notes).set({ at, text }).where(named);
        const [note]: Note[] = await transaction
          .select(columns)
          .from(notes)
          .leftJoin(issues, eq(issues.id, notes.issue))
          .where(named);
        return note ?? null;
      }),

    deleteNote: (publication, publicId) =>
      store.ask(async (database) => {
        const gone = await database
          .delete(notes)
          .where(and(eq(notes.publicId, publicId), eq(notes.publication, publication)))
          .returning({ publicId: notes.publicId });
        return gone.length > 0;
      }),
  };
}

function noteOf({ publicId, at, text, createdAt }: typeof notes.$inferSelect, issue: PublicId | null): Note {
  return { publicId, issue, at, text, createdAt };
}

/** The last note of a page. Written as the last issue of one is: a moment and a name. */
function placeOf(cursor: string): Pick<Note, 'at' | 'publicId'> {
  const { sentAt, publicId } = decodeCursor(cursor);
  if (sentAt === null) throw invalidCursor();
  return { at: sentAt, publicId };
}
