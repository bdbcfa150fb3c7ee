import { Button } from '@mantine/core';
import type { ApiKeyView } from '@readout/api-contract';
import { useSuspenseQuery } from '@tanstack/react-query';
import { publicationsQuery } from '../../api/queries.ts';
import { useDates, viewerTimeZone } from '../../format/viewer.ts';
import { words } from '../../words/en.ts';
import styles from './settings.module.css';

/** The keys there are, none of them in full. */
export function KeyTable({ keys, onDelete }: { keys: readonly ApiKeyView[]; onDelete: (key: ApiKeyView) => void }) {
  const { data: publications } = useSuspenseQuery(publicationsQuery);
  const dates = useDates(viewerTimeZone);
  const reach = (key: ApiKeyView) =>
    key.publication === null
      ? words.settings.everything
      : (publications.find((one) => one.id === key.publication)?.name ?? key.publication);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={`scroll-x ${styles['table']}`} tabIndex={0} aria-label={words.settings.keys}>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{words.settings.name}</th>
            <th scope="col">{words.settings.key}</th>
            <th scope="col">{words.settings.reach}</th>
            <th scope="col">{words.settings.created}</th>
            <th scope="col">{words.settings.lastUsed}</th>
            <th scope="col" aria-label={words.settings.deleteKey} />
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.id}>
              <th scope="row">{key.name}</th>
              <td>
                <code>{key.hint}</code>
              </td>
              <td>{reach(key)}</td>
              <td>{dates.moment(key.createdAt)}</td>
              <td>{key.lastUsedAt === null ? words.settings.never : dates.moment(key.lastUsedAt)}</td>
              <td className="number">
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={words.settings.deleteKeyNamed(key.name)}
                  onClick={() => onDelete(key)}
                >
                  {words.settings.deleteKey}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
