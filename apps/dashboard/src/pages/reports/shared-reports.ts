import type { LinkMatch, ReportLanguage, SharedSubject } from '@readout/api-contract';
import type { Offered } from '../sharing/offered.ts';

interface Chosen {
  readonly kind: 'issue' | 'month' | 'growth' | 'sponsor';
  readonly issue: string | undefined;
  readonly month: string;
  readonly link: string | undefined;
  readonly match: LinkMatch;
  readonly days: number;
  readonly language: ReportLanguage;
}

/** How the report on the page can be shared: as it is, and following the newest where there is such a thing; null: there is none yet. */
export function sharedReports(
  { kind, issue, month, link, match, days, language }: Chosen,
  title: string | null,
): Offered | null {
  const offered = (...subjects: Offered['subjects']): Offered => ({ subjects, title });
  switch (kind) {
    case 'issue': {
      const on = (which: string | null): SharedSubject => ({ show: 'issue_report', language, issue: which });
      return issue === undefined ? null : offered(on(issue), on(null));
    }
    case 'month': {
      const on = (which: string | null): SharedSubject => ({ show: 'month_report', language, month: which });
      return offered(on(month), on(null));
    }
    case 'growth':
      return offered({ show: 'growth_report', language, days });
    case 'sponsor':
      return link === undefined ? null : offered({ show: 'sponsor_report', language, link, match });
  }
}
