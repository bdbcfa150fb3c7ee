import '@mantine/core/styles/PillsInput.css';
import '@mantine/core/styles/Pill.css';
import { Button, TagsInput } from '@mantine/core';
import type { IssueReport } from '@readout/api-contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client.ts';
import { choicesKey, choicesQuery, issuesKey, reportKey } from '../../api/queries.ts';
import { usePublication } from '../../frame/publication-context.ts';
import { complain } from '../../frame/undo.tsx';
import { words } from '../../words/words.ts';
import styles from './tags.module.css';

const MOST_TAGS = 20;
const LONGEST_TAG = 50;

/** A field for an issue's tags: each is saved as it is added or taken out, and put back where the server refuses. */
export function TagEditor({ issue, tags, onDone }: { issue: string; tags: readonly string[]; onDone: () => void }) {
  const { id: publication } = usePublication();
  const choices = useQuery(choicesQuery(publication));
  const { mutate } = useTagsChange(publication, issue);
  return (
    <div className={styles['editor']}>
      <TagsInput
        className={styles['field'] ?? ''}
        size="sm"
        autoFocus
        aria-label={words.tags.field}
        placeholder={tags.length < MOST_TAGS ? words.tags.placeholder : words.tags.most}
        value={[...tags]}
        data={choices.data?.tags.map(({ tag }) => tag) ?? []}
        maxTags={MOST_TAGS}
        isDuplicate={(value, present) => present.some((tag) => tag.toLowerCase() === value.trim().toLowerCase())}
        onChange={(now) => mutate(now.map((tag) => tag.trim().slice(0, LONGEST_TAG)).filter((tag) => tag !== ''))}
      />
      <Button variant="default" size="sm" onClick={onDone}>
        {words.tags.done}
      </Button>
    </div>
  );
}

function useTagsChange(publication: string, issue: string) {
  const queries = useQueryClient();
  const queryKey = reportKey(publication, issue);
  const put = (tags: readonly string[]) =>
    queries.setQueryData<IssueReport>(
      queryKey,
      (before) => before && { ...before, issue: { ...before.issue, tags: [...tags] } },
    );
  return useMutation({
    scope: { id: `tags of ${issue}` },
    mutationFn: (tags: readonly string[]) =>
      api.patch('/api/v1/publications/{publication}/issues/{issue}', {
        path: { publication, issue },
        body: { tags: [...tags] },
      }),
    onMutate: async (tags) => {
      // A report that is on its way would put the old ones back for a moment.
      await queries.cancelQueries({ queryKey });
      const before = queries.getQueryData<IssueReport>(queryKey)?.issue.tags;
      put(tags);
      return before;
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: issuesKey(publication) });
      void queries.invalidateQueries({ queryKey: choicesKey(publication) });
    },
    onError: (error, _, before) => {
      if (before !== undefined) put(before);
      complain(error);
    },
  });
}
