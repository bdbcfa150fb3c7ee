import type { AttributionView } from '@readout/api-contract';
import { ExportMenu } from '../../../csv/export-menu.tsx';
import { ShareBar } from '../../../figures/share-bar.tsx';
import { shortened, shownTitle } from '../../../format/titles.ts';
import { numbers } from '../../../format/viewer.ts';
import { IssueLink } from '../../../frame/issue-link.tsx';
import { ScrollBox } from '../../../frame/scroll-box.tsx';
import { growthWords } from '../../../words/growth-words.ts';
import growth from '../growth.module.css';
import { Term } from '../term.tsx';
import styles from './attribution.module.css';

type Issue = AttributionView['issues'][number];

/** Characters of a title that a heading has room for. */
const LETTERS = 60;

/** The last touch beside the first, over one scale. What cannot be attributed has a row of its own. */
export function ByIssue({ issues }: { issues: readonly Issue[] }) {
  const say = growthWords.attribution;
  const most = Math.max(0, ...issues.flatMap(({ last, first }) => [last, first]));
  return (
    <section aria-labelledby="by-issue">
      <h2 id="by-issue">{findingOf(issues)}</h2>
      <p className="says">{say.issuesSay}</p>
      <ScrollBox label={say.issues} className={`scroll-x ${growth['table']}`}>
        <table className={`data ${styles['issues']}`}>
          <thead>
            <tr>
              <th scope="col">{say.issue}</th>
              <th scope="col" className="number">
                <Term of="lastTouch">{say.last}</Term>
              </th>
              <th scope="col" className="number">
                <Term of="firstTouch">{say.first}</Term>
              </th>
              <th scope="col" className="number">
                <Term of="attributionPaid">{say.converted}</Term>
              </th>
            </tr>
          </thead>
          <tbody>
            {issues.map(({ key, title, last, first, converted }) => (
              <tr key={key} className={key === null ? 'dim' : undefined}>
                <th scope="row">
                  {key === null ? (
                    <Term of="unattributed">{say.unattributed}</Term>
                  ) : (
                    <IssueLink issue={{ id: key, title: title ?? key }} />
                  )}
                </th>
                <Touched count={last} most={most} quiet={key === null} />
                <Touched count={first} most={most} quiet={key === null} />
                <td className="number">{numbers.count(converted)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <div className={growth['csv']}>
        <ExportMenu
          of={say.issues}
          table={() => ({
            columns: [say.issue, say.last, say.first, say.converted],
            rows: issues.map(({ key, title, last, first, converted }) => [
              key === null ? say.unattributed : (title ?? key),
              last,
              first,
              converted,
            ]),
          })}
        />
      </div>
    </section>
  );
}

function Touched({ count, most, quiet }: { count: number; most: number; quiet: boolean }) {
  return (
    <td className={`number ${styles['touched']}`}>
      {numbers.count(count)}
      <ShareBar value={count} most={most} quiet={quiet} />
    </td>
  );
}

function findingOf(issues: readonly Issue[]): string {
  const say = growthWords.attribution;
  const most = issues.find(({ key, last }) => key !== null && last > 0);
  if (most === undefined) return say.findingNone;
  const title = shortened(shownTitle(most.title ?? most.key ?? ''), LETTERS);
  return say.finding(title, most.last, numbers.count(most.last));
}
