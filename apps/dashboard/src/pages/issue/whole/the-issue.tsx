import { SegmentedControl } from '@mantine/core';
import type { IssueReport } from '@readout/api-contract';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { editionsQuery, previewQuery, readingQuery } from '../../../api/whole-queries.ts';
import { halfWay } from '../../../findings/reading-depth.ts';
import { ratio } from '../../../format/numbers.ts';
import { numbers } from '../../../format/viewer.ts';
import { Loading } from '../../../frame/loading.tsx';
import { Failed, Message } from '../../../frame/message.tsx';
import { usePublication } from '../../../frame/publication-context.ts';
import { words } from '../../../words/words.ts';
import { IssuePaper } from './issue-paper.tsx';
import { LinkList } from './link-list.tsx';
import { linksIn } from './links-in.ts';
import styles from './paper.module.css';

const route = getRouteApi('/signed-in/p/$publication/issues/$issue');

/** The issue itself, with clicks on its links and reading depth along its side. */
export function TheIssue({ report }: { report: IssueReport }) {
  const { issue, figures } = report;
  const publication = usePublication();
  const reading = useQuery(readingQuery(publication.id, issue.id)).data;
  const { edition: asked = 'whole' } = route.useSearch();
  const navigate = route.useNavigate();
  const [looked, setLooked] = useState<string | null>(null);
  const [selected, setSelected] = useState<string | null>(null);
  const editions = useQuery(editionsQuery(publication.id, issue.id));
  const edition = editions.data?.find((one) => one === asked) ?? editions.data?.[0] ?? null;
  const preview = useQuery(previewQuery(publication.id, issue.id, edition));
  const shown = preview.data;
  const failed = editions.data === undefined ? editions : preview;
  const links = useMemo(
    () =>
      linksIn(
        shown?.html ?? '',
        report.links.map((link) => ({ ...link, share: ratio(link.clickers, figures.clickers) })),
      ),
    [shown?.html, report.links, figures.clickers],
  );
  const linksById = useMemo(() => new Map(links.map((link) => [link.id, link])), [links]);
  const half = reading === undefined ? null : halfWay(reading, report.sections);
  return (
    <section aria-labelledby="the-issue">
      <div className="section-head">
        <div>
          <h2 id="the-issue">
            {half === null
              ? words.whole.looked.heading
              : words.whole.looked.finding(numbers.rate(half.share), half.title)}
          </h2>
          <p className="dim small">
            {(reading?.webReaders ?? 0) > 0 ? words.whole.looked.says : words.whole.looked.saysWithoutWeb}{' '}
            {words.whole.looked.pictures}
          </p>
        </div>
        {edition !== null && editions.data !== undefined && editions.data.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={words.whole.looked.edition}
            value={edition}
            onChange={(value) => {
              setLooked(null);
              void navigate({
                search: ({ edition: _, ...before }) => (value === 'cut' ? { ...before, edition: 'cut' } : before),
                replace: true,
                resetScroll: false,
              });
            }}
            data={editions.data.map((one) => ({ value: one, label: words.whole.looked.editions[one] }))}
          />
        )}
      </div>
      {shown === undefined && !failed.isError && editions.data?.length !== 0 && <Loading height={560} />}
      {failed.isError && (
        <Failed title={words.whole.looked.loadFailed} error={failed.error} retry={() => void failed.refetch()} />
      )}
      {editions.data?.length === 0 && <Message title={words.whole.looked.none}>{words.whole.looked.noneSays}</Message>}
      {shown !== undefined && (
        <div className={styles['looked']} aria-busy={preview.isPlaceholderData}>
          <IssuePaper
            key={shown.edition}
            title={issue.title}
            html={shown.html}
            links={linksById}
            reading={reading}
            hits={figures.paywallHits}
            active={looked}
            onHover={setLooked}
            onSelect={(link) => {
              setLooked(link);
              setSelected(link);
            }}
          />
          <div>
            {links.length === 0 && <p className="dim small">{words.whole.looked.noLinks}</p>}
            {links.length > 0 && figures.clickers === 0 && (
              <p className="dim small">{words.whole.looked.nobodyClicked}</p>
            )}
            <LinkList links={links} active={looked} selected={selected} onLook={setLooked} />
          </div>
        </div>
      )}
    </section>
  );
}
