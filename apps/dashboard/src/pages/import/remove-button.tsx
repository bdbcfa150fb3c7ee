import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { importQuery, importsQuery } from '../../api/import-queries.ts';
import { BusyButton } from '../../frame/busy-button.tsx';
import { complain } from '../../frame/undo.tsx';
import { importWords } from '../../words/import-words.ts';

/** Removes an import and the copy of its files; what it brought stays. Whoever gave the files has them still. */
export function RemoveButton({ publication, id }: { publication: string; id: string }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: () =>
      api.delete('/api/v1/publications/{publication}/imports/{import}', { path: { publication, import: id } }),
    onSuccess: async () => {
      queries.setQueryData(importsQuery(publication).queryKey, (before) => before?.filter((one) => one.id !== id));
      await navigate({ to: '/p/$publication/import', params: { publication }, replace: true });
      queries.removeQueries({ queryKey: importQuery(publication, id).queryKey });
    },
    onError: complain,
  });
  return (
    <BusyButton variant="subtle" loading={remove.isPending} onClick={() => remove.mutate()}>
      {importWords.imports.remove}
    </BusyButton>
  );
}
