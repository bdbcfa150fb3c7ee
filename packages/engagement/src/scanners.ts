import type { Seen } from './seen.ts';
import { earliest } from './visit.ts';

const MINUTE = 60_000;
/** How much later a scanner may be recognised and still tell who came before it. */
export const LOOKS_AHEAD = 4 * MINUTE;

/** The scanners found in one message: who they are, and when they came. */
export class Scanners {
  readonly #first = new Map<string, number>();
  readonly #firstInHoneypot = new Map<string, number>();
  /** In order, as they are noted. */
  readonly #times: number[] = [];

  get found(): boolean {
    return this.#times.length > 0;
  }

  /** In order of time. */
  note(seen: Seen): void {
    this.#times.push(seen.time);
    const actor = actorOf(seen);
    if (actor !== null) earliest(this.#first, actor, seen.time);
  }

  noteHoneypot(seen: Seen): void {
    this.note(seen);
    const actor = actorOf(seen);
    if (actor !== null) earliest(this.#firstInHoneypot, actor, seen.time);
  }

  /** The same client in the same place is known for a scanner, or soon will be. */
  areLike(seen: Seen): boolean {
    return isKnown(this.#first, seen, LOOKS_AHEAD);
  }

  /** The same client in the same place followed an invisible link, a minute later at most. */
  followedHoneypotBeside(seen: Seen): boolean {
    return isKnown(this.#firstInHoneypot, seen, MINUTE);
  }

  /** A scanner was there within a minute. */
  wereThereAt(time: number): boolean {
    return this.#times.some((one) => Math.abs(one - time) <= MINUTE);
  }
}

/** What client and place tell from others; null where the place is not known, since many have the same client. */
function actorOf(seen: Seen): string | null {
  return seen.place === 0 ? null : `${seen.place} ${seen.client}`;
}

function isKnown(times: ReadonlyMap<string, number>, seen: Seen, ahead: number): boolean {
  if (times.size === 0) return false;
  const actor = actorOf(seen);
  const first = actor === null ? undefined : times.get(actor);
  return first !== undefined && first <= seen.time + ahead;
}
