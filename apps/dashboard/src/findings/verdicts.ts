import type { FetchVerdict, MachineJump, VerdictCounts } from '@readout/api-contract';

/** Who caused a fetch, in the order in which they are shown: people, machines, and neither. */
export const VERDICTS = ['human', 'proxied', 'prefetched', 'scanner', 'unclear'] as const satisfies FetchVerdict[];

export const sumOf = (counts: VerdictCounts): number => VERDICTS.reduce((sum, one) => sum + counts[one], 0);
export const byMachines = ({ prefetched, scanner }: VerdictCounts): number => prefetched + scanner;
export const byPeople = ({ human, proxied }: VerdictCounts): number => human + proxied;

/** Of a stretch of a bar, as a share of the whole; those that are nothing are left out. */
export interface Stretch {
  readonly verdict: FetchVerdict;
  readonly count: number;
  /** From 0 to 1. */
  readonly share: number;
}

/** @param whole what the full width stands for; nothing comes of nothing */
export function stretches(counts: VerdictCounts, whole: number): Stretch[] {
  if (whole <= 0) return [];
  return VERDICTS.filter((one) => counts[one] > 0).map((one) => ({
    verdict: one,
    count: counts[one],
    share: Math.min(1, counts[one] / whole),
  }));
}

/** From so sure on a rule has decided by itself. */
const CERTAIN = 0.9;
/** Below this a little more on the other side would have tipped the scales. */
const LIKELY = 0.7;

/** How sure a verdict is, in a word. @param confidence from 0 to 1; null where nobody said */
export function certaintyOf(confidence: number | null): 'certain' | 'likely' | 'barely' | null {
  if (confidence === null) return null;
  if (confidence >= CERTAIN) return 'certain';
  return confidence >= LIKELY ? 'likely' : 'barely';
}

/** What stands out, and by how much: `new` where there usually is none. */
export function jumpOf({ of, times }: MachineJump): {
  readonly what: 'clicks' | 'opens';
  readonly times: number | 'new';
} {
  return { what: of === 'machine_clicks' ? 'clicks' : 'opens', times: times ?? 'new' };
}
