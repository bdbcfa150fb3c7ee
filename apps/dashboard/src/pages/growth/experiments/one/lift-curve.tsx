import type { ExperimentResults } from '@readout/api-contract';
import { useMemo } from 'react';
import { Chart } from '../../../../charts/chart.tsx';
import { liftByDay } from '../../../../findings/lift-by-day.ts';
import { locale, useDates } from '../../../../format/viewer.ts';
import { useNarrow } from '../../../../frame/use-narrow.ts';
import { growthWords } from '../../../../words/growth-words.ts';
import { bandPanel } from '../../band-panel.ts';

const signed = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' });
const coarse = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0, signDisplay: 'exceptZero' });

/** How an offer stood to the control on each day: it narrows, and it may be looked at on any of them. */
export function LiftCurve({
  history,
  offer,
  name,
}: {
  history: ExperimentResults['history'];
  offer: string;
  name: string;
}) {
  const say = growthWords.experiment;
  const narrow = useNarrow();
  // Days come as days, of no time zone.
  const dates = useDates('UTC');
  const { days, curve, isCut } = useMemo(() => liftByDay(history, offer), [history, offer]);
  const panels = useMemo(() => {
    const dayAt = (at: number) => dates.day(midnight(days[Math.min(at, days.length - 1)] ?? ''));
    const panel = bandPanel({
      curve,
      name: growthWords.experiment.chart,
      unit: growthWords.experiment.chartUnit,
      band: growthWords.experiment.band,
      group: 'lift',
      moment: dayAt,
      narrow,
    });
    return [
      {
        ...panel,
        axis: { ...panel.axis, label: (x: number) => (days[Math.round(x)] === undefined ? '' : dayAt(Math.round(x))) },
        below: curve.map(({ at, low }) => ({ x: at, y: Math.min(0, low) * 100 })),
        value: (hundredths: number) => signed.format(hundredths / 100),
        tick: (hundredths: number) => coarse.format(hundredths / 100),
      },
    ];
  }, [curve, days, dates, narrow]);
  const last = curve.at(-1);
  if (last === undefined || curve.length < 2) return null;
  return (
    <Chart
      id="lift-curve"
      finding={say.chartFinding(name, signed.format(last.rate))}
      tooSmall={isCut ? say.chartWide : undefined}
      panels={panels}
      table={{
        columns: [say.day, say.lift, say.low, say.high],
        rows: curve.map(({ at, rate, low, high }) => [
          dates.day(midnight(days[at] ?? '')),
          ...[rate, low, high].map((share) => signed.format(share)),
        ]),
      }}
      csv={() => ({
        columns: [say.day, say.lift, say.low, say.high],
        rows: curve.map(({ at, rate, low, high }) => [days[at] ?? '', rate, low, high]),
      })}
    />
  );
}

/** @param day such as 2026-03-02 */
function midnight(day: string): string {
  return `${day}T00:00:00Z`;
}
