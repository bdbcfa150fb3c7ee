import type { UsualRange } from '@readout/api-contract';

/** With fewer issues before it nobody can say what is usual. */
export const FEWEST_USUAL = 5;

/** Where a figure stands to what eight of ten had. */
export function standing(value: number, { low, high }: Pick<UsualRange, 'low' | 'high'>): 'above' | 'below' | 'within' {
  if (value > high) return 'above';
  return value < low ? 'below' : 'within';
}
