import type { ImportView } from '@readout/api-contract';
import type { QueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { importQuery, importsKey } from '../../api/import-queries.ts';
import { type FileFormat, type FileRole, standsBeside } from '../../findings/import-files.ts';
import { uploads } from './uploads.ts';

/** What somebody chose, and for what. */
export interface Brought {
  readonly publication: string;
  readonly format: FileFormat;
  readonly files: readonly File[];
  readonly roles: readonly FileRole[];
  /** The import that they are for; null: a new one. */
  readonly for: ImportView | null;
}

/**
 * Begins to send files, of a new import or of one that waits for them. An import takes no second export: that begins a
 * new one in its place.
 * @returns the import's id
 */
export async function bringFiles(queries: QueryClient, brought: Brought): Promise<string> {
  const { publication, format, files, roles } = brought;
  const present = brought.for;
  const isReplaced = present !== null && roles.some((role) => standsBeside(role, present.files));
  const job =
    present === null || isReplaced
      ? await api.post('/api/v1/publications/{publication}/imports', { path: { publication }, body: { format } })
      : present;
  queries.setQueryData(importQuery(publication, job.id).queryKey, job);
  if (isReplaced) {
    await api.delete('/api/v1/publications/{publication}/imports/{import}', {
      path: { publication, import: present.id },
    });
    void queries.invalidateQueries({ queryKey: importsKey(publication) });
  }
  uploads.begin({
    queries,
    publication,
    id: job.id,
    files: files.map((file, at) => ({ file, name: roles[at]?.name ?? file.name })),
    // Of Ghost's two files the other may still come.
    thenLook: format !== 'ghost' || new Set([...job.files, ...roles].map(({ name }) => name)).size > 1,
  });
  return job.id;
}
