import { clientOf, look } from '@readout/engagement';
import { settleIssue } from '@readout/settling';

/** Who says human or machine. */
export interface Classifier {
  /** What an agent is, in a few words. */
  readonly clientOf: typeof clientOf;
  /** The first verdict, by one fetch alone. */
  readonly look: typeof look;
  /** The last one, by all around it; null: the first is the last. */
  readonly settleIssue: typeof settleIssue | null;
}

export const CLASSIFIER: Classifier = { clientOf, look, settleIssue };
