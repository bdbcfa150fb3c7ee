import { z } from 'zod';
import { moment } from './moment.ts';

/** What an author wants to remember where it shows in the curves. */
export const noteView = z.object({
  id: z.string(),
  /** Public id of the issue that it is about; null: it belongs to a moment of the publication. */
  issue: z.string().nullable(),
  /** ISO 8601, UTC: where it stands. */
  at: z.string(),
  text: z.string(),
  createdAt: z.string(),
});
export type NoteView = z.infer<typeof noteView>;

export const noteList = z.object({ items: z.array(noteView), next: z.string().nullable() });
export type NoteList = z.infer<typeof noteList>;

const text = z.string().trim().min(1, 'A note needs a text.').max(500, 'A note has 500 characters at most.');

export const createNoteRequest = z.strictObject({
  text,
  /** Left out: now. */
  at: moment.optional(),
  issue: z.string().min(1).max(20).nullable().default(null),
});
export type CreateNoteRequest = z.input<typeof createNoteRequest>;

/** What is left out stays as it is. */
export const updateNoteRequest = z.strictObject({ text: text.optional(), at: moment.optional() });
export type UpdateNoteRequest = z.input<typeof updateNoteRequest>;
