import type { IssuePeople, IssueReport } from '@readout/api-contract';
import { useQuery } from '@tanstack/react-query';
import { audienceQuery } from '../../../api/whole-queries.ts';
import { countryName, numbers } from '../../../format/viewer.ts';
import { Loading } from '../../../frame/loading.tsx';
import { Failed } from '../../../frame/message.tsx';
import { usePublication } from '../../../frame/publication-context.ts';
import { words } from '../../../words/words.ts';
import { SplitBars } from './split-bars.tsx';
import { Tenure } from './tenure.tsx';
import styles from './whole.module.css';

/** Who reads, beyond their standing: how long they have been readers, where, with what, and what led them here. */
export function Who({ issue }: Pick<IssueReport, 'issue'>) {
  const publication = usePublication();
  const audience = useQuery(audienceQuery(publication.id, issue.id));
  return (
    <section aria-labelledby="who">
      <h2 id="who">{words.whole.who.heading}</h2>
      {audience.isPending && <Loading height={520} mt="md" />}
      {audience.isError && audience.data === undefined && (
        <Failed title={words.whole.who.loadFailed} error={audience.error} retry={() => void audience.refetch()} />
      )}
      {audience.data !== undefined && <Splits audience={audience.data} />}
    </section>
  );
}

function Splits({ audience }: { audience: IssuePeople }) {
  const { countries, clients, devices, referrers, tenure, people } = audience;
  const placed = countries.items.reduce((sum, one) => sum + one.people, countries.others);
  const unplaced = people - placed;
  return (
    <div className={styles['splits']}>
      <Tenure tenure={tenure} />
      <SplitBars
        id="devices"
        heading={words.whole.who.devices}
        says={words.whole.who.devicesSay}
        rows={devices.items.map(({ device, people: some }) => ({
          name: words.whole.who.deviceNames[device],
          people: some,
        }))}
        others={devices.others}
      />
      <SplitBars
        id="countries"
        heading={words.whole.who.countries}
        empty={words.whole.who.noCountry}
        {...(unplaced > 0 && { says: words.whole.who.countriesSay(unplaced, numbers.count(unplaced)) })}
        rows={countries.items.map(({ country, people: some }) => ({ name: countryName(country), people: some }))}
        others={countries.others}
      />
      <SplitBars
        id="mail-clients"
        heading={words.whole.who.clients}
        says={words.whole.who.clientsSay}
        rows={clients.items.map(({ client, people: some }) => ({ name: clientName(client), people: some }))}
        others={clients.others}
      />
      <SplitBars
        id="referrers"
        heading={words.whole.who.referrers}
        says={words.whole.who.referrersSay}
        empty={words.whole.who.noWeb}
        rows={referrers.items.map(({ site, host, people: some }) => ({
          name: site === 'other' ? (host ?? '') : words.whole.who.sites[site],
          people: some,
        }))}
        others={referrers.others}
      />
    </div>
  );
}

/** A program's own name; what none has is said in words. */
function clientName(client: string): string {
  const { clientNames } = words.whole.who;
  return Object.hasOwn(clientNames, client) ? clientNames[client as keyof typeof clientNames] : client;
}
