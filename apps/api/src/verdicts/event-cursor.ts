import { invalidCursor } from '@readout/catalog';
import type { JudgedEvent } from '@readout/warehouse';

type Place = Pick<JudgedEvent, 'time' | 'origin'>;

/** The last event of a page, as a word for the next one. */
export function encodeEventCursor({ time, origin: { partition, collector, position } }: Place): string {
  return Buffer.from([time, partition, collector, position].join(' '), 'latin1').toString('base64url');
}

/** @throws {InvalidCursorError} for whatever `encodeEventCursor` cannot have written. */
export function decodeEventCursor(cursor: string): Place {
  const numbers = Buffer.from(cursor, 'base64url').toString('latin1').split(' ').map(Number);
  const [time = -1, partition = -1, collector = -1, position = -1] = numbers;
  const place = { time, origin: { partition, collector, position } };
  const isWhole = numbers.every((number) => Number.isSafeInteger(number) && number >= 0);
  // Written again it has to come out the same: base64 and numbers both have many spellings of one value.
  if (isWhole && encodeEventCursor(place) === cursor) return place;
  throw invalidCursor();
}
