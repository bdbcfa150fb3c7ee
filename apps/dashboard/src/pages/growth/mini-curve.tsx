import type { BandPoint } from '../../findings/survival.ts';

const WIDTH = 120;
const HEIGHT = 28;

/**
 * A share over time with its band as a word-sized picture, in steps. Its end stands beside it in figures, so it is silent.
 * @param to what the full width stands for, and `most` the full height: the same for all that are compared
 */
export function MiniCurve({ curve, to, most }: { curve: readonly BandPoint[]; to: number; most: number }) {
  const x = (at: number) => ((at / Math.max(1, to)) * WIDTH).toFixed(1);
  const y = (share: number) => (HEIGHT - Math.min(1, share / (most || 1)) * (HEIGHT - 2) - 1).toFixed(1);
  const stepped = (pick: (point: BandPoint) => number) =>
    curve.map((point, at) => `${at === 0 ? 'M' : 'H'}${x(point.at)}${at === 0 ? ' ' : 'V'}${y(pick(point))}`).join('');
  const back = curve
    .toReversed()
    .map((point, at) => `${at === 0 ? 'L' : 'V'}${at === 0 ? `${x(point.at)} ` : ''}${y(point.low)}H${x(point.at)}`)
    .join('');
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width={WIDTH}
      height={HEIGHT}
      aria-hidden="true"
      style={{ display: 'block' }}
    >
      {curve.length > 1 && <path d={`${stepped(({ high }) => high)}${back}Z`} fill="var(--line)" />}
      <path d={`M0 ${HEIGHT - 0.5}H${WIDTH}`} stroke="var(--line-strong)" />
      {curve.length > 1 && (
        <path d={stepped(({ rate }) => rate)} fill="none" stroke="var(--accent)" strokeWidth={1.5} />
      )}
    </svg>
  );
}
