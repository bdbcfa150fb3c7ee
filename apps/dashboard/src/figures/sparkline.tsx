import { numbers } from '../format/viewer.ts';
import { words } from '../words/words.ts';

const HOURS = 48;
const STEP = 2;
const HEIGHT = 24;

/**
 * New readers by hour, one bar an hour from zero, as a word-sized picture.
 * @param peak what the full height stands for: the same for all that shall be compared
 */
export function Sparkline({ hours, peak, width }: { hours: readonly number[]; peak: number; width?: string }) {
  const bars = hours.slice(0, HOURS).map((value, hour) => {
    const height = value === 0 ? 0 : Math.max(0.75, (value / Math.max(1, peak)) * HEIGHT);
    return height === 0 ? '' : `M${hour * STEP} ${HEIGHT}v${-height.toFixed(2)}h${STEP - 0.4}V${HEIGHT}z`;
  });
  return (
    <svg
      viewBox={`0 0 ${HOURS * STEP} ${HEIGHT + 1}`}
      width={width ?? HOURS * STEP}
      height={HEIGHT + 1}
      preserveAspectRatio="none"
      role="img"
      aria-label={saying(hours)}
      style={{ display: 'block' }}
    >
      <path d={bars.join('')} fill="var(--accent)" />
      <path d={`M0 ${HEIGHT + 0.5}H${HOURS * STEP}`} stroke="var(--line-strong)" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

function saying(hours: readonly number[]): string {
  const total = hours.reduce((sum, one) => sum + one, 0);
  if (total === 0) return words.issues.sparklineEmpty;
  const peak = Math.max(...hours);
  return words.issues.sparkline(numbers.count(total), numbers.count(peak), hours.indexOf(peak));
}
