import { ISSUE_TEXTS } from './content/all-issues.ts';
import { renderEditions } from './edition-html.ts';
import { sendTimes } from './schedule.ts';

export interface SampleIssue {
  readonly title: string;
  readonly subtitle: string;
  /** UTC, milliseconds. */
  readonly sentAt: number;
  /** HTML of the edition that premium readers get (everybody, where `cut` is null). */
  readonly whole: string;
  /** HTML of the edition that ends at the paywall; null where the issue has none. */
  readonly cut: string | null;
}

/** The sample's issues in the order they went out, the newest 2 to 27 hours before `now` (UTC, ms). */
export function sampleIssues(now: number): readonly SampleIssue[] {
  const times = sendTimes(now, ISSUE_TEXTS.length);
  return ISSUE_TEXTS.map((text, index) => ({
    title: text.title,
    subtitle: text.subtitle,
    sentAt: times[index] ?? now,
    ...renderEditions(text),
  }));
}
