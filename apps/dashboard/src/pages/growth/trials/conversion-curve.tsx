import type { TrialsView } from '@readout/api-contract';
import { useMemo } from 'react';
import { Chart } from '../../../charts/chart.tsx';
import { everyMoment, steepest } from '../../../findings/survival.ts';
import { endedOf, FEW_ENDED } from '../../../findings/trials.ts';
import { numbers } from '../../../format/viewer.ts';
import { useNarrow } from '../../../frame/use-narrow.ts';
import { growthWords } from '../../../words/growth-words.ts';
import { bandPanel } from '../band-panel.ts';

/** What share has become paying by each day of the trial, with its band. */
export function ConversionCurve({ trials: { curve: steps, trialDays, cohorts } }: { trials: TrialsView }) {
  const say = growthWords.trials;
  const narrow = useNarrow();
  const curve = useMemo(() => everyMoment(steps.map(({ day, ...rate }) => ({ at: day, ...rate }))), [steps]);
  const panels = useMemo(
    () => [
      bandPanel({
        curve,
        name: growthWords.trials.chart,
        unit: growthWords.trials.chartUnit,
        band: growthWords.trials.band,
        group: 'trials',
        moment: (at) => growthWords.trials.dayOf(numbers.count(at)),
        marks: trialDays === null ? [] : [{ x: trialDays, text: growthWords.trials.trialEnd, before: true }],
        narrow,
      }),
    ],
    [curve, trialDays, narrow],
  );
  if (curve.length < 2) return null;
  const at = steepest(curve);
  return (
    <Chart
      id="conversion-curve"
      finding={at === null ? say.chartFindingNone : say.chartFinding(numbers.count(at))}
      tooSmall={endedOf(cohorts) < FEW_ENDED ? say.findingFew : undefined}
      panels={panels}
      table={{
        columns: [say.day, say.rate, say.low, say.high],
        rows: curve.map((point) => [
          numbers.count(point.at),
          ...[point.rate, point.low, point.high].map((share) => numbers.rate(share)),
        ]),
      }}
      csv={() => ({
        columns: [say.day, say.rate, say.low, say.high],
        rows: curve.map((point) => [point.at, point.rate, point.low, point.high]),
      })}
    />
  );
}
