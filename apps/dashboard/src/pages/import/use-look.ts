import type { ImportMapping, ImportView } from '@readout/api-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from '../../api/client.ts';
import { importPath, importQuery } from '../../api/import-queries.ts';

/** Lets an import be looked through, of a table with what its columns are. */
export function useLook(publication: string, id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (mapping: ImportMapping | null) =>
      request<ImportView>('POST', `${importPath(publication, id)}/look`, mapping === null ? {} : { mapping }),
    onSuccess: (job) => queries.setQueryData(importQuery(publication, id).queryKey, job),
  });
}
