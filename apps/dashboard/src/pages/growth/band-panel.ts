import type { Panel } from '../../charts/chart.tsx';
import { wholeAxis } from '../../charts/whole-axis.ts';
import type { BandPoint } from '../../findings/survival.ts';
import { locale, numbers } from '../../format/viewer.ts';

/** At the axis, where places behind the point would be cut off. */
const wholePercent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
/** Ticks of an axis of moments: whole ones, and never more than there is room for. */
const MOST_TICKS = 12;

/** A share over days or months with its band, as one panel. Shares are drawn in hundredths, which the axis counts in. */
export function bandPanel({
  curve,
  name,
  unit,
  band,
  group,
  moment,
  marks = [],
  narrow,
}: {
  /** Evenly spaced, from the first moment on. */
  curve: readonly BandPoint[];
  name: string;
  unit: string;
  band: string;
  group: string;
  moment: (at: number) => string;
  marks?: Panel['axis']['marks'];
  narrow: boolean;
}): Panel {
  return {
    kind: 'line',
    tone: 'accent',
    group,
    // No bars stand above or below with which its axis had to agree.
    step: 0,
    name,
    label: name,
    unit,
    height: 260,
    axis: {
      ...wholeAxis(curve.at(-1)?.at ?? 1, narrow ? 5 : MOST_TICKS),
      label: (x) => numbers.count(Math.round(x)),
      marks,
      hidden: false,
    },
    value: (hundredths) => numbers.rate(hundredths / 100),
    tick: (hundredths) => wholePercent.format(hundredths / 100),
    describe: (x) => moment(Math.round(x)),
    points: curve.map(({ at, rate }) => ({ x: at, y: rate * 100 })),
    band: { name: band, points: curve.map(({ at, low, high }) => ({ x: at, y: [low * 100, high * 100] })) },
  };
}
