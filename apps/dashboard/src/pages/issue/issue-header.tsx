import { Button } from '@mantine/core';
import type { IssueReport } from '@readout/api-contract';
import { Link } from '@tanstack/react-router';
import { Defined } from '../../figures/defined.tsx';
import { shownTitle } from '../../format/titles.ts';
import { numbers, useDates } from '../../format/viewer.ts';
import { Heading } from '../../frame/heading.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import { words } from '../../words/words.ts';
import { ShareButton } from '../sharing/share-button.tsx';
import styles from './issue.module.css';
import { Tags } from './tags.tsx';

/** Which issue this is, when it went out, and how fresh its figures are. */
export function IssueHeader({ report: { issue, asOf, figures } }: { report: IssueReport }) {
  const publication = usePublication();
  const dates = useDates(publication.timeZone);
  const isUnsent = figures.sent === 0;
  const tracked = {
    to: '/p/$publication/issues/$issue/ready',
    params: { publication: publication.id, issue: issue.id },
  } as const;
  return (
    <header>
      <p className="back">
        <Link to="/p/$publication/issues" params={{ publication: publication.id }}>
          <span aria-hidden="true">← </span>
          {words.issue.back}
        </Link>
      </p>
      <Heading className="theirs">{shownTitle(issue.title)}</Heading>
      {issue.subtitle !== '' && <p className={`${styles['subtitle']} theirs`}>{issue.subtitle}</p>}
      <p className={styles['facts']}>
        {issue.sentAt === null ? (
          <span>{words.issue.notSent}</span>
        ) : (
          <span>
            <time dateTime={issue.sentAt}>{words.issue.sent(dates.sent(issue.sentAt))}</time>
            {`, ${words.issue.zone(publication.timeZone)}`}
          </span>
        )}
        <time dateTime={asOf}>{words.issue.asOf(dates.clock(asOf))}</time>
        {figures.settling > 0 && (
          <Defined term="settling">{words.issue.settling(figures.settling, numbers.count(figures.settling))}</Defined>
        )}
        {!isUnsent && <Link {...tracked}>{words.issue.trackedHtml}</Link>}
        {issue.sentAt !== null && (
          <Link
            to="/p/$publication/reports"
            params={{ publication: publication.id }}
            search={{ kind: 'issue', issue: issue.id }}
          >
            {words.reports.toReport}
          </Link>
        )}
        {issue.sentAt !== null && (
          <ShareButton
            size="compact-sm"
            offered={{
              subjects: [
                { show: 'issue', issue: issue.id },
                { show: 'issue', issue: null },
              ],
              title: issue.title,
            }}
          />
        )}
      </p>
      <Tags issue={issue.id} tags={issue.tags} />
      {isUnsent && (
        <Button mt="md" renderRoot={(props) => <Link {...tracked} {...props} />}>
          {words.issue.trackedHtml}
        </Button>
      )}
    </header>
  );
}
