import type { ShareOfPeople } from '@readout/api-contract';
import { shareInterval } from '@readout/statistics';

/** With its 90 % interval; null over nobody, and where it is no share. */
export function shareOf(count: number, of: number): ShareOfPeople | null {
  const range = shareInterval({ count, of });
  return range === null ? null : { count, of, rate: count / of, low: range.low, high: range.high };
}
