import { Button } from '@mantine/core';
import type { PaywallPositionsView } from '@readout/api-contract';
import { useState } from 'react';
import { ExportMenu } from '../../../csv/export-menu.tsx';
import { scaleOf } from '../../../findings/paywall-positions.ts';
import { numbers, useDates } from '../../../format/viewer.ts';
import { IssueLink } from '../../../frame/issue-link.tsx';
import { usePublication } from '../../../frame/publication-context.ts';
import { ScrollBox } from '../../../frame/scroll-box.tsx';
import { growthWords } from '../../../words/growth-words.ts';
import { words } from '../../../words/words.ts';
import growth from '../growth.module.css';
import { Term } from '../term.tsx';
import styles from './paywall.module.css';
import { placeName } from './share-name.ts';
import { StandingCells, StandingHeads } from './standing-cells.tsx';
import { standingColumns, standingValues } from './standing-csv.ts';

type Issue = PaywallPositionsView['issues'][number];

/** So many are shown at first: half a year of a daily letter is long. */
const FIRST = 20;

/** The issues, the newest first, each with where its wall stood. */
export function Issues({ issues }: { issues: readonly Issue[] }) {
  const [all, setAll] = useState(false);
  const say = growthWords.paywall;
  const shown = all ? issues : issues.slice(0, FIRST);
  const most = scaleOf(shown);
  return (
    <section aria-labelledby="paywall-issues">
      <h2 id="paywall-issues">{say.issues}</h2>
      <ScrollBox label={say.issues} className={`scroll-x ${growth['table']}`}>
        <table className={`data ${styles['standing']} ${styles['issues']}`}>
          <thead>
            <tr>
              <th scope="col">{say.issue}</th>
              <th scope="col">
                <Term of="position">{say.where}</Term>
              </th>
              <StandingHeads most={most} />
            </tr>
          </thead>
          <tbody>
            {shown.map((issue) => (
              <Row key={issue.issue} issue={issue} most={most} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <div className={growth['csv']}>
        {!all && issues.length > FIRST && (
          <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
            {say.showAll(numbers.count(issues.length))}
          </Button>
        )}
        <ExportMenu
          of={say.issues}
          table={() => ({
            columns: [words.csv.sent, say.issue, say.where, say.position, say.promise, ...standingColumns()],
            rows: issues.map((issue) => [
              issue.sentAt,
              issue.title,
              issue.after,
              issue.position,
              issue.promised.join(' · '),
              ...standingValues(issue),
            ]),
          })}
        />
      </div>
    </section>
  );
}

function Row({ issue, most }: { issue: Issue; most: number }) {
  const dates = useDates(usePublication().timeZone);
  const say = growthWords.paywall;
  return (
    <tr>
      <th scope="row">
        <IssueLink issue={{ id: issue.issue, title: issue.title }} />
        <span className={growth['under']}>{dates.day(issue.sentAt)}</span>
      </th>
      <td>
        {issue.after === null ? (
          <span className="dim">{say.noSection}</span>
        ) : (
          <span className="theirs" dir="auto">
            {issue.after}
          </span>
        )}
        <span className={growth['under']}>{placeName(issue.position)}</span>
        {issue.promised.length > 0 && (
          <span className={growth['under']}>
            {say.promise}:{' '}
            <span className="theirs" dir="auto">
              {issue.promised.join(' · ')}
            </span>
          </span>
        )}
      </td>
      <StandingCells standing={issue} most={most} />
    </tr>
  );
}
