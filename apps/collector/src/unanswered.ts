import { type Answer, UNAVAILABLE } from './answer.ts';

/** Somebody who waits for an answer. */
export interface Client {
  answer(answer: Answer): void;
}

/** What became of a client's hit. `late`: answered before the disk was done, which a redirect does not wait for for ever. */
export type Fate = 'recorded' | 'unrecorded' | 'refused' | 'late';

/** How long a redirect waits for the disk, and how long a pixel does, in milliseconds. */
const REDIRECT_PATIENCE_MS = 1_000;
const PIXEL_PATIENCE_MS = 10_000;
const LOOK_EVERY_MS = 250;

export interface UnansweredEvents {
  /** @param waited milliseconds from arrival to answer. */
  answered(kind: 'opened' | 'clicked', fate: Fate, waited: number): void;
  /** What a whole group was refused for. */
  failed(error: unknown): void;
}

/** The clients whose records are in one group commit. */
interface Group {
  readonly done: Promise<void>;
  readonly clients: Client[];
  /** What each is answered once its record is on disk. A redirect's answer holds in any case. */
  readonly answers: Answer[];
  readonly kinds: ('opened' | 'clicked')[];
  readonly arrivals: number[];
  /** Whether the redirects, and whether all, have been answered for lack of patience. */
  redirected: boolean;
  over: boolean;
}

/**
 * Holds clients until their records are on disk. Records of one group commit share a promise, so that there is one
 * wait for all of them, and none for each.
 */
export class Unanswered {
  readonly #events: UnansweredEvents;
  /** Milliseconds of a clock that never goes back. */
  readonly #clock: () => number;
  readonly #groups = new Set<Group>();
  #newest: Group | null = null;
  readonly #timer: NodeJS.Timeout;

  constructor(events: UnansweredEvents, clock: () => number) {
    this.#events = events;
    this.#clock = clock;
    this.#timer = setInterval(() => this.#loosePatience(), LOOK_EVERY_MS).unref();
  }

  /** @param done what the log gave for the client's record. */
  add(done: Promise<void>, kind: 'opened' | 'clicked', answer: Answer, client: Client): void {
    let group = this.#newest;
    if (group === null || group.done !== done) {
      group = { done, clients: [], answers: [], kinds: [], arrivals: [], redirected: false, over: false };
      this.#newest = group;
      this.#groups.add(group);
      const opened = group;
      done.then(
        () => this.#finish(opened, true),
        (error: unknown) => {
          this.#events.failed(error);
          this.#finish(opened, false);
        },
      );
    }
    group.clients.push(client);
    group.answers.push(answer);
    group.kinds.push(kind);
    group.arrivals.push(this.#clock());
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #finish(group: Group, onDisk: boolean): void {
    this.#groups.delete(group);
    if (this.#newest === group) this.#newest = null;
    if (group.over) return;
    group.over = true;
    const now = this.#clock();
    for (let at = 0; at < group.clients.length; at++) {
      const isRedirect = group.kinds[at] === 'clicked';
      if (isRedirect && group.redirected) continue;
      const fate = onDisk ? 'recorded' : isRedirect ? 'unrecorded' : 'refused';
      this.#answer(group, at, fate, now);
    }
  }

  #loosePatience(): void {
    const now = this.#clock();
    for (const group of this.#groups) {
      const waited = now - (group.arrivals[0] ?? now);
      if (waited < REDIRECT_PATIENCE_MS) continue;
      const all = waited >= PIXEL_PATIENCE_MS;
      for (let at = 0; at < group.clients.length; at++) {
        const isRedirect = group.kinds[at] === 'clicked';
        if (isRedirect ? group.redirected : !all || group.over) continue;
        this.#answer(group, at, isRedirect ? 'late' : 'refused', now);
      }
      group.redirected = true;
      group.over ||= all;
      // A disk may hang for long: whoever was answered is not kept with it.
      if (all) group.clients.length = 0;
      // Whoever comes now waits in a group of their own.
      if (this.#newest === group) this.#newest = null;
    }
  }

  #answer(group: Group, at: number, fate: Fate, now: number): void {
    const answer = fate === 'refused' ? UNAVAILABLE : group.answers[at];
    if (answer !== undefined) group.clients[at]?.answer(answer);
    this.#events.answered(group.kinds[at] ?? 'opened', fate, now - (group.arrivals[at] ?? now));
  }
}
