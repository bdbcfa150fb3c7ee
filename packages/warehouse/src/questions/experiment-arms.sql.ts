import type { EventKind } from '@readout/events';
import type { Engine } from '../engine/engine.ts';
import type { Course, Exposed, ExposureQuery, Participants } from '../experiment-arms.ts';
import { unsigned, unsignedArray } from '../literal.ts';
import { BY_SOMEBODY } from '../schema/aggregates.sql.ts';
import { text } from '../schema/table.ts';
import { TRIAL_GRACE_DAYS } from '../subscriptions.ts';
import { type Asked, askedOf, eventsHeld } from './arrivals.sql.ts';
import { subscriptionLives, WHOLE_SECOND_MS } from './subscription-lives.sql.ts';

const DAY_MS = 86_400_000;
/** From here on numbers are those of visitors, whom nobody knows: see `visitorAsReader`. */
const FIRST_VISITOR = 2 ** 31;
/** What an age is that is none. */
const NEVER = 65_535;
const MS = 'toInt64(toUnixTimestamp64Milli(time))';
const EXPOSURES: readonly EventKind[] = ['offer_shown', 'paywall_hit', 'call_to_action'];

/** The second point of `pointsOf` in packages/experiments: digits 14 to 26 of the hash, over 2^52. */
const sharePoint = (experiment: string) =>
  `reinterpretAsUInt64(reverse(unhex(concat('000', substring(hex(SHA256(concat(${text(`${experiment}:`)}, toString(reader)))), 14, 13))))) / 4503599627370496`;

function takesPart(participants: Participants | null): string {
  if (participants === null) return 'TRUE';
  const { experiment, visitors, share } = participants;
  if (!(share > 0 && share <= 1)) throw new RangeError(`${share} is no share of people`);
  return [
    ...(visitors ? [] : [`reader < ${unsigned(FIRST_VISITOR)}`]),
    ...(share < 1 ? [`${sharePoint(experiment)} < ${share}`] : []),
    'TRUE',
  ].join(' AND ');
}

/** Subscriptions of each person whom anybody knows. */
const lives = ({ attribution }: Asked, { publication, asOf }: ExposureQuery) => `
  SELECT
    reader AS of_reader,
    arraySort(groupArray((
      toInt64(begun), toInt64(trial_from), toInt64(trial_to), toInt64(cancelled), toInt64(ended),
      arrayConcat(
        arrayMap(x -> (toInt64(x.2), toInt64(x.3), x.4), payments),
        arrayMap(x -> (toInt64(x.2), -toInt64(x.3), x.4), refunds)
      )
    ))) AS lived
  FROM (${subscriptionLives(publication, attribution?.hasLooseRefunds ?? false)})
  WHERE is_known AND begun > 0 AND begun <= ${unsigned(asOf)}
  GROUP BY of_reader`;

/**
 * First exposures. Whoever pays or is in a trial takes no part in an experiment among free readers, and sees the control
 * then: were that an exposure, those whom another arm made subscribe would have seen two arms.
 */
function exposures(asked: Asked, query: ExposureQuery): string {
  const { offers, participants, from, to, asOf } = query;
  const arm = offers === null ? 'toUInt32(1)' : `toUInt32(indexOf(${unsignedArray(offers)}, offer))`;
  const isShown = `reader != 0 AND ${BY_SOMEBODY} AND ${takesPart(participants)}
    AND time >= fromUnixTimestamp64Milli(toInt64(${unsigned(from)}), 'UTC')
    AND time < fromUnixTimestamp64Milli(toInt64(${unsigned(Math.min(to, asOf + 1))}), 'UTC')
    ${offers === null ? '' : `AND offer IN ${unsignedArray(offers)}`}`;
  const seen = `SELECT reader, ${MS} AS at, ${arm} AS arm
    FROM ${eventsHeld(asked, offers === null ? ['paywall_hit'] : EXPOSURES, ['reader', 'time', 'offer', 'verdict'], isShown)}`;
  const wanted =
    participants?.readers !== 'free' || asked.attribution === null
      ? seen
      : `SELECT reader, at, arm FROM (${seen}) AS s GLOBAL LEFT JOIN (${lives(asked, query)}) AS l ON s.reader = l.of_reader
        WHERE NOT arrayExists(x -> x.1 <= at - ${WHOLE_SECOND_MS} AND (x.5 = 0 OR x.5 > at), lived)`;
  return `SELECT reader, min(at) AS shown, if(uniqExact(arm) > 1, 0, any(arm)) AS seen_arm FROM (${wanted}) GROUP BY reader`;
}

/** Grouped by all that is told, so that a million people who did nothing are a row a day. */
function courses(asked: Asked, query: ExposureQuery): string {
  const { publication, to, asOf } = query;
  const now = `toInt64(${unsigned(asOf)})`;
  const age = (moment: string) => `toUInt16(intDiv(${now} - ${moment}, ${DAY_MS}))`;
  const isCalledOff = `x.2 > 0 AND x.4 > 0 AND x.4 < x.3 AND x.4 <= ${now}`;
  const isPaid = `arrayExists(y -> y.2 > 0 AND y.1 <= ${now}, x.6)`;
  const isRunning = `x.2 > 0 AND NOT ${isPaid} AND x.5 = 0 AND NOT (${isCalledOff}) AND (x.3 = 0 OR x.3 + ${TRIAL_GRACE_DAYS * DAY_MS} >= ${now})`;
  const known = `
    SELECT shown, seen_arm, reader,
      ${
        asked.attribution === null
          ? `CAST([], 'Array(Tuple(UInt16, UInt8, UInt16, UInt8, Array(Tuple(UInt16, Int64, String))))')`
          : `arrayMap(
        x -> (
          ${age('x.1')}, toUInt8(x.2 > 0), if(${isCalledOff}, ${age('x.4')}, toUInt16(${NEVER})), toUInt8(${isRunning}),
          arraySort(arrayMap(y -> (${age('y.1')}, y.2, y.3), arrayFilter(y -> y.1 <= ${now}, x.6)))
        ),
        arrayFilter(x -> x.1 > shown - ${WHOLE_SECOND_MS} AND x.1 < ${unsigned(to)}, lived)
      )`
      } AS subscriptions
    FROM (${exposures(asked, query)}) AS e
    ${asked.attribution === null ? '' : `GLOBAL LEFT JOIN (${lives(asked, query)}) AS l ON e.reader = l.of_reader`}`;
  const left = `
    SELECT reader AS left_reader, arraySort(groupArray(${MS})) AS left_at
    FROM ${eventsHeld(asked, ['unsubscribed'], ['reader', 'time', 'verdict'], `publication = ${unsigned(publication)} AND reader != 0 AND time <= fromUnixTimestamp64Milli(${now}, 'UTC')`)}
    GROUP BY left_reader`;
  return `
  SELECT
    seen_arm AS arm,
    if(arm = 0, 0, ${age('shown')}) AS exposed,
    if(arm = 0, [], arraySort(subscriptions)) AS begun,
    if(arm = 0 OR leaving = 0, toUInt16(${NEVER}), ${age('leaving')}) AS unsubscribed,
    toFloat64(count()) AS people
  FROM (
    SELECT shown, seen_arm, subscriptions, arrayFirst(x -> x >= shown, left_at) AS leaving
    FROM (${known}) AS k
    GLOBAL LEFT JOIN (${left}) AS u ON k.reader = u.left_reader
  )
  GROUP BY arm, exposed, begun, unsubscribed
  ORDER BY arm, exposed, begun, unsubscribed`;
}

interface Row {
  /** From 1; 0: several. */
  readonly arm: number;
  readonly exposed: number;
  readonly begun: readonly (readonly [
    begun: number,
    hasTrial: 0 | 1,
    calledOff: number,
    isRunning: 0 | 1,
    money: readonly (readonly [age: number, amount: number, currency: string])[],
  ])[];
  readonly unsubscribed: number;
  readonly people: number;
}

/** See `ExperimentArms`. */
export async function experimentArms(engine: Engine, query: ExposureQuery): Promise<Exposed> {
  const asked = await askedOf(engine, query.publication, null);
  const rows = await engine.rows<Row>(courses(asked, query));
  return {
    courses: rows.filter(({ arm }) => arm > 0).map(courseOf),
    mixed: rows.find(({ arm }) => arm === 0)?.people ?? 0,
  };
}

function courseOf({ arm, exposed, begun, unsubscribed, people }: Row): Course {
  return {
    arm: arm - 1,
    exposed,
    subscriptions: begun.map(([at, hasTrial, calledOff, isRunning, money]) => ({
      begun: at,
      hasTrial: hasTrial === 1,
      calledOff: ageOrNever(calledOff),
      isRunning: isRunning === 1,
      money: money.map(([age, amount, currency]) => ({ age, amount: Number(amount), currency })),
    })),
    unsubscribed: ageOrNever(unsubscribed),
    people,
  };
}

const ageOrNever = (age: number) => (age === NEVER ? null : age);
