import { SegmentedControl } from '@mantine/core';
import type { RulesPreview } from '@readout/api-contract';
import { useState } from 'react';
import { VerdictBadge } from '../../figures/verdict-name.tsx';
import { changesIn, matrixOf } from '../../findings/rules-draft.ts';
import { VERDICTS } from '../../findings/verdicts.ts';
import { shownTitle } from '../../format/titles.ts';
import { numbers, useDates } from '../../format/viewer.ts';
import { IssueLink } from '../../frame/issue-link.tsx';
import { usePublication } from '../../frame/publication-context.ts';
import { ScrollBox } from '../../frame/scroll-box.tsx';
import { words } from '../../words/words.ts';
import { clientSays } from '../issue/why/client-says.ts';
import styles from './rules.module.css';

const KINDS = { both: null, opens: 'opened', clicks: 'clicked' } as const;
type Kind = keyof typeof KINDS;

/** What the rules would change, before anything is. */
export function PreviewResult({ preview, isOld }: { preview: RulesPreview; isOld: boolean }) {
  const dates = useDates(usePublication().timeZone);
  const count = changesIn(preview.changed);
  if (preview.judged === 0) {
    return (
      <div className={styles['preview']} role="status">
        <h2>{words.rules.previewEmpty}</h2>
        <p className="dim">{words.rules.previewEmptySays}</p>
      </div>
    );
  }
  return (
    <div className={styles['preview']} data-old={isOld || undefined} role="status">
      <h2>
        {count === 0
          ? words.rules.previewNothing
          : words.rules.previewCount(count, numbers.count(count), numbers.count(preview.judged))}
      </h2>
      <p className="dim small">
        {words.rules.previewOf(
          dates.moment(preview.from),
          dates.moment(preview.to),
          preview.issuesLookedAt,
          numbers.count(preview.issuesLookedAt),
          preview.issues,
          numbers.count(preview.issues),
        )}
        {isOld && <strong>{` ${words.rules.previewOld}`}</strong>}
      </p>
      {count > 0 && <Matrix preview={preview} />}
      {preview.byIssue.length > 0 && <ByIssue preview={preview} />}
      {preview.examples.length > 0 && <Examples preview={preview} />}
    </div>
  );
}

function Matrix({ preview }: { preview: RulesPreview }) {
  const [kind, setKind] = useState<Kind>('both');
  return (
    <>
      <SegmentedControl
        size="xs"
        mt="md"
        aria-label={words.rules.kind}
        value={kind}
        onChange={(value) => setKind(value === 'opens' || value === 'clicks' ? value : 'both')}
        data={[
          { value: 'both', label: words.rules.both },
          { value: 'opens', label: words.rules.opens },
          { value: 'clicks', label: words.rules.clicks },
        ]}
      />
      <ScrollBox label={words.rules.previewTitle}>
        <table className={`data ${styles['matrix']}`}>
          <thead>
            <tr>
              <td />
              <th scope="colgroup" colSpan={VERDICTS.length}>
                {words.rules.becomes}
              </th>
            </tr>
            <tr>
              <th scope="col">{words.rules.was}</th>
              {VERDICTS.map((verdict) => (
                <th key={verdict} scope="col" className="number">
                  {words.verdicts.names[verdict]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrixOf(preview.changed, KINDS[kind]).map(({ from, to }) => (
              <tr key={from}>
                <th scope="row">{words.verdicts.names[from]}</th>
                {to.map(({ verdict, count }) => (
                  <td key={verdict} className="number" data-some={count > 0 || undefined}>
                    {count > 0 ? numbers.count(count) : <span className="dim">{verdict === from ? '–' : '0'}</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  );
}

function ByIssue({ preview }: { preview: RulesPreview }) {
  return (
    <table className={`data ${styles['byIssue']}`}>
      <caption>{words.rules.byIssue}</caption>
      <thead>
        <tr>
          <th scope="col">{words.rules.issue}</th>
          <th scope="col" className="number">
            {words.rules.changed}
          </th>
          <th scope="col" className="number">
            {words.rules.readers}
          </th>
          <th scope="col" className="number">
            {words.rules.clicksOf}
          </th>
        </tr>
      </thead>
      <tbody>
        {preview.byIssue.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <IssueLink issue={one} />
            </th>
            <td className="number">{numbers.count(one.changed)}</td>
            <BeforeAfter {...one.readers} />
            <BeforeAfter {...one.clicks} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function BeforeAfter({ before, after }: { before: number; after: number }) {
  return (
    <td className={`number ${before === after ? 'dim' : ''}`}>
      {before === after ? numbers.count(after) : words.rules.beforeAfter(numbers.count(before), numbers.count(after))}
    </td>
  );
}

function Examples({ preview }: { preview: RulesPreview }) {
  const dates = useDates(usePublication().timeZone);
  const titles = new Map(preview.byIssue.map((one) => [one.id, shownTitle(one.title)]));
  return (
    <>
      <h3>{words.rules.examples}</h3>
      <ul className={styles['examples']}>
        {preview.examples.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an example has no name of its own, and the list does not change
          <li key={at}>
            <p>
              <VerdictBadge verdict={one.before.verdict} /> <span aria-hidden="true">→</span>{' '}
              <VerdictBadge verdict={one.after.verdict} />
            </p>
            <p className="small">
              {[
                words.rules.example[one.kind],
                dates.moment(one.time),
                clientSays(one.client),
                words.why.networks[one.network],
              ].join(' · ')}
            </p>
            {titles.has(one.issue) && <p className="small dim theirs">{titles.get(one.issue)}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}
