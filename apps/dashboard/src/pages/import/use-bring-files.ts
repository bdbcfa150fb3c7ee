import type { ImportView } from '@readout/api-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { FileFormat, FileRole } from '../../findings/import-files.ts';
import { bringFiles } from './bring-files.ts';

/** Begins to send what was chosen, and goes to where one sees it go. */
export function useBringFiles(publication: string, format: FileFormat, present: ImportView | null) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const bring = useMutation({
    mutationFn: ({ files, roles }: { files: readonly File[]; roles: readonly FileRole[] }) =>
      bringFiles(queries, { publication, format, files, roles, for: present }),
    onSuccess: async (id) => {
      if (id === present?.id) return;
      await navigate({
        to: '/p/$publication/import/$import',
        params: { publication, import: id },
        search: (before) => before,
        replace: present !== null,
      });
    },
  });
  return {
    isBusy: bring.isPending,
    error: bring.error,
    onFiles: (files: readonly File[], roles: readonly FileRole[]) => bring.mutate({ files, roles }),
  };
}
