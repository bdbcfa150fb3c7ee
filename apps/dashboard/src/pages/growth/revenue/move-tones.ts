import type { Move } from '../../../findings/revenue.ts';

/** Each movement's colour, as the charts name it. */
export const TONES = {
  new: 'gained',
  reactivation: 'regained',
  expansion: 'grown',
  contraction: 'shrunk',
  churn: 'lost',
} as const satisfies Record<Move, string>;
