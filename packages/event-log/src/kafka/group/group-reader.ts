import { type LogReader, LogUnavailableError, type OwnedPartition } from '../../event-log.ts';
import type { KafkaLogger } from '../options.ts';
import { type GroupProtocol, HEARTBEAT_MS, SESSION_MS } from './group-protocol.ts';
import { GroupReading } from './group-reading.ts';
import type { MembershipTimes } from './membership.ts';

const TIMES: MembershipTimes = { sessionMs: SESSION_MS, heartbeatMs: HEARTBEAT_MS };

export interface GroupReaderOptions {
  readonly topic: string;
  readonly logger: KafkaLogger;
}

/**
 * A topic's partitions, dealt out among the members of a consumer group. Both clients are used for their requests
 * only: the group itself is ours, and the same for both, since
 *
 * - a partition that goes has to be let finish what it is writing before it is another's, which neither client's
 *   consumer waits for: both join anew at once;
 * - one that stays should be read on, which takes cooperative rebalancing, and neither has that;
 * - members say that they are alive for as long as the process is, however long a batch takes to be written;
 * - kafkajs's consumer may go on with partitions it has lost (its issue 1046), handles the brokers' partitions in step,
 *   and ends for good on what it takes for fatal; @platformatic/kafka 1.x never looks for a coordinator that has moved.
 *
 * Members of both clients understand each other, so one can be exchanged for the other without a pause.
 */
export class GroupReader implements LogReader {
  readonly #protocol: GroupProtocol;
  readonly #options: GroupReaderOptions;
  readonly #times: MembershipTimes;
  readonly #closing = new AbortController();
  #reading: GroupReading | null = null;
  #following: Promise<void> = Promise.resolve();

  /** Connects to nothing yet. */
  constructor(protocol: GroupProtocol, options: GroupReaderOptions, times: MembershipTimes = TIMES) {
    this.#protocol = protocol;
    this.#options = options;
    this.#times = times;
  }

  async *partitions(signal: AbortSignal): AsyncGenerator<OwnedPartition> {
    // One stay in the group at a time.
    await this.#following;
    if (this.#reading !== null) throw new Error('partitions() is iterated already');
    const broken = new AbortController();
    const stop = AbortSignal.any([signal, this.#closing.signal, broken.signal]);
    const reading = new GroupReading(this.#protocol, this.#options, this.#times, stop);
    this.#reading = reading;
    this.#following = reading.follow().finally(() => {
      this.#reading = null;
    });
    try {
      for (let held = await reading.next(); held !== null; held = await reading.next()) yield held;
    } finally {
      broken.abort();
    }
  }

  async lag(): Promise<number> {
    if (this.#reading === null) throw new LogUnavailableError('Kafka is not being read.');
    return this.#reading.lag();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#following;
    this.#protocol.cut();
  }
}
