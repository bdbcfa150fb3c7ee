import { Refusal } from '../http/problem.ts';

const FIRST = Date.UTC(1990, 0, 1);
/** The last instant that an event can have. */
const LAST = 4_102_444_799_999;

/** A point in time that events can have. @throws {Refusal} naming the field. */
export function instantOf(iso: string, path: string): Date {
  const time = Date.parse(iso);
  if (!(time >= FIRST && time <= LAST)) {
    throw new Refusal('invalid_request', `${path}: Not between 1990 and 2099.`, {
      errors: [{ path, message: 'Not between 1990 and 2099.' }],
    });
  }
  return new Date(time);
}
