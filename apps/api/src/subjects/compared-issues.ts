import type { IssueAudience } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import { issueRates, type SubjectTrait, subjectTraits } from '@readout/engagement';
import { localTime } from '@readout/local-time';
import type { ApiDependencies } from '../dependencies.ts';
import { audienceOf } from '../issues/audience.ts';
import { sentIssues } from '../issues/sent-issues.ts';

/** By then nearly everybody who reads an issue has: its open rate is comparable with those of old ones. */
const SETTLED_MS = 2 * 86_400_000;
/** The open rate of a handful is luck. */
const FEWEST_DELIVERED = 20;
/** Issues of at least two days: what they had a minute ago will do. */
const MAY_BE_OLD_MS = 60_000;

/** An issue as it is compared with others. */
export interface ComparedIssue {
  readonly audience: IssueAudience;
  /** UTC milliseconds. */
  readonly sentAt: number;
  readonly openRate: number;
  readonly traits: ReadonlySet<SubjectTrait>;
  /** In the publication's time zone; 1 is Monday. */
  readonly weekday: number;
  readonly hour: number;
}

/** A publication's issues that can be compared, in the order in which they went out. Whose recipients' standing nobody knows is for everyone. */
export async function comparedIssues(
  { catalog, warehouse }: Pick<ApiDependencies, 'catalog' | 'warehouse'>,
  publication: Publication,
  { now, from }: { readonly now: number; readonly from: number },
): Promise<readonly ComparedIssue[]> {
  const sent = await sentIssues(catalog, publication.id, now - SETTLED_MS, { from });
  const figures = await warehouse.figures({
    publication: publication.id,
    issues: sent.map(({ id }) => id),
    oldMs: MAY_BE_OLD_MS,
  });
  const { weekdayAndHour } = localTime(publication.timeZone);
  const compared = sent.flatMap(({ title, sentAt }, at): readonly ComparedIssue[] => {
    const counted = figures[at];
    if (counted === undefined || counted.delivered < FEWEST_DELIVERED) return [];
    const { openRate } = issueRates(counted);
    if (openRate === null) return [];
    return [
      {
        audience: audienceOf(counted) ?? 'everyone',
        sentAt: sentAt.getTime(),
        openRate,
        traits: subjectTraits(title),
        ...weekdayAndHour(sentAt.getTime()),
      },
    ];
  });
  return compared.reverse();
}
