import type { CohortsView } from '@readout/api-contract';
import { useMemo } from 'react';
import { Chart } from '../../../charts/chart.tsx';
import { FEW_PAYERS, landmarkOf, payersOf } from '../../../findings/retention.ts';
import { everyMoment } from '../../../findings/survival.ts';
import { numbers } from '../../../format/viewer.ts';
import { useNarrow } from '../../../frame/use-narrow.ts';
import { growthWords } from '../../../words/growth-words.ts';
import { bandPanel } from '../band-panel.ts';

/** All who began to pay, together. */
export function RetentionCurve({ all }: { all: CohortsView['all'] }) {
  const narrow = useNarrow();
  const panels = useMemo(
    () => [
      bandPanel({
        curve: everyMoment(all.map(({ month, ...rate }) => ({ at: month, ...rate }))),
        name: growthWords.cohorts.chart,
        unit: growthWords.cohorts.unit,
        band: growthWords.cohorts.band,
        group: 'retention',
        moment: (at) => growthWords.cohorts.monthOf(numbers.count(at)),
        narrow,
      }),
    ],
    [all, narrow],
  );
  const say = growthWords.cohorts;
  const landmark = landmarkOf(all);
  return (
    <Chart
      id="retention"
      finding={
        landmark === null
          ? say.findingFew
          : say.finding(numbers.rate(landmark.rate), landmark.month, numbers.count(landmark.month))
      }
      tooSmall={payersOf(all) < FEW_PAYERS ? say.few : undefined}
      panels={panels}
      table={{
        columns: [say.month, say.rate, say.low, say.high, say.of],
        rows: all.map(({ month, rate, low, high, of }) => [
          numbers.count(month),
          ...[rate, low, high].map((share) => numbers.rate(share)),
          numbers.count(of),
        ]),
      }}
      csv={() => ({
        columns: [say.month, say.rate, say.low, say.high, say.of],
        rows: all.map(({ month, rate, low, high, of }) => [month, rate, low, high, of]),
      })}
    />
  );
}
