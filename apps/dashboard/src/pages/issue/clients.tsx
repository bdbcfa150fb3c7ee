import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { clientsQuery } from '../../api/verdict-queries.ts';
import { Defined } from '../../figures/defined.tsx';
import { VerdictBar } from '../../figures/verdict-bar.tsx';
import { sumOf } from '../../findings/verdicts.ts';
import { numbers } from '../../format/viewer.ts';
import { Loading } from '../../frame/loading.tsx';
import { Failed, Message } from '../../frame/message.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import { words } from '../../words/words.ts';
import styles from './issue.module.css';

/** So many are shown at first. */
const FIRST = 12;

/** By the program that fetched. */
export function Clients({ issue }: { issue: string }) {
  const publication = usePublication();
  const clients = useQuery(clientsQuery(publication.id, issue));
  const [all, setAll] = useState(false);
  if (clients.isPending) return <Loading height={360} mt="md" />;
  if (clients.data === undefined) {
    return <Failed title={words.cameFrom.clientsFailed} error={clients.error} retry={() => void clients.refetch()} />;
  }
  const { items } = clients.data;
  if (items.length === 0) return <Message title={words.cameFrom.noClients}>{words.cameFrom.noClientsSay}</Message>;
  const most = Math.max(...items.map((one) => sumOf(one.opensByVerdict)));
  const shown = all ? items : items.filter((one, at) => at < FIRST || one.client === null);
  return (
    <>
      <table className={`data ${styles['cameFrom']}`}>
        <thead>
          <tr>
            <th scope="col">{words.cameFrom.client}</th>
            <th scope="col" className="number" colSpan={2}>
              {words.cameFrom.opens}
            </th>
            <th scope="col" className={`number ${styles['lastNarrow']}`}>
              <Defined term="readers">{words.cameFrom.readers}</Defined>
            </th>
            <th scope="col" className={`number ${styles['wide']}`}>
              <Defined term="clicks">{words.cameFrom.clicks}</Defined>
            </th>
            <th scope="col" className={`number ${styles['wide']}`}>
              <Defined term="machineClicks">{words.cameFrom.machineClicks}</Defined>
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <tr key={one.client ?? 'the others'} data-rest={one.client === null || undefined}>
              <th scope="row">
                {nameOf(one.client)}
                {one.client !== null && one.client !== '' && (
                  <span className={styles['under']}>{words.cameFrom.groups[one.group]}</span>
                )}
              </th>
              <td className={styles['classBar']}>
                <VerdictBar counts={one.opensByVerdict} most={most} />
              </td>
              <td className="number">{numbers.count(sumOf(one.opensByVerdict))}</td>
              <td className={`number ${styles['lastNarrow']}`}>{numbers.count(one.readers)}</td>
              <td className={`number dim ${styles['wide']}`}>{numbers.count(one.clicks)}</td>
              <td className={`number dim ${styles['wide']}`}>{numbers.count(one.machineClicks)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < items.length || all ? (
        <Button variant="subtle" size="sm" mt="sm" aria-expanded={all} onClick={() => setAll((before) => !before)}>
          {all ? words.links.fewer : words.cameFrom.all(numbers.count(items.length))}
        </Button>
      ) : null}
    </>
  );
}

function nameOf(client: string | null): string {
  if (client === null) return words.cameFrom.others;
  if (client === 'not kept') return words.cameFrom.clientNotKept;
  return client === '' ? words.cameFrom.noClient : client;
}
