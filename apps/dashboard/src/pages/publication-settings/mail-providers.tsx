import { Skeleton } from '@mantine/core';
import type { MailProviderList, PublicationView } from '@readout/api-contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '../../api/client.ts';
import { mailProvidersQuery } from '../../api/mail-provider-queries.ts';
import { Failed } from '../../frame/message.tsx';
import { useLeaving } from '../../frame/use-leaving.ts';
import { words } from '../../words/words.ts';
import { MailProvider } from './mail-provider.tsx';
import styles from './publication-settings.module.css';

type Provider = MailProviderList['hooks'][number]['provider'];

/** Who reports on the mail of a publication, each set up and removed by itself. */
export function MailProviders({ publication }: { publication: PublicationView }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const queries = useQueryClient();
  const query = mailProvidersQuery(publication.id);
  const providers = useQuery(query);
  const { leaving, leave } = useLeaving(
    (provider: Provider) =>
      api.delete('/api/v1/publications/{publication}/mail-providers/{provider}', {
        path: { publication: publication.id, provider },
      }),
    (provider) =>
      queries.setQueryData(
        query.queryKey,
        (before) => before && { ...before, items: before.items.filter((one) => one.provider !== provider) },
      ),
  );
  const begin = (provider: Provider) => {
    leave(provider, words.mailProviders.willGo(words.mailProviders.names[provider]));
    heading.current?.focus();
  };
  return (
    <section aria-labelledby="mail-providers">
      <h2 id="mail-providers" ref={heading} tabIndex={-1}>
        {words.mailProviders.heading}
      </h2>
      <p className="dim">{words.mailProviders.says}</p>
      {providers.isPending && <Skeleton height={118} mt="md" />}
      {providers.isError && providers.data === undefined && (
        <Failed error={providers.error} retry={() => void providers.refetch()} />
      )}
      {providers.data !== undefined && (
        <ul className={styles['list']}>
          {providers.data.hooks.map(({ provider, hook }) => (
            <li key={provider}>
              <MailProvider
                publication={publication}
                provider={provider}
                hook={hook}
                known={
                  leaving.has(provider) ? undefined : providers.data.items.find((one) => one.provider === provider)
                }
                onRemove={() => begin(provider)}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
