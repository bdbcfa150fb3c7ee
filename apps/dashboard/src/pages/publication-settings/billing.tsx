import { Skeleton } from '@mantine/core';
import type { BillingSystemView, PublicationView } from '@readout/api-contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { billingSystemsQuery } from '../../api/billing-queries.ts';
import { api } from '../../api/client.ts';
import { Failed } from '../../frame/message.tsx';
import { useLeaving } from '../../frame/use-leaving.ts';
import { words } from '../../words/words.ts';
import { BillingSystem } from './billing-system.tsx';
import { ImportSubscriptions } from './import-subscriptions.tsx';
import styles from './publication-settings.module.css';

type System = BillingSystemView['system'];

/** What reports on the subscriptions of a publication, each set up and removed by itself, and what a file says of them. */
export function Billing({ publication }: { publication: PublicationView }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const queries = useQueryClient();
  const query = billingSystemsQuery(publication.id);
  const systems = useQuery(query);
  const { leaving, leave } = useLeaving(
    (system: System) =>
      api.delete('/api/v1/publications/{publication}/billing/systems/{system}', {
        path: { publication: publication.id, system },
      }),
    (system) =>
      queries.setQueryData(
        query.queryKey,
        (before) => before && { ...before, items: before.items.filter((one) => one.system !== system) },
      ),
  );
  const begin = (system: System) => {
    leave(system, words.billing.willGo(words.billing.names[system]));
    heading.current?.focus();
  };
  return (
    <section aria-labelledby="billing">
      <h2 id="billing" ref={heading} tabIndex={-1}>
        {words.billing.heading}
      </h2>
      <p className="dim">{words.billing.says}</p>
      {systems.isPending && <Skeleton height={178} mt="md" />}
      {systems.isError && systems.data === undefined && (
        <Failed error={systems.error} retry={() => void systems.refetch()} />
      )}
      {systems.data !== undefined && (
        <ul className={styles['list']}>
          {systems.data.hooks.map(({ system, hook }) => (
            <li key={system}>
              <BillingSystem
                publication={publication}
                system={system}
                hook={hook}
                known={leaving.has(system) ? undefined : systems.data.items.find((one) => one.system === system)}
                onRemove={() => begin(system)}
              />
            </li>
          ))}
          <li>
            <ImportSubscriptions publication={publication} />
          </li>
        </ul>
      )}
    </section>
  );
}
