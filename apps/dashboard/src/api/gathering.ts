/**
 * Passes on what is added: at once after a quiet time, else gathered, once in `pauseMs`.
 * So the first open shows immediately and a storm of them asks the server once a second.
 */
export class Gathering<Thing> {
  readonly #pauseMs: number;
  readonly #pass: (things: ReadonlySet<Thing>) => void;
  #waiting = new Set<Thing>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(pauseMs: number, pass: (things: ReadonlySet<Thing>) => void) {
    this.#pauseMs = pauseMs;
    this.#pass = pass;
  }

  add(things: Iterable<Thing>): void {
    for (const one of things) this.#waiting.add(one);
    if (this.#timer === undefined) this.#flush();
  }

  /** Forgets what waits. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = new Set();
  }

  #flush(): void {
    this.#timer = undefined;
    if (this.#waiting.size === 0) return;
    const gathered = this.#waiting;
    this.#waiting = new Set();
    this.#timer = setTimeout(() => this.#flush(), this.#pauseMs);
    this.#pass(gathered);
  }
}
