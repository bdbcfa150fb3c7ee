/** A moment as a file has it. */
interface Instant {
  /** UTC, milliseconds. */
  readonly time: number;
  /** Whether it says in which zone it is; where not, it was read as UTC. */
  readonly hasZone: boolean;
}

const SHAPE =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/i;
const MINUTE_MS = 60_000;
const [T, Z] = [84, 90];
const PLAIN_LENGTH = '2026-03-02T06:30:00.000Z'.length;

/**
 * Reads a moment in the shapes that exports have: ISO 8601, with a space in place of the T, without seconds, of a day
 * alone. Null: it is none.
 */
export function instantIn(text: string): Instant | null {
  // By far the most are written like this one, and there are millions of them.
  if (text.length === PLAIN_LENGTH && text.charCodeAt(10) === T && text.charCodeAt(PLAIN_LENGTH - 1) === Z) {
    const time = Date.parse(text);
    // Of a day that its month does not have the engine makes one of the next month.
    if (!Number.isNaN(time) && text.slice(8, 10) <= '28') return { time, hasZone: true };
  }
  const found = SHAPE.exec(text.trim());
  if (found === null) return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone] = found;
  const milliseconds = Number(fraction.padEnd(3, '0').slice(0, 3));
  const at = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const back = new Date(at);
  // The 30th of February would be the 2nd of March.
  const isOne =
    back.getUTCMonth() === Number(month) - 1 &&
    back.getUTCDate() === Number(day) &&
    Number(hour) < 24 &&
    Number(minute) < 60 &&
    Number(second) < 60;
  return isOne ? { time: at + milliseconds - offsetOf(zone) * MINUTE_MS, hasZone: zone !== undefined } : null;
}

/** Minutes ahead of UTC. */
function offsetOf(zone: string | undefined): number {
  const found = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone ?? '');
  if (found === null) return 0;
  const [, sign, hours, minutes = '0'] = found;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
