import { KafkaRefusal, REFUSED } from './group-protocol.ts';

/** A broker answers one request of a connection after the other: each kind of waiting has connections of its own. */
export type Line = 'membership' | 'fetching' | 'asking';

/** Answers that say nothing about where the brokers are. */
const STAYS_CONNECTED: ReadonlySet<number> = new Set([
  REFUSED.offsetOutOfRange,
  REFUSED.illegalGeneration,
  REFUSED.unknownMember,
  REFUSED.rebalanceInProgress,
  REFUSED.memberIdRequired,
]);

/**
 * Connections by what they are used for, made when they are needed. Whatever fails ends them, so that the next ones
 * start from what the brokers know by then.
 */
export class Lines<Connected extends { cut(): void }> {
  readonly #connect: (line: Line) => Connected;
  readonly #refusalOf: (error: unknown) => KafkaRefusal | null;
  readonly #lines = new Map<Line, Connected>();
  #isCut = false;

  /** @param refusalOf what a broker said, where an error is a broker's answer */
  constructor(connect: (line: Line) => Connected, refusalOf: (error: unknown) => KafkaRefusal | null) {
    this.#connect = connect;
    this.#refusalOf = refusalOf;
  }

  async over<T>(line: Line, work: (connected: Connected) => Promise<T>): Promise<T> {
    if (this.#isCut) throw new Error('reading from Kafka has ended');
    const connected = this.#lines.get(line) ?? this.#connect(line);
    this.#lines.set(line, connected);
    try {
      return await work(connected);
    } catch (error) {
      const refusal = error instanceof KafkaRefusal ? error : this.#refusalOf(error);
      if (refusal === null || !STAYS_CONNECTED.has(refusal.errorCode)) {
        connected.cut();
        if (this.#lines.get(line) === connected) this.#lines.delete(line);
      }
      throw refusal ?? error;
    }
  }

  cut(): void {
    this.#isCut = true;
    for (const connected of this.#lines.values()) connected.cut();
    this.#lines.clear();
  }
}
