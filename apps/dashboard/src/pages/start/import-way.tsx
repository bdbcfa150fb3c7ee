import type { PublicationView } from '@readout/api-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { api } from '../../api/client.ts';
import { publicationsQuery } from '../../api/queries.ts';
import { type FileRole, nameOfFile } from '../../findings/import-files.ts';
import { viewerTimeZone } from '../../format/viewer.ts';
import { words } from '../../words/words.ts';
import { bringFiles } from '../import/bring-files.ts';
import { DropArea } from '../import/drop-area.tsx';
import styles from './start.module.css';

/** The way on for those who come from Substack: their export makes the publication, which is named when it was looked through. */
export function ImportWay() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const made = useRef<PublicationView>(undefined);
  const bring = useMutation({
    mutationFn: async ({ files, roles }: { files: readonly File[]; roles: readonly FileRole[] }) => {
      const name = nameOfFile(files[0]?.name ?? '') || words.start.importName;
      // Where only the import was refused, the next attempt needs no second publication.
      made.current ??= await api.post('/api/v1/publications', { body: { name, timeZone: viewerTimeZone } });
      const publication = made.current;
      queries.setQueryData(publicationsQuery.queryKey, (before) =>
        before?.some(({ id }) => id === publication.id) ? before : [...(before ?? []), publication],
      );
      const job = await bringFiles(queries, {
        publication: publication.id,
        format: 'substack',
        files,
        roles,
        for: null,
      });
      return { publication: publication.id, import: job };
    },
    onSuccess: async (params) => {
      await navigate({ to: '/p/$publication/import/$import', params, search: { new: true } });
    },
  });
  return (
    <section className={styles['way']} aria-labelledby="way-import">
      <h2 id="way-import">{words.start.importTitle}</h2>
      <p className="dim">{words.start.import}</p>
      <DropArea
        format="substack"
        isPlain
        isBusy={bring.isPending}
        error={bring.error}
        onFiles={(files, roles) => bring.mutate({ files, roles })}
      />
      <p className="dim small">{words.start.importElsewhere}</p>
    </section>
  );
}
