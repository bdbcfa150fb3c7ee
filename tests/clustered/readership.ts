import type { Audience, Counted, Load } from '../faults/audience.ts';
import type { Outcome } from '../faults/program-faults.ts';

/** An issue of the newsletter, and who reads it. */
export interface ReadIssue {
  readonly id: string;
  readonly audience: Audience;
  /** Its figures once everything that was taken is in them. */
  readonly settled: () => Promise<Counted>;
}

/** The readers of several issues at once, one of each partition of the topic: all ingesters have something to do. */
export class Readership {
  readonly issues: readonly ReadIssue[];

  constructor(issues: readonly ReadIssue[]) {
    this.issues = issues;
  }

  get kept(): number {
    return this.#sum((audience) => audience.kept);
  }
  get asked(): number {
    return this.#sum((audience) => audience.asked);
  }

  /** @param load for each of the issues. */
  async ask(address: string, load: Load): Promise<void> {
    await Promise.all(this.issues.map(({ audience }) => audience.ask(address, load)));
  }

  /** @throws {Error} where something answered is not counted, or anything is counted twice. */
  async everythingIsCountedOnce(address: string, note: string): Promise<Outcome> {
    let counted = 0;
    for (const { audience, settled } of this.issues) {
      counted += (await audience.everythingIsCountedOnce(address, settled)).readers;
    }
    return { asked: this.asked, answered: this.kept, counted, note };
  }

  #sum(figure: (audience: Audience) => number): number {
    return this.issues.reduce((sum, { audience }) => sum + figure(audience), 0);
  }
}
