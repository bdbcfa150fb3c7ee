import type { Entry } from '../queue/entry.ts';

/** A message on its way to one of its recipients. */
export interface Delivery {
  readonly entry: Entry;
  /** Index into the envelope's. */
  readonly recipient: number;
  readonly address: string;
  attempts: number;
  /** UTC, milliseconds: not before. */
  due: number;
}

/** What is to be passed on, in the order in which it came; what has to wait steps aside for so long. */
export class Deliveries {
  #ready: Delivery[] = [];
  #taken = 0;
  readonly #later = new Set<Delivery>();

  /** Whatever of a message is not settled yet. @returns how many recipients that are. */
  add(entry: Entry): number {
    const open = entry.envelope.to.flatMap((address, recipient) =>
      entry.outcomes.has(recipient) ? [] : [{ entry, recipient, address, attempts: 0, due: 0 }],
    );
    this.#ready.push(...open);
    return open.length;
  }

  /** The next one that may be tried; null: none may at present. */
  next(now: number): Delivery | null {
    const due = [...this.#later].filter((delivery) => delivery.due <= now);
    if (due.length > 0) {
      for (const delivery of due) this.#later.delete(delivery);
      // They came before what waits here.
      this.#ready = [...due, ...this.#ready.slice(this.#taken)];
      this.#taken = 0;
    }
    const next = this.#ready[this.#taken] ?? null;
    if (next === null) {
      this.#ready = [];
      this.#taken = 0;
    } else this.#taken++;
    return next;
  }

  /** Back to its place, as nothing was found out about it. */
  putBack(delivery: Delivery): void {
    const rest = this.#ready.slice(this.#taken);
    const after = rest.findIndex((other) => isBefore(delivery, other));
    rest.splice(after === -1 ? rest.length : after, 0, delivery);
    this.#ready = rest;
    this.#taken = 0;
  }

  /** To be tried again at `due`. */
  putOff(delivery: Delivery, due: number): void {
    delivery.due = due;
    delivery.attempts++;
    this.#later.add(delivery);
  }

  /** When the first of those that were put off is due; null: there is none. */
  nextDue(): number | null {
    let first: number | null = null;
    for (const { due } of this.#later) if (first === null || due < first) first = due;
    return first;
  }
}

/** Messages are named by when they came. */
function isBefore(one: Delivery, other: Delivery): boolean {
  return one.entry.id === other.entry.id ? one.recipient < other.recipient : one.entry.id < other.entry.id;
}
