import type { ImportMapping } from '@readout/api-contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { importQuery } from '../../api/import-queries.ts';

/** Lets an import be looked through, of a table with what its columns are. */
export function useLook(publication: string, id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (mapping: ImportMapping | null) =>
      api.post('/api/v1/publications/{publication}/imports/{import}/look', {
        path: { publication, import: id },
        body: mapping === null ? {} : { mapping },
      }),
    onSuccess: (job) => queries.setQueryData(importQuery(publication, id).queryKey, job),
  });
}
