import type { PublicId } from '@readout/events';
import type { Posted } from './provider.ts';

/** Why nothing of a request is kept. */
export type HookRefusal = 'unknown' | 'forged' | 'stale' | 'repeated' | 'malformed' | 'unavailable';

/** What is on disk now of a request; `passedOver`: why nothing of it is to be, though nothing is wrong with it. */
export interface Taken {
  readonly recorded: number;
  readonly passedOver?: string;
}

/** What is wrong with a body that was signed as it should be, in a sentence. */
export interface Malformed {
  readonly malformed: string;
}

/** Why nothing of a request is kept, in a sentence of its own. */
export interface Refused {
  readonly refusal: HookRefusal;
  readonly says: string;
}

/** Who takes what is reported to hooks of certain names. */
export interface HookTaker<Name extends string = string> {
  knows(name: string): name is Name;
  /** Anybody may ask for any publication. */
  isSetUp(name: Name, publication: PublicId): boolean;
  take(name: Name, publication: PublicId, posted: Posted): Promise<Taken | Malformed | Refused | HookRefusal>;
}
