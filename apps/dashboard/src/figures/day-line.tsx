const STEP = 4;
const HEIGHT = 28;

/**
 * A figure by day as a word-sized picture: bars from zero for what happens in a day, a line between its least and most for
 * what there is at the end of one.
 * @param label says in words what is seen
 */
export function DayLine({ days, shape, label }: { days: readonly number[]; shape: 'bars' | 'line'; label: string }) {
  const width = Math.max(1, days.length) * STEP;
  return (
    <svg
      viewBox={`0 0 ${width} ${HEIGHT + 1}`}
      width="100%"
      height={HEIGHT + 1}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
      style={{ display: 'block' }}
    >
      {shape === 'bars' ? (
        <path d={bars(days)} fill="var(--accent)" />
      ) : (
        <path d={line(days)} fill="none" stroke="var(--accent)" strokeWidth={1.5} vectorEffect="non-scaling-stroke" />
      )}
      <path d={`M0 ${HEIGHT + 0.5}H${width}`} stroke="var(--line-strong)" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

function bars(days: readonly number[]): string {
  const most = Math.max(1, ...days);
  return days
    .map((value, at) => {
      const height = value === 0 ? 0 : Math.max(0.75, (value / most) * HEIGHT);
      return height === 0 ? '' : `M${at * STEP} ${HEIGHT}v${-height.toFixed(2)}h${STEP - 0.8}V${HEIGHT}z`;
    })
    .join('');
}

function line(days: readonly number[]): string {
  const [least, most] = [Math.min(...days), Math.max(...days)];
  const y = (value: number) =>
    most === 0
      ? HEIGHT - 2
      : most === least
        ? HEIGHT / 2
        : HEIGHT - 2 - ((value - least) / (most - least)) * (HEIGHT - 4);
  return days.map((value, at) => `${at === 0 ? 'M' : 'L'}${(at + 0.5) * STEP} ${y(value).toFixed(2)}`).join('');
}
