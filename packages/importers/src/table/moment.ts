import { type Instant, instantIn } from '../instant.ts';

/** RFC 5322, as in mail: `Tue, 02 Jan 2024 10:00:00 +0000`. */
const MAIL =
  /^(?:[a-z]{3}, )?\d{1,2} [a-z]{3} \d{4} \d{2}:\d{2}(?::\d{2})? (?:[+-]\d{4}|gmt|utc|ut|z)(?: \([a-z ]+\))?$/i;
const COUNT = /^\d{9,16}(?:\.\d+)?$/;
/** Year, month and day with slashes, or without zeroes. */
const DAY = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?=$|[T ])/;
/** No newsletter is older; what comes out beyond the second is no time. */
const EARLIEST = Date.UTC(1990, 0, 1);
const DASH = 45;
const LATEST = Date.UTC(2200, 0, 1);

/**
 * Reads a time as tables have it: as `instantIn`, also with slashes and single digits, as in mail, or in seconds,
 * milliseconds or microseconds since 1970. Null where it is none: a day before its month is not guessed at.
 */
export function momentIn(text: string): Instant | null {
  const written = text.trim();
  // By far the most are ISO's, and the other shapes need not be looked for in them.
  const moment = (written.charCodeAt(4) === DASH ? instantIn(written) : null) ?? otherwise(written);
  return moment !== null && moment.time >= EARLIEST && moment.time < LATEST ? moment : null;
}

function otherwise(written: string): Instant | null {
  if (COUNT.test(written)) return counted(written);
  return MAIL.test(written) ? mailed(written) : instantIn(iso(written));
}

function counted(written: string): Instant {
  const digits = written.indexOf('.') === -1 ? written.length : written.indexOf('.');
  const unit = digits <= 10 ? 1_000 : digits <= 13 ? 1 : 0.001;
  return { time: Math.floor(Number(written) * unit), hasZone: true };
}

function mailed(written: string): Instant | null {
  const time = Date.parse(written);
  return Number.isNaN(time) ? null : { time, hasZone: true };
}

/** `2024/1/2 9:05` as `2024-01-02 09:05`, and `+0000 UTC` as `+0000`. */
function iso(written: string): string {
  return written
    .replace(
      DAY,
      (_, year: string, __, month: string, day: string) => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
    )
    .replace(/[T ] *(\d):/, ' 0$1:')
    .replace(/([+-]\d{4}) UTC$/, '$1');
}
