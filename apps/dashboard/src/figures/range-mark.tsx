import type { UsualRange } from '../findings/usual.ts';

const WIDTH = 120;

/**
 * Where a figure stands among earlier ones: a line for all of them, a band for the middle half, a dot for this, at the
 * end of the line where it lies beyond.
 */
export function RangeMark({ range, value }: { range: UsualRange; value: number }) {
  const { lowest: from, highest: to } = range;
  const share = (at: number) => (to === from ? 0.5 : Math.min(1, Math.max(0, (at - from) / (to - from))));
  const x = (at: number) => 4 + share(at) * (WIDTH - 8);
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
