import type { RulesDraft } from '../../findings/rules-draft.ts';

/** Rules that are being written, and the version that they were made from. */
interface Draft {
  readonly version: number;
  readonly rules: RulesDraft;
}

/** Outlives the page: who looks something up and comes back finds what was begun, and undo still knows where to. */
const kept = new Map<string, Draft>();
const listeners = new Set<() => void>();

export const drafts = {
  /** Null: nothing was begun. */
  read: (publication: string): Draft | null => kept.get(publication) ?? null,
  write(publication: string, draft: Draft | null): void {
    if (draft === null) kept.delete(publication);
    else kept.set(publication, draft);
    for (const listener of listeners) listener();
  },
  listen(listener: () => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
};
