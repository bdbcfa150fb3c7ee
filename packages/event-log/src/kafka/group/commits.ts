import type { GroupProtocol, Member } from './group-protocol.ts';

/**
 * Tells the group how far partitions are dealt with: one request at a time, with the newest of each. What could not be
 * told is told the next time; a commit is a hint, and nobody waits for it.
 */
export class Commits {
  readonly #protocol: GroupProtocol;
  readonly #member: () => Member | null;
  readonly #waiting = new Map<number, number>();
  #telling: Promise<void> | null = null;

  constructor(protocol: GroupProtocol, member: () => Member | null) {
    this.#protocol = protocol;
    this.#member = member;
  }

  set(partition: number, next: number): void {
    this.#waiting.set(partition, next);
    void this.tell();
  }

  /** The partition is not this member's to speak for any more. */
  drop(partition: number): void {
    this.#waiting.delete(partition);
  }

  /** Resolves when everything is told, or something could not be. */
  tell(): Promise<void> {
    this.#telling ??= this.#tellAll().finally(() => {
      this.#telling = null;
    });
    return this.#telling;
  }

  async #tellAll(): Promise<void> {
    for (let member = this.#member(); member !== null && this.#waiting.size > 0; member = this.#member()) {
      const offsets = new Map(this.#waiting);
      try {
        await this.#protocol.commit(member, offsets);
      } catch {
        // Told again after the next sign of life; whether there still is one is the membership's to see.
        return;
      }
      for (const [partition, next] of offsets) {
        if (this.#waiting.get(partition) === next) this.#waiting.delete(partition);
      }
    }
  }
}
