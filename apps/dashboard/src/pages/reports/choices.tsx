import type { IssueListItem, LinkMatch, ReportKind, ReportLanguage, SponsorLinks } from '@readout/api-contract';
import { monthName } from '../../format/month-name.ts';
import { shownTitle } from '../../format/titles.ts';
import { numbers } from '../../format/viewer.ts';
import { words } from '../../words/words.ts';
import { OneOf, OneOfMany } from '../growth/one-of.tsx';
import styles from './reports.module.css';
import { DAYS, KINDS, LANGUAGES, MATCHES, monthsBefore, type ReportsSearch } from './reports-search.ts';

const MONTHS = 36;

/** Which report, on what, and in which language. */
export function Choices({
  chosen,
  issues,
  links,
  onChoose,
}: {
  chosen: {
    readonly kind: ReportKind;
    readonly issue: string | undefined;
    readonly month: string;
    readonly link: string | undefined;
    readonly match: LinkMatch;
    readonly days: (typeof DAYS)[number];
    readonly language: ReportLanguage;
  };
  issues: readonly IssueListItem[];
  links: SponsorLinks['items'];
  onChoose: (change: ReportsSearch) => void;
}) {
  const say = words.reports;
  const { kind, issue, month, link, match, days, language } = chosen;
  return (
    <div className={styles['choices']}>
      <OneOfMany
        label={say.kind}
        value={kind}
        choices={KINDS.map((value) => ({ value, label: say.kinds[value] }))}
        onChoose={(value) => onChoose({ kind: value })}
      />
      {kind === 'issue' && issue !== undefined && issues.length > 0 && (
        <OneOfMany
          label={say.issue}
          value={issue}
          choices={issues.map(({ id, title }) => ({ value: id, label: shownTitle(title) }))}
          onChoose={(value) => onChoose({ issue: value })}
        />
      )}
      {kind === 'month' && (
        <OneOfMany
          label={say.month}
          value={month}
          choices={[...new Set([month, ...monthsBefore(new Date(), MONTHS)])]
            .sort()
            .reverse()
            .map((value) => ({ value, label: monthName(value) }))}
          onChoose={(value) => onChoose({ month: value })}
        />
      )}
      {kind === 'growth' && (
        <OneOf
          label={say.days}
          value={days}
          choices={DAYS.map((value) => ({ value, label: say.daysOf(numbers.count(value)) }))}
          onChoose={(value) => onChoose({ days: value })}
        />
      )}
      {kind === 'sponsor' && link !== undefined && links.length > 0 && (
        <>
          <OneOfMany
            label={say.link}
            value={link}
            choices={links.map((one) => ({
              value: one.link,
              label: say.linkIn(one.url, one.issues, numbers.count(one.issues)),
            }))}
            onChoose={(value) => onChoose({ link: value })}
          />
          <OneOf
            label={say.match}
            value={match}
            choices={MATCHES.map((value) => ({ value, label: say.matches[value] }))}
            onChoose={(value) => onChoose({ match: value })}
          />
        </>
      )}
      <OneOfMany
        label={say.language}
        value={language}
        choices={LANGUAGES.map((value) => ({ value, label: say.languages[value] }))}
        onChoose={(value) => onChoose({ language: value })}
      />
    </div>
  );
}
