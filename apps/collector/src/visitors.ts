import { createHmac, randomBytes } from 'node:crypto';

/** The secret of a day (UTC, as in 2026-03-02), where somebody who keeps it for all collectors is to be reached. */
export type SaltOf = (day: string) => Uint8Array | undefined;

const DAY_MS = 86_400_000;

/**
 * Tells visitors apart who carry no token, within a day and within a publication, and never beyond: the salt of a
 * day is random and is forgotten with it, so that afterwards nobody can say which address a number was.
 */
export class Visitors {
  readonly #saltOf: SaltOf;
  #day = -1;
  #salt: Uint8Array = new Uint8Array();

  constructor(saltOf: SaltOf) {
    this.#saltOf = saltOf;
  }

  /**
   * A number from 1 to 2^31 - 1.
   * @param time UTC, milliseconds.
   */
  number(publication: number, address: string, agent: string | undefined, time: number): number {
    const day = Math.floor(time / DAY_MS);
    if (day !== this.#day) {
      this.#day = day;
      // A salt of one's own keeps the promise as well; only other collectors then see another visitor.
      this.#salt = this.#saltOf(new Date(time).toISOString().slice(0, 10)) ?? randomBytes(32);
    }
    const digest = createHmac('sha256', this.#salt)
      .update(`${publication}\n${address}\n${agent ?? ''}`)
      .digest();
    return (digest.readUInt32BE() % 0x7fff_ffff) + 1;
  }
}
