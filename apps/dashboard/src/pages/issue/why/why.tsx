import { Button, SegmentedControl, Skeleton } from '@mantine/core';
import type { FetchVerdict, IssueDetail, VerdictCounts, VerdictSplit } from '@readout/api-contract';
import { useQuery } from '@tanstack/react-query';
import { splitQuery } from '../../../api/verdict-queries.ts';
import { Defined } from '../../../figures/defined.tsx';
import { VerdictBar } from '../../../figures/verdict-bar.tsx';
import { numbers } from '../../../format/viewer.ts';
import { Failed, Message } from '../../../frame/message.tsx';
import { usePublication } from '../../../frame/publication-context.ts';
import { words } from '../../../words/words.ts';
import { JudgedEvents } from './judged-events.tsx';
import { reasonSays } from './reason-says.ts';
import { SplitTable } from './split-table.tsx';
import styles from './why.module.css';
import type { WhySearch } from './why-search.ts';

type Asked = WhySearch & { readonly why: NonNullable<WhySearch['why']> };

/** An issue's opens or clicks by who caused them, why that is said, and single ones to look at. */
export function Why({ issue, search, ask }: { issue: IssueDetail; search: Asked; ask: (next: WhySearch) => void }) {
  const publication = usePublication();
  const kind = search.why === 'opens' ? 'opened' : 'clicked';
  const link = search.link ?? null;
  const split = useQuery(splitQuery(publication.id, issue.id, kind, link));
  const about: WhySearch = { why: search.why, ...(search.link !== undefined && { link: search.link }) };
  return (
    <div className={styles['all']}>
      <div className={styles['kinds']}>
        <SegmentedControl
          size="xs"
          aria-label={words.why.kind}
          value={search.why}
          onChange={(value) => ask({ why: value === 'opens' ? 'opens' : 'clicks' })}
          data={[
            { value: 'opens', label: words.why.opens },
            { value: 'clicks', label: words.why.clicks },
          ]}
        />
        {link !== null && (
          <Button variant="subtle" size="compact-sm" onClick={() => ask({ why: 'clicks' })}>
            {words.why.allLinks}
          </Button>
        )}
      </div>
      {split.isPending && <WhySkeleton />}
      {split.isError && split.data === undefined && (
        <Failed title={words.why.loadFailed} error={split.error} retry={() => void split.refetch()} />
      )}
      {split.data !== undefined && split.data.events === 0 && <Message>{words.why.nothing[kind]}</Message>}
      {split.data !== undefined && split.data.events > 0 && (
        <>
          <section className={styles['split']} aria-label={words.why[kind]}>
            <p>
              {words.why.total[kind](
                split.data.events,
                numbers.count(split.data.events),
                split.data.readers,
                numbers.count(split.data.readers),
              )}{' '}
              <span className="dim">{words.why.counted[kind]}</span>
            </p>
            <VerdictBar large counts={countsOf(split.data)} />
            <SplitTable
              split={split.data}
              chosen={{ verdict: search.class ?? null, reason: search.reason ?? null }}
              choose={({ verdict, reason }) =>
                ask({ ...about, ...(verdict !== null && { class: verdict }), ...(reason !== null && { reason }) })
              }
            />
            {split.data.settling > 0 && (
              <p className="dim small">
                <Defined term="settling">
                  {words.issue.settling(split.data.settling, numbers.count(split.data.settling))}
                </Defined>
              </p>
            )}
          </section>
          <JudgedEvents
            issue={issue.id}
            filter={{ kind, link, verdict: search.class ?? null, reason: search.reason ?? null }}
            says={reasonIn(split.data, search.class, search.reason)}
            showAll={() => ask(about)}
          />
        </>
      )}
    </div>
  );
}

function countsOf({ verdicts }: VerdictSplit): VerdictCounts {
  const of = (verdict: FetchVerdict) => verdicts.find((one) => one.verdict === verdict)?.events ?? 0;
  return {
    human: of('human'),
    proxied: of('proxied'),
    prefetched: of('prefetched'),
    scanner: of('scanner'),
    unclear: of('unclear'),
  };
}

/** The chosen reason's sentence. */
function reasonIn({ verdicts }: VerdictSplit, verdict: FetchVerdict | undefined, reason: string | undefined) {
  if (reason === undefined) return null;
  const within = verdicts.filter((one) => verdict === undefined || one.verdict === verdict);
  return reasonSays(
    within.flatMap((one) => one.reasons).find((one) => one.name === reason) ?? { name: reason, says: reason },
  );
}

function WhySkeleton() {
  return (
    <div role="status" aria-busy="true" aria-label={words.loading} className={styles['split']}>
      <Skeleton height={22} width="80%" />
      <Skeleton height={20} />
      <Skeleton height={340} />
    </div>
  );
}
