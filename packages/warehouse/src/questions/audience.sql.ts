import type { EventKind, IssueId, PublicationId } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import type { AudienceRows, PeopleOf } from '../whole-issue.ts';
import { type Asked, askedOf } from './arrivals.sql.ts';
import { eventsWithArrivals } from './events-with-arrivals.sql.ts';

/**
 * A label as packages/engagement writes it, such as `Chrome 142 / Windows`, without its version. The engine reckons it once
 * for each label that there is, not for each event: the column is LowCardinality.
 */
const WITHOUT_VERSION = `replaceRegexpOne(toString(client), ' [0-9]{1,3} / ([A-Za-z]+)$', ' / \\\\1')`;
const BY_THEMSELVES = ['opened', 'clicked', 'viewed', 'section_read', 'paywall_hit', 'offer_shown'] as const;

interface Split {
  readonly kinds: readonly EventKind[];
  readonly verdicts: string;
  readonly column: string;
  readonly key: string;
}

/**
 * People by one property of their events, each under that which most of their events have; where two have as many,
 * under the one that comes first.
 */
const peopleBy = (asked: Asked, { kinds, verdicts, column, key }: Split) => `
  SELECT key, count() AS people
  FROM (
    SELECT reader, argMin(key_of, (-toInt64(events_of), key_of)) AS key
    FROM (
      SELECT reader, ${key} AS key_of, count() AS events_of
      FROM ${eventsWithArrivals(asked, kinds, ['reader', 'verdict', column])}
      WHERE reader != 0 AND verdict IN (${verdicts}) AND ${column} != ''
      GROUP BY reader, key_of
    )
    GROUP BY reader
  )
  GROUP BY key
  ORDER BY people DESC, key`;

const everybody = (asked: Asked) => `
  SELECT uniqExact(reader) AS people, uniqExactIf(reader, kind = 'viewed') AS viewers
  FROM ${eventsWithArrivals(asked, BY_THEMSELVES, ['reader', 'verdict', 'kind'])}
  WHERE reader != 0 AND (verdict IN ('human', 'proxied') OR (verdict = 'none' AND kind NOT IN ('opened', 'clicked')))`;

/** Who the people are that an issue had to do with, as far as their own fetches say. */
export async function audience(
  engine: Engine,
  { publication, issue }: { readonly publication: PublicationId; readonly issue: IssueId },
): Promise<AudienceRows> {
  const asked = await askedOf(engine, publication, [issue]);
  const split = (one: Split) => engine.rows<PeopleOf>(peopleBy(asked, one));
  const themselves = { kinds: BY_THEMSELVES, verdicts: `'human'` };
  const [countries, clients, devices, referrers, [all]] = await Promise.all([
    split({ ...themselves, column: 'country', key: 'toString(country)' }),
    split({ kinds: ['opened'], verdicts: `'human', 'proxied'`, column: 'client', key: WITHOUT_VERSION }),
    split({ ...themselves, column: 'client', key: WITHOUT_VERSION }),
    split({
      kinds: ['viewed'],
      verdicts: `'none', 'human', 'proxied'`,
      column: 'referrer',
      key: 'toString(referrer)',
    }),
    engine.rows<Pick<AudienceRows, 'people' | 'viewers'>>(everybody(asked)),
  ]);
  return { countries, clients, devices, referrers, people: all?.people ?? 0, viewers: all?.viewers ?? 0 };
}
