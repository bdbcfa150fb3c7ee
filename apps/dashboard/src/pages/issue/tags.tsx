import { Button, Skeleton } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useFocusBack } from '../../frame/use-focus-back.ts';
import { words } from '../../words/words.ts';
import styles from './tags.module.css';

/** Fetched by whoever wants to change a tag. */
const TagEditor = lazy(() => import('./tag-editor.tsx').then(({ TagEditor: Editor }) => ({ default: Editor })));

/** By what an issue is found together with others; changed in place. */
export function Tags({ issue, tags }: { issue: string; tags: readonly string[] }) {
  const [isEdited, setEdited] = useState(false);
  const edit = useFocusBack<HTMLButtonElement>(isEdited);
  if (isEdited) {
    return (
      <Suspense fallback={<Skeleton height={36} width={280} mt="xs" />}>
        <TagEditor issue={issue} tags={tags} onDone={() => setEdited(false)} />
      </Suspense>
    );
  }
  return (
    <div className={styles['tags']}>
      {tags.length > 0 && (
        <ul aria-label={words.tags.tags}>
          {tags.map((tag) => (
            <li key={tag} dir="auto">
              {tag}
            </li>
          ))}
        </ul>
      )}
      <Button ref={edit} variant="subtle" size="compact-xs" onClick={() => setEdited(true)}>
        {tags.length === 0 ? words.tags.add : words.tags.edit}
      </Button>
    </div>
  );
}
