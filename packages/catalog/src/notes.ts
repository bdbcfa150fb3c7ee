import type { PublicId } from '@readout/events';
import { and, eq, gte, lte } from 'drizzle-orm';
import type { Catalog, Note } from './catalog.ts';
import { NewestFirst } from './newest-first.ts';
import { newPublicId } from './public-id.ts';
import { issues, notes } from './schema.ts';
import { only, type Store } from './store.ts';

const LISTED = new NewestFirst<Note>('notes', { moment: notes.at, publicId: notes.publicId }, ({ at }) => at);

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
      const [rows, behind] = [LISTED.rowsFor(limit), LISTED.behind(cursor)];
      const found: Note[] = await store.ask((database) =>
        database
          .select(columns)
          .from(notes)
          .leftJoin(issues, eq(issues.id, notes.issue))
          .where(
            and(
              eq(notes.publication, publication),
              from === undefined ? undefined : gte(notes.at, from),
              to === undefined ? undefined : lte(notes.at, to),
              behind,
            ),
          )
          .orderBy(...LISTED.order)
          .limit(rows),
      );
      return LISTED.page(found, limit);
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
