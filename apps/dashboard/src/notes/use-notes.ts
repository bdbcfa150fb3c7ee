import type { CreateNoteRequest, NoteView, UpdateNoteRequest } from '@readout/api-contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client.ts';
import { notesKey, notesQuery, type Stretch } from '../api/notes-queries.ts';
import { complain, sayWithUndo } from '../frame/undo.tsx';
import { words } from '../words/words.ts';

const NONE: readonly NoteView[] = [];

export interface Notes {
  /** The latest first; none until they are there. */
  readonly notes: readonly NoteView[];
  /** Rejects with what the server says where it refuses. */
  readonly add: (note: CreateNoteRequest) => Promise<void>;
  readonly change: (note: NoteView, change: UpdateNoteRequest) => Promise<void>;
  readonly remove: (note: NoteView) => void;
}

/** The notes of a publication that stand within a stretch of time, about whatever, and what can be done with them. */
export function useNotes(publication: string, stretch: Stretch): Notes {
  const queries = useQueryClient();
  const { data } = useQuery(notesQuery(publication, stretch));
  const reread = () => queries.invalidateQueries({ queryKey: notesKey(publication) });
  const write = async (note: CreateNoteRequest) => {
    const written = await api.post('/api/v1/publications/{publication}/notes', { path: { publication }, body: note });
    await reread();
    return written;
  };
  const put = async ({ id }: Pick<NoteView, 'id'>, change: UpdateNoteRequest) => {
    await api.patch('/api/v1/publications/{publication}/notes/{note}', {
      path: { publication, note: id },
      body: change,
    });
    await reread();
  };
  const drop = async ({ id }: Pick<NoteView, 'id'>) => {
    await api.delete('/api/v1/publications/{publication}/notes/{note}', { path: { publication, note: id } });
    await reread();
  };
  return {
    notes: data ?? NONE,
    add: async (note) => {
      const written = await write(note);
      sayWithUndo(words.notes.added, () => void drop(written).catch(complain));
    },
    change: async (note, change) => {
      await put(note, change);
      const { text, at } = note;
      sayWithUndo(words.notes.changed, () => void put(note, { text, at }).catch(complain));
    },
    remove: (note) => {
      const { text, at, issue } = note;
      drop(note).then(
        () => sayWithUndo(words.notes.removed, () => void write({ text, at, issue }).catch(complain)),
        complain,
      );
    },
  };
}
