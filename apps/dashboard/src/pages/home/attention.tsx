import { Skeleton } from '@mantine/core';
import type { AttentionItem } from '@readout/api-contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { attentionQuery } from '../../api/home-queries.ts';
import { shownTitle } from '../../format/titles.ts';
import { numbers } from '../../format/viewer.ts';
import { Failed } from '../../frame/message.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import { words } from '../../words/words.ts';
import styles from './home.module.css';

/** What should be looked into, a sentence each, and where. */
export function NeedsAttention() {
  const publication = usePublication();
  const attention = useQuery(attentionQuery(publication.id));
  const items = attention.data?.items ?? [];
  return (
    <section aria-labelledby="attention">
      <h2 id="attention">{words.home.attention.title}</h2>
      {attention.isPending && <Skeleton mt="xs" height={22} width={280} maw="100%" />}
      {attention.isError && attention.data === undefined && (
        <Failed title={words.home.attention.failed} error={attention.error} retry={() => void attention.refetch()} />
      )}
      {attention.isSuccess && items.length === 0 && (
        <p className={`${styles['quiet']} dim`}>{words.home.attention.nothing}</p>
      )}
      {items.length > 0 && (
        <ul className={styles['attention']}>
          {items.map((item) => (
            <li key={keyOf(item)}>
              <span>{saying(item)}</span> <Where item={item} publication={publication.id} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function keyOf(item: AttentionItem): string {
  return item.kind === 'domain_stopped' ? `${item.kind} ${item.domain}` : item.kind;
}

function saying(item: AttentionItem): string {
  const say = words.home.attention;
  const { count, rate, pointsApart, times, bytes } = numbers;
  switch (item.kind) {
    case 'few_readers':
      return say.fewReaders(
        shownTitle(item.issue.title),
        count(item.readers),
        count(item.low),
        item.hours,
        count(item.hours),
      );
    case 'open_rate_fell':
      return `${say.openRateFell(rate(item.now), rate(item.before))} ${say.openRateRange(pointsApart(item.high), pointsApart(item.low))}`;
    case 'domain_stopped': {
      const { domain, delivered, readers, usual, issues } = item;
      return say.domainStopped(domain, count(delivered), count(readers), count(usual), issues, count(issues));
    }
    case 'bounces_up':
      return say.bouncesUp(shownTitle(item.issue.title), count(item.bounced), rate(item.share), rate(item.usual));
    case 'scanners_up': {
      const what = item.of === 'machine_clicks' ? say.scannersClicked : say.scannersOpened;
      return what(shownTitle(item.issue.title), times(100 * item.share), times(100 * item.usual));
    }
    case 'quarantine':
      return say.quarantine(item.events, count(item.events));
    case 'spool':
      return item.state === 'full'
        ? say.spoolFull[item.whenFull]
        : say.spoolFilling(bytes(item.bytes), bytes(item.maxBytes));
  }
}

/** Where it can be looked into. What to do about waiting events stands above every page. */
function Where({ item, publication }: { item: AttentionItem; publication: string }) {
  const look = words.home.attention.look;
  const label = `${look}: ${saying(item)}`;
  switch (item.kind) {
    case 'few_readers':
    case 'domain_stopped':
    case 'bounces_up':
      return (
        <Link to="/p/$publication/issues/$issue" params={{ publication, issue: item.issue.id }} aria-label={label}>
          {look}
        </Link>
      );
    case 'open_rate_fell':
      return (
        <Link to="/p/$publication/issues" params={{ publication }} aria-label={label}>
          {look}
        </Link>
      );
    case 'scanners_up':
      return (
        <Link to="/p/$publication/machines" params={{ publication }} aria-label={label}>
          {look}
        </Link>
      );
    case 'quarantine':
      return (
        <Link to="/settings" hash="quarantine" aria-label={label}>
          {look}
        </Link>
      );
    case 'spool':
      return null;
  }
}
