import { Button, VisuallyHidden } from '@mantine/core';
import type { ApiKeyView } from '@readout/api-contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { publicationsQuery } from '../../api/queries.ts';
import { useDates, viewerTimeZone } from '../../format/viewer.ts';
import { ScrollBox } from '../../frame/scroll-box.tsx';
import { useNarrow } from '../../frame/use-narrow.ts';
import { words } from '../../words/words.ts';
import styles from './settings.module.css';

interface Listed {
  readonly keys: readonly ApiKeyView[];
  readonly onDelete: (key: ApiKeyView) => void;
}

/** The keys there are, none of them in full: a table, or where it has no room a list. */
export function KeyTable({ keys, onDelete }: Listed) {
  const narrow = useNarrow();
  const { data: publications } = useSuspenseQuery(publicationsQuery);
  const dates = useDates(viewerTimeZone);
  const reach = (key: ApiKeyView) =>
    key.publication === null
      ? words.settings.everything
      : (publications.find((one) => one.id === key.publication)?.name ?? key.publication);
  if (narrow) return <KeyList keys={keys} reach={reach} onDelete={onDelete} />;
  return (
    <ScrollBox label={words.settings.keys} className={`scroll-x ${styles['table']}`}>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{words.settings.name}</th>
            <th scope="col">{words.settings.key}</th>
            <th scope="col">{words.settings.reach}</th>
            <th scope="col">{words.settings.created}</th>
            <th scope="col">{words.settings.lastUsed}</th>
            <th scope="col">
              <VisuallyHidden>{words.settings.deleteKey}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.id}>
              <th scope="row">{key.name}</th>
              <td>
                <code>{key.hint}</code>
              </td>
              <td className={styles['reach']}>{reach(key)}</td>
              <td>{dates.moment(key.createdAt)}</td>
              <td>{key.lastUsedAt === null ? words.settings.never : dates.moment(key.lastUsedAt)}</td>
              <td className="number">
                <Delete name={key.name} onClick={() => onDelete(key)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function KeyList({ keys, reach, onDelete }: Listed & { readonly reach: (key: ApiKeyView) => string }) {
  const dates = useDates(viewerTimeZone);
  return (
    <ul className={styles['list']}>
      {keys.map((key) => (
        <li key={key.id}>
          <div className={styles['row']}>
            <div>{key.name}</div>
            <Delete name={key.name} onClick={() => onDelete(key)} />
          </div>
          <dl className={styles['key']}>
            <dt>{words.settings.key}</dt>
            <dd>
              <code>{key.hint}</code>
            </dd>
            <dt>{words.settings.reach}</dt>
            <dd>{reach(key)}</dd>
            <dt>{words.settings.created}</dt>
            <dd>{dates.moment(key.createdAt)}</dd>
            <dt>{words.settings.lastUsed}</dt>
            <dd>{key.lastUsedAt === null ? words.settings.never : dates.moment(key.lastUsedAt)}</dd>
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Delete({ name, onClick }: { name: string; onClick: () => void }) {
  return (
    <Button variant="subtle" size="compact-sm" aria-label={words.settings.deleteKeyNamed(name)} onClick={onClick}>
      {words.settings.deleteKey}
    </Button>
  );
}
