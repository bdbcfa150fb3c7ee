import type { UsualRange } from '../findings/usual.ts';

const WIDTH = 120;

/** Where a figure stands among earlier ones: a line for all of them, a band for the middle half, a dot for this. */
export function RangeMark({ range, value }: { range: UsualRange; value: number }) {
  const from = Math.min(range.lowest, value);
  const to = Math.max(range.highest, value);
  const x = (at: number) => 4 + (to === from ? 0.5 : (at - from) / (to - from)) * (WIDTH - 8);
  return (
    <svg viewBox={`0 0 ${WIDTH} 10`} width={WIDTH} height={10} aria-hidden="true" style={{ display: 'block' }}>
      <path d={`M${x(range.lowest)} 5H${x(range.highest)}`} stroke="var(--line-strong)" />
      <rect
        x={x(range.low)}
        y={2.5}
        width={Math.max(2, x(range.high) - x(range.low))}
        height={5}
        fill="var(--line-strong)"
      />
      <circle cx={x(value)} cy={5} r={4} fill="var(--accent)" stroke="var(--paper)" strokeWidth={1.5} />
    </svg>
  );
}
