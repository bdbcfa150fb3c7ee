import type { Category } from './rules/rule.ts';
import type { Judgement } from './seen.ts';

/** From here on a fetch is a scanner's, provided that two categories speak for it. */
const CONDEMNED = 0.7;
/** From here on nobody can say. */
const DOUBTFUL = 0.5;
/** Sums of weights such as 0.1 + 0.2 are a hair off. */
const HAIR = 1e-9;

interface Reason {
  readonly name: string;
  readonly category: Category;
  readonly weight: number;
}

/** What a fetch is where little or nothing is held against it. */
export interface Otherwise {
  readonly verdict: 'human' | 'proxied';
  readonly reason: string;
  /** Set where less is known than of others: the reason is told in any case, and a reader is less sure by this. */
  readonly unsure?: number;
}

/** Puts reasons on either side and reads off the verdict. In each category only the heaviest suspicion counts. */
export class Scales {
  readonly #heaviest = new Map<Category, number>();
  readonly #against: string[] = [];
  readonly #for: string[] = [];
  #human = 0;

  static copyOf(other: Scales): Scales {
    const copy = new Scales();
    for (const [category, weight] of other.#heaviest) copy.#heaviest.set(category, weight);
    copy.#against.push(...other.#against);
    copy.#for.push(...other.#for);
    copy.#human = other.#human;
    return copy;
  }

  add({ name, category, weight }: Reason): void {
    if (weight < 0) {
      this.#human -= weight;
      this.#for.push(name);
    } else {
      this.#against.push(name);
      this.#heaviest.set(category, Math.max(weight, this.#heaviest.get(category) ?? 0));
    }
  }

  /** Suspicion less what speaks for a reader. */
  get balance(): number {
    let sum = -this.#human;
    for (const weight of this.#heaviest.values()) sum += weight;
    return sum;
  }

  verdict(otherwise: Otherwise): Judgement {
    const balance = this.balance;
    const { unsure } = otherwise;
    const against = unsure === undefined ? this.#against : [otherwise.reason, ...this.#against];
    if (balance >= CONDEMNED - HAIR && this.#heaviest.size >= 2) {
      return { verdict: 'scanner', reasons: against, confidence: within(0.6 + (balance - CONDEMNED) / 2, 0.98) };
    }
    if (balance >= DOUBTFUL - HAIR) return { verdict: 'unclear', reasons: against, confidence: 0.5 };
    if (unsure !== undefined) {
      const confidence = within(0.55 + (DOUBTFUL - balance) / 2 - unsure, 0.95);
      return { verdict: otherwise.verdict, reasons: [otherwise.reason, ...this.#for], confidence };
    }
    return {
      verdict: otherwise.verdict,
      reasons: otherwise.verdict === 'human' && this.#for.length > 0 ? this.#for : [otherwise.reason],
      confidence: within(0.55 + (DOUBTFUL - balance) / 2, 0.95),
    };
  }
}

/** Two decimals are more than the weights are good for. */
function within(value: number, most: number): number {
  return Math.round(Math.min(value, most) * 100) / 100;
}
