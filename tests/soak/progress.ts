const EVERY_MS = 3_000;
const BAR = 30;

/** Says on the terminal how far something is: a bar that stays in its line, or now and then a line of a file. */
export class Progress {
  readonly #what: string;
  readonly #all: number;
  readonly #began = performance.now();
  #toldAt = 0;

  constructor(what: string, all: number) {
    this.#what = what;
    this.#all = all;
  }

  at(done: number): void {
    const now = performance.now();
    const onTerminal = process.stderr.isTTY;
    if (now - this.#toldAt < (onTerminal ? EVERY_MS / 10 : EVERY_MS)) return;
    this.#toldAt = now;
    const share = Math.min(1, done / this.#all);
    const perSecond = Math.round(done / ((now - this.#began) / 1000));
    const bar = '█'.repeat(Math.round(share * BAR)).padEnd(BAR, '░');
    const line = `${this.#what} ${bar} ${Math.floor(share * 100)} %  ${done} of ${this.#all}, ${perSecond} per second`;
    process.stderr.write(onTerminal ? `\r${line}\x1b[K` : `${line}\n`);
  }

  end(): void {
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  }
}
