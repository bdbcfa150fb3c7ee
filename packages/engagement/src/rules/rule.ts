import type { Traits } from '../client-traits.ts';
import type { Scene } from '../scene.ts';
import type { Judgement, Seen } from '../seen.ts';

export type Category = 'agent' | 'network' | 'request' | 'timing' | 'pattern' | 'provider' | 'token' | 'own';

interface About {
  readonly name: string;
  readonly category: Category;
  /** For the interface, after "why?". */
  readonly says: string;
  /** Where it is known from. */
  readonly source: string;
}

/** Decides by itself, at one fetch. Asked in order; the first that applies is the answer. */
export interface CertainRule extends About {
  readonly verdict: Judgement['verdict'];
  readonly confidence: number;
  readonly applies: (seen: Seen, client: Traits) => boolean;
}

/**
 * Weighs, at one fetch. A positive weight speaks for a scanner, a negative one for a reader. Within a category only
 * the heaviest suspicion counts: three ways to see the same thing are one sign.
 */
export interface WeighingRule extends About {
  readonly weight: number;
  readonly applies: (seen: Seen, client: Traits) => boolean;
}

/** Weighs; whether it applies is found out elsewhere. */
export type WeighedAlone = Omit<WeighingRule, 'applies'>;

/** Weighs by what else was fetched for the message, and when. */
export interface SceneRule extends About {
  readonly weight: number;
  readonly applies: (seen: Seen, scene: Scene, client: Traits) => boolean;
}
