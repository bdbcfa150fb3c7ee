import type { IssueReport } from '@readout/api-contract';
import { CameFrom } from '../came-from.tsx';
import { Segments } from '../segments.tsx';
import { Paywall } from './paywall.tsx';
import { RankedLinks } from './ranked-links.tsx';
import { Sections } from './sections.tsx';
import { TheIssue } from './the-issue.tsx';
import { Who } from './who.tsx';
import styles from './whole.module.css';

/** What an issue did beyond its key figures: the issue itself, its sections, paywall, people and links. */
export function WholeIssue({ report }: { report: IssueReport }) {
  return (
    <>
      <TheIssue report={report} />
      <Sections report={report} />
      <Paywall issue={report.issue} />
      <div className={styles['standing']}>
        <Segments segments={report.segments} />
      </div>
      {report.figures.sent + report.figures.opens + report.figures.paywallHits > 0 && <Who issue={report.issue} />}
      <RankedLinks report={report} />
      {report.figures.sent > 0 && <CameFrom issue={report.issue.id} />}
    </>
  );
}
