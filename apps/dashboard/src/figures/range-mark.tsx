import type { UsualRange } from '@readout/api-contract';

const WIDTH = 96;
const EDGE = 5;

/**
 * Where a figure stands to what is usual: a band with a line at its middle, and a dot for this one. It repeats what stands
 * beside it in words, so it is silent.
 */
export function RangeMark({ range: { low, median, high }, value }: { range: UsualRange; value: number }) {
  const [from, to] = [Math.min(low, value), Math.max(high, value)];
  // A band that fills its place would look as if there was nothing beyond it.
  const room = (to - from) * 0.12 || 1;
  const x = (at: number) => EDGE + ((at - from + room) / (to - from + 2 * room)) * (WIDTH - 2 * EDGE);
  return (
    <svg viewBox={`0 0 ${WIDTH} 10`} width={WIDTH} height={10} aria-hidden="true" style={{ display: 'block' }}>
      <path d={`M0 5H${WIDTH}`} stroke="var(--line)" />
      <rect x={x(low)} y={2} width={Math.max(2, x(high) - x(low))} height={6} fill="var(--line-strong)" />
      <path d={`M${x(median)} 1V9`} stroke="var(--ink-2)" />
      <circle cx={x(value)} cy={5} r={4} fill="var(--accent)" stroke="var(--paper)" strokeWidth={1.5} />
    </svg>
  );
}
