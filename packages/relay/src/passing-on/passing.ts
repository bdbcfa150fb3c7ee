import type { EventLog } from '@readout/event-log';
import type { Logger } from 'pino';
import { sizeAfter } from '../message/edits.ts';
import type { Prepared } from '../message/prepare.ts';
import type { Preparing } from '../message/preparing.ts';
import type { RelayMetrics } from '../metrics.ts';
import { readStructure, UnreadableMessageError } from '../mime/structure.ts';
import type { Entry, Outcome } from '../queue/entry.ts';
import type { Queue } from '../queue/queue.ts';
import type { Answer } from './answer.ts';
import { bounceOf, namedBy } from './bounce.ts';
import { Deliveries, type Delivery } from './deliveries.ts';
import { edited } from './edited.ts';
import { factsOf } from './facts.ts';
import type { NextServer } from './next-server.ts';
import type { Sign } from './signing.ts';

const MINUTE_MS = 60_000;
/** After each attempt of a message that was put off; the last one again and again. */
const MESSAGE_RETRY_MS = [1, 2, 5, 10, 20, 30].map((minutes) => minutes * MINUTE_MS);
/** While the server cannot be used, which holds for all messages. */
const SERVER_RETRY_MS = [500, 1_000, 2_000, 5_000, 10_000, 30_000, MINUTE_MS];
const LOG_RETRY_MS = 2_000;
const STOPS_WITHIN_MS = 8_000;
const IN_CIRCLES: Answer = {
  kind: 'refused',
  response: '554 The message goes round in circles: it has come through more than 100 servers',
  code: 554,
  isCutOff: false,
};
/** What an operator should hear of; the rest is as it should be. */
const WORTH_TELLING = new Set<Prepared['result']>(['unreadable', 'unsafe_link', 'unknown_issue', 'too_many_issues']);
/** Of a DKIM signature. */
const SIGNATURE_BYTES = 1_500;

export interface PassingParts {
  readonly queue: Queue;
  readonly preparing: Preparing;
  readonly next: NextServer;
  /** At most so many at one time. */
  readonly connections: number;
  /** Null: nothing is signed. */
  readonly sign: Sign | null;
  readonly log: Pick<EventLog, 'appendAll'>;
  readonly metrics: RelayMetrics;
  readonly logger: Logger;
  readonly name: string;
  readonly triesForMs: number;
  readonly onFailure: (error: unknown) => void;
}

/** Passes messages on, the oldest first, each to one recipient at a time, and tells the log what came of it. */
export class Passing {
  readonly #parts: PassingParts;
  readonly #deliveries = new Deliveries();
  /** What is not settled and told yet, by message. */
  readonly #open = new Map<string, number>();
  #running = 0;
  /** Of these, messages on their way: telling the log takes nobody's place. */
  #sending = 0;
  #isStopped = false;
  #serverFailures = 0;
  #serverDue = 0;
  #timer: NodeJS.Timeout | null = null;
  #idle: (() => void) | null = null;
  readonly #untold: { readonly entry: Entry; readonly outcome: Outcome }[] = [];
  #isTelling = false;
  #logTimer: NodeJS.Timeout | null = null;

  constructor(parts: PassingParts) {
    this.#parts = parts;
  }

  /** With what a former process left. */
  start(): void {
    for (const entry of this.#parts.queue.entries) this.#enter(entry);
    this.#go();
  }

  /** A message that was just taken. */
  take(entry: Entry): void {
    this.#enter(entry);
    this.#go();
  }

  /** Lets messages that are on their way arrive, though not for ever: what did not is passed on by the next process. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#logTimer !== null) clearTimeout(this.#logTimer);
    let late: NodeJS.Timeout | undefined;
    await Promise.race([
      new Promise<void>((resolve) => {
        this.#idle = resolve;
        if (this.#running === 0) resolve();
      }),
      new Promise<void>((resolve) => {
        late = setTimeout(resolve, STOPS_WITHIN_MS);
      }),
    ]);
    clearTimeout(late);
    await this.#parts.next.close();
  }

  #enter(entry: Entry): void {
    const untold = [...entry.outcomes.values()].filter(({ state }) => state !== 'told');
    const open = this.#deliveries.add(entry) + untold.length;
    this.#open.set(entry.id, open);
    for (const outcome of untold) this.#untold.push({ entry, outcome });
    if (untold.length > 0) this.#tell();
    if (open === 0) this.#run(this.#forget(entry));
  }

  /** Begins as many as may run. */
  #go(): void {
    if (this.#isStopped) return;
    const now = Date.now();
    // While the server is away one at a time finds out whether it is back.
    const most = this.#serverFailures > 0 ? 1 : this.#parts.connections;
    while (this.#sending < most && now >= this.#serverDue) {
      const delivery = this.#deliveries.next(now);
      if (delivery === null) break;
      this.#sending++;
      this.#run(this.#deliver(delivery).finally(() => this.#sending--));
    }
    this.#wakeWhenDue(now);
  }

  #run(work: Promise<void>): void {
    this.#running++;
    work.catch(this.#parts.onFailure).finally(() => {
      this.#running--;
      if (this.#isStopped && this.#running === 0) this.#idle?.();
      this.#go();
    });
  }

  #wakeWhenDue(now: number): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const due = this.#serverDue > now ? this.#serverDue : this.#deliveries.nextDue();
    if (due === null) return;
    this.#timer = setTimeout(() => this.#go(), Math.max(10, due - now));
  }

  async #deliver(delivery: Delivery): Promise<void> {
    const { entry, address } = delivery;
    const { metrics } = this.#parts;
    let prepared: Prepared;
    let answer: Answer;
    try {
      prepared = await this.#parts.preparing.for(entry, address);
      answer = prepared.isLoop ? IN_CIRCLES : await this.#send(delivery, prepared);
    } catch (error) {
      if (this.#isStopped) return;
      // The disk cannot be read, or something that nobody has foreseen: neither is a reason to lose the message.
      this.#parts.logger.error({ err: error, message: entry.id }, 'a message could not be passed on, and is kept');
      metrics.retries('disk');
      this.#deliveries.putOff(delivery, Date.now() + pauseAfter(delivery.attempts, MESSAGE_RETRY_MS));
      return;
    }
    if (answer.kind === 'later') await this.#later(delivery, prepared, answer);
    else await this.#settled(delivery, prepared, answer);
  }

  #send({ entry, address }: Delivery, { edits }: Prepared): Promise<Answer> {
    const { next, sign } = this.#parts;
    const { from, eightBit } = entry.envelope;
    return next.send({
      from,
      to: address,
      size: sizeAfter(entry.size, edits) + (sign === null ? 0 : SIGNATURE_BYTES),
      eightBit,
      open: () => {
        const message = edited((start, end) => entry.read(start, end), entry.size, edits);
        return sign === null ? message : sign(message);
      },
    });
  }

  async #settled(delivery: Delivery, prepared: Prepared, answer: Exclude<Answer, { kind: 'later' }>): Promise<void> {
    const { metrics, logger } = this.#parts;
    const { entry } = delivery;
    this.#serverIs(true, answer.response);
    const isAccepted = answer.kind === 'accepted';
    const facts = prepared.recipient === null ? [] : factsOf(prepared.recipient, isAccepted, Date.now());
    metrics.prepared(prepared.result);
    metrics.passedOn(answer.kind);
    if (!isAccepted) logger.warn({ message: entry.id, answer: answer.response }, 'a message was refused for good');
    else if (WORTH_TELLING.has(prepared.result))
      logger.info({ message: entry.id, result: prepared.result, why: prepared.detail }, 'a message passed as it came');
    await this.#settle(delivery, { state: isAccepted ? 'passed' : 'refused', facts });
    if (!isAccepted) await this.#bounce(delivery, answer.response, false);
  }

  async #later(delivery: Delivery, prepared: Prepared, answer: Answer & { kind: 'later' }): Promise<void> {
    const { metrics, logger, triesForMs } = this.#parts;
    const { entry } = delivery;
    const now = Date.now();
    if (answer.isOfServer) this.#serverIs(false, answer.response);
    metrics.retries(answer.isOfServer ? 'server' : 'message');
    if (now - entry.receivedAt >= triesForMs) {
      logger.warn({ message: entry.id, answer: answer.response }, 'a message was tried until its time was up');
      metrics.prepared(prepared.result);
      metrics.passedOn('expired');
      const facts = prepared.recipient === null ? [] : factsOf(prepared.recipient, false, now);
      await this.#settle(delivery, { state: 'refused', facts });
      await this.#bounce(delivery, answer.response, true);
    } else if (answer.isOfServer) this.#deliveries.putBack(delivery);
    else this.#deliveries.putOff(delivery, now + pauseAfter(delivery.attempts, MESSAGE_RETRY_MS));
  }

  /** What became of a recipient is on disk before anything else is done: it must not be done twice. */
  async #settle({ entry, recipient }: Delivery, { state, facts }: Pick<Outcome, 'state' | 'facts'>): Promise<void> {
    const isTold = facts === undefined || facts.length === 0;
    const outcome: Outcome = { recipient, state: isTold ? 'told' : state, ...(isTold ? {} : { facts }) };
    await this.#parts.queue.settle(entry, outcome);
    if (isTold) return this.#done(entry);
    this.#untold.push({ entry, outcome });
    this.#tell();
  }

  /** Tells the log; while it takes nothing what it is to have waits here, and on disk. */
  #tell(): void {
    if (this.#isTelling || this.#untold.length === 0) return;
    this.#isTelling = true;
    const some = this.#untold.splice(0, 500);
    const tellAll = async (): Promise<void> => {
      try {
        await this.#parts.log.appendAll(some.flatMap(({ outcome }) => outcome.facts ?? []));
      } catch (error) {
        this.#parts.metrics.retries('log');
        this.#parts.logger.warn({ err: error }, 'the event log takes nothing: what became of messages waits for it');
        this.#untold.unshift(...some);
        this.#isTelling = false;
        if (!this.#isStopped) this.#logTimer = setTimeout(() => this.#tell(), LOG_RETRY_MS);
        return;
      }
      this.#isTelling = false;
      // A repeat after a crash changes nothing: recipients are counted as distinct readers.
      for (const { entry, outcome } of some) {
        if ((this.#open.get(entry.id) ?? 1) > 1) await this.#parts.queue.noteTold(entry, outcome.recipient);
        await this.#done(entry);
      }
      this.#tell();
    };
    this.#run(tellAll());
  }

  async #done(entry: Entry): Promise<void> {
    const open = (this.#open.get(entry.id) ?? 1) - 1;
    this.#open.set(entry.id, open);
    if (open <= 0) await this.#forget(entry);
  }

  async #forget(entry: Entry): Promise<void> {
    this.#open.delete(entry.id);
    await this.#parts.queue.remove(entry);
  }

  #serverIs(up: boolean, response: string): void {
    const { metrics, logger } = this.#parts;
    metrics.nextIs(up);
    if (up) {
      if (this.#serverFailures > 0) logger.info('the next mail server takes messages again');
      this.#serverFailures = 0;
      this.#serverDue = 0;
      return;
    }
    if (this.#serverFailures === 0) {
      logger.warn({ answer: response }, 'the next mail server cannot be used: messages wait in the queue');
    }
    this.#serverDue = Date.now() + pauseAfter(this.#serverFailures, SERVER_RETRY_MS);
    this.#serverFailures++;
  }

  /** A bounce has no sender itself, so that it is never answered by another. */
  async #bounce({ entry, address }: Delivery, response: string, isExpired: boolean): Promise<void> {
    const { queue, name, logger } = this.#parts;
    const to = entry.envelope.from;
    if (to === '') return;
    const at = new Date();
    const named = namedBy(await headerOf(entry));
    const text = bounceOf({ name, to, recipient: address, response, isExpired, ...named, at });
    const envelope = { publication: null, from: '', to: [to], eightBit: true, receivedAt: at.getTime() };
    try {
      this.take(await queue.take(envelope, text, nothing()));
    } catch (error) {
      logger.error({ err: error, message: entry.id }, 'a sender could not be told that a message was not delivered');
    }
  }
}

async function* nothing(): AsyncGenerator<Buffer> {}

async function headerOf(entry: Entry) {
  try {
    return (await readStructure(entry.read())).root.fields;
  } catch (error) {
    if (error instanceof UnreadableMessageError) return error.fields;
    throw error;
  }
}

function pauseAfter(attempts: number, pauses: readonly number[]): number {
  return pauses[Math.min(attempts, pauses.length - 1)] ?? MINUTE_MS;
}
