import { useQuery } from '@tanstack/react-query';
import { domainsQuery } from '../../api/verdict-queries.ts';
import { Defined } from '../../figures/defined.tsx';
import { VerdictBar } from '../../figures/verdict-bar.tsx';
import { sumOf } from '../../findings/verdicts.ts';
import { ratio } from '../../format/numbers.ts';
import { numbers } from '../../format/viewer.ts';
import { Loading } from '../../frame/loading.tsx';
import { Failed, Message } from '../../frame/message.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import { words } from '../../words/words.ts';
import styles from './issue.module.css';

/** By the domain that the issue was sent to; all small ones together, last. */
export function Domains({ issue }: { issue: string }) {
  const publication = usePublication();
  const domains = useQuery(domainsQuery(publication.id, issue));
  if (domains.isPending) return <Loading height={360} mt="md" />;
  if (domains.data === undefined) {
    return <Failed title={words.cameFrom.domainsFailed} error={domains.error} retry={() => void domains.refetch()} />;
  }
  const { items, known } = domains.data;
  if (known === 0) return <Message title={words.cameFrom.noDomains}>{words.cameFrom.noDomainsSay}</Message>;
  const most = Math.max(...items.map((one) => sumOf(one.opensByVerdict)));
  return (
    <table className={`data ${styles['cameFrom']}`}>
      <thead>
        <tr>
          <th scope="col">
            <Defined term="domain">{words.cameFrom.domain}</Defined>
          </th>
          <th scope="col" className={`number ${styles['wide']}`}>
            <Defined term="delivered">{words.cameFrom.delivered}</Defined>
          </th>
          <th scope="col" className="number" colSpan={2}>
            {words.cameFrom.opens}
          </th>
          <th scope="col" className={`number ${styles['wide']}`}>
            <Defined term="readers">{words.cameFrom.readers}</Defined>
          </th>
          <th scope="col" className={`number ${styles['lastNarrow']}`}>
            <Defined term="openRate">{words.cameFrom.openRate}</Defined>
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
        {items.map((one) => (
          <tr key={one.domain ?? 'the others'} data-rest={one.domain === null || undefined}>
            <th scope="row">
              {one.domain ?? words.cameFrom.otherDomains}
              {one.domain === null && <span className={styles['under']}>{words.cameFrom.otherDomainsSay}</span>}
              {one.bounced > 0 && (
                <span className={styles['under']}>
                  {words.cameFrom.bounced(one.bounced, numbers.count(one.bounced))}
                </span>
              )}
            </th>
            <td className={`number dim ${styles['wide']}`}>{numbers.count(one.delivered)}</td>
            <td className={styles['classBar']}>
              <VerdictBar counts={one.opensByVerdict} most={most} />
            </td>
            <td className="number">{numbers.count(sumOf(one.opensByVerdict))}</td>
            <td className={`number ${styles['wide']}`}>{numbers.count(one.readers)}</td>
            <td className={`number ${styles['lastNarrow']}`}>
              <strong>{numbers.rate(ratio(one.readers, one.delivered))}</strong>
            </td>
            <td className={`number dim ${styles['wide']}`}>{numbers.count(one.clicks)}</td>
            <td className={`number dim ${styles['wide']}`}>{numbers.count(one.machineClicks)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
