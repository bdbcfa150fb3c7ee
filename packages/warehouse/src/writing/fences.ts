import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Engine } from '../engine/engine.ts';
import { FencedError, PartitionHeldError } from '../errors.ts';
import { unsigned } from '../literal.ts';
import { text } from '../schema/table.ts';

/** Stands in the server's list of running queries, so that a new owner can wait for what the last one began. */
export const WRITING = 'readout writes';

const LOOK_AGAIN_MS = 50;
const EPOCH_DIGITS = 16;
const HOLD_MS = 30_000;
const HELD = / held until (\d+)$/;

interface ClaimRow {
  readonly partition: number;
  readonly claim: string;
}

/**
 * Sees to it that a partition's events have one writer at a time, whatever Kafka's group believes (decision 0006).
 *
 * The highest claim of a partition is its owner's. Every write asks, within its own statement, whether its claims are
 * still the highest, and writes nothing where they are not. So once a new claim is in the table, writes that begin
 * are refused; and those that began before are in the server's list of running queries, where the claimant waits for
 * their end. What it reads after that is all that its predecessor ever wrote.
 *
 * In this process nobody else can write, and there is nothing to fence.
 */
export class Fences {
  readonly #engine: Engine;
  readonly #held = new Map<number, string>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  /** @throws {PartitionHeldError} while it is being rebuilt: try again. */
  async claim(partition: number): Promise<void> {
    if (!this.#engine.isShared) return;
    const newest = (await this.#newest([partition]))[0]?.claim;
    const heldUntil = Number(HELD.exec(newest ?? '')?.[1] ?? 0);
    if (Date.now() < heldUntil) throw new PartitionHeldError(partition);
    this.#held.set(partition, await this.#add(partition, newest, randomUUID()));
  }

  /** A claim that keeps everybody else from claiming for half a minute: nothing is written to the partition then. */
  async hold(partition: number): Promise<void> {
    if (!this.#engine.isShared) return;
    const newest = (await this.#newest([partition]))[0]?.claim;
    const until = Date.now() + HOLD_MS;
    this.#held.set(partition, await this.#add(partition, newest, `${randomUUID()} held until ${until}`));
  }

  /** Others may claim again. */
  async unhold(partition: number): Promise<void> {
    if (!this.#engine.isShared || !this.#held.delete(partition)) return;
    await this.#add(partition, (await this.#newest([partition]))[0]?.claim, randomUUID());
  }

  /** Puts a claim above the newest one, and waits until what began under another one has ended. */
  async #add(partition: number, newest: string | undefined, name: string): Promise<string> {
    const epoch = Number(newest?.slice(0, EPOCH_DIGITS) ?? 0) + 1;
    const claim = `${String(epoch).padStart(EPOCH_DIGITS, '0')} ${name}`;
    const text = `${unsigned(partition)}\t${claim}\n`;
    await this.#engine.insert({ table: 'fences', columns: ['partition', 'claim'], text });
    while (await this.#isBeingWritten(partition)) await sleep(LOOK_AGAIN_MS);
    return claim;
  }

  /**
   * After a write whose outcome is unknown: when it resolves, that write has ended, done or not.
   * @throws {FencedError} where somebody else has claimed one of them.
   */
  async settle(partitions: ReadonlySet<number>): Promise<void> {
    if (!this.#engine.isShared) return;
    const lost = await this.giveUpLost(partitions);
    if (lost.partitions.length > 0) throw lost;
    for (const partition of partitions) await this.claim(partition);
  }

  /** Every partition that somebody has ever claimed: no other is written to. */
  async claimed(): Promise<ReadonlySet<number>> {
    if (!this.#engine.isShared) return new Set();
    const rows = await this.#engine.written<{ partition: number }>('SELECT DISTINCT partition FROM fences');
    return new Set(rows.map(({ partition }) => partition));
  }

  /** Nothing is written to it any more until it is claimed again. */
  release(partition: number): void {
    this.#held.delete(partition);
  }

  /**
   * A condition for the statement that writes to these partitions: it makes the statement fail where one of them has
   * been claimed by somebody else. Null: nothing to guard against.
   * @throws {FencedError} for those that are not held.
   */
  guard(partitions: ReadonlySet<number>): string | null {
    if (!this.#engine.isShared || partitions.size === 0) return null;
    const missing = [...partitions].filter((partition) => !this.#held.has(partition));
    if (missing.length > 0) throw new FencedError(missing);
    const mine = [...partitions].map(
      (partition) => `(${unsigned(partition)}, ${text(this.#held.get(partition) ?? '')})`,
    );
    // The comment's commas are part of it: see #isBeingWritten.
    return `throwIf((
      SELECT countIf((partition, newest) IN (${mine.join(', ')}))
      FROM (${newestOf([...partitions])})
    ) != ${unsigned(partitions.size)}, 'FENCED') = 0 /* ${WRITING} ,${[...partitions].join(',')}, */`;
  }

  /** Gives up those that have been claimed by somebody else. */
  async giveUpLost(partitions: ReadonlySet<number>): Promise<FencedError> {
    const lost = (await this.#newest([...partitions]))
      .filter(({ partition, claim }) => claim !== this.#held.get(partition))
      .map(({ partition }) => partition);
    for (const partition of lost) this.#held.delete(partition);
    return new FencedError(lost);
  }

  #newest(partitions: readonly number[]): Promise<ClaimRow[]> {
    return this.#engine.written<ClaimRow>(`SELECT partition, newest AS claim FROM (${newestOf(partitions)})`);
  }

  async #isBeingWritten(partition: number): Promise<boolean> {
    const cluster = this.#engine.cluster;
    const processes =
      cluster === null ? 'system.processes' : `clusterAllReplicas(${text(cluster.name)}, system.processes)`;
    // Spelled in two pieces, so that this query is not its own finding.
    const rows = await this.#engine.written<{ running: number }>(
      `SELECT count() AS running FROM ${processes}
       WHERE match(query, concat('${WRITING.slice(0, 7)}', '${WRITING.slice(7)} [0-9,]*,${unsigned(partition)},'))`,
    );
    return (rows[0]?.running ?? 0) > 0;
  }
}

function newestOf(partitions: readonly number[]): string {
  return `SELECT partition, max(claim) AS newest FROM fences WHERE partition IN (${partitions.map(unsigned).join(', ')}) GROUP BY partition`;
}
