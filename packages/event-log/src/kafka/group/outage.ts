import type { KafkaLogger } from '../options.ts';
import { refusedWith } from './group-protocol.ts';

const AGAIN_AFTER_MS = 60_000;

/** Says that something fails when it begins to, then once a minute, and when it works again. */
export class Outage {
  readonly #logger: KafkaLogger;
  readonly #what: string;
  #saidAt: number | null = null;

  constructor(logger: KafkaLogger, what: string) {
    this.#logger = logger;
    this.#what = what;
  }

  goesOn(error: unknown): void {
    const now = performance.now();
    if (this.#saidAt !== null && now - this.#saidAt < AGAIN_AFTER_MS) return;
    this.#saidAt = now;
    const said = error instanceof Error ? error.message : String(error);
    this.#logger.warn({ error: said }, `${this.#what}; it is tried on. ${adviceFor(error)}`.trim());
  }

  isOver(): void {
    if (this.#saidAt !== null) this.#logger.info({}, `${this.#what}: not any more`);
    this.#saidAt = null;
  }
}

function adviceFor(error: unknown): string {
  if (refusedWith(error, 'groupAuthorizationFailed')) return 'The account may not read in this group: grant it that.';
  if (refusedWith(error, 'topicAuthorizationFailed')) return 'The account may not read the topic: grant it that.';
  if (refusedWith(error, 'unknownTopicOrPartition')) return 'The topic is made when the first events are sent on.';
  return '';
}

/** Waits before another try, in milliseconds: at once the first time, then longer and longer. */
export function pauseBefore(attempt: number): number {
  return attempt === 0 ? 0 : Math.min(5_000, 100 * 2 ** (attempt - 1));
}
