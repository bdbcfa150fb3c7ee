import type { ReportBlock, ReportLine, TrialsView } from '@readout/api-contract';
import { column, SHARE, TENTHS, WHOLE } from '../written.ts';
import { type Desk, figure, paragraphs } from './frame.ts';

/** Below this many ended trials a rate says more about chance than about the offer. */
const FEW_ENDED = 20;

/** How trials stand, and how many of them are paid for. */
export function trialBlocks(desk: Desk, trials: TrialsView): ReportBlock[] {
  const { words, written } = desk;
  const says = words.growth;
  const { rate, forecast, cohorts } = trials;
  if (trials.started === 0 && trials.running === 0) return paragraphs(says.noTrials);
  const ended = trials.converted + trials.cancelled + trials.expired;
  const begun = cohorts.filter(({ started }) => started > 0);
  return [
    {
      type: 'figures',
      items: [
        figure(desk, says.rate, rate?.rate ?? null, SHARE, {
          range:
            rate === null
              ? null
              : {
                  low: rate.low,
                  high: rate.high,
                  text: words.range95(words.span(written.share(rate.low), written.share(rate.high))),
                },
        }),
        figure(desk, says.naive, trials.naiveRate, SHARE),
        figure(desk, words.figures.trialsStarted, trials.started, WHOLE),
        figure(desk, says.running, trials.running, WHOLE),
        figure(desk, says.ending, trials.endingThisWeek, WHOLE),
        figure(desk, says.calledOff, trials.calledOff, WHOLE),
        ...(forecast === null
          ? []
          : [
              figure(desk, says.forecast(written.month(forecast.month)), forecast.expected, TENTHS, {
                comparison: says.forecastSays(written.count(forecast.soFar)),
                range: {
                  low: forecast.low,
                  high: forecast.high,
                  text: words.range80(words.span(written.count(forecast.low), written.count(forecast.high))),
                },
              }),
            ]),
      ],
    },
    ...(ended < FEW_ENDED ? paragraphs(says.fewTrials(written.count(ended))) : []),
    ...curve(desk, trials),
    {
      type: 'table',
      title: says.cohorts,
      columns: [
        column.date(says.week),
        column.count(says.started),
        column.count(words.figures.converted),
        column.count(says.cancelled),
        column.count(says.expired),
        column.count(says.runningNow),
        column.count(says.pastDue),
        column.share(says.weekRate),
        column.share(words.about.low),
        column.share(words.about.high),
      ],
      rows: begun.map((cohort) => [
        written.dayCell(cohort.from),
        ...COUNTS.map((of) => written.cell(cohort[of], WHOLE)),
        written.cell(cohort.rate?.rate ?? null, SHARE),
        written.cell(cohort.rate?.low ?? null, SHARE),
        written.cell(cohort.rate?.high ?? null, SHARE),
      ]),
      total: [
        written.word(words.about.total),
        ...COUNTS.map((of) =>
          written.cell(
            begun.reduce((sum, cohort) => sum + cohort[of], 0),
            WHOLE,
          ),
        ),
        written.cell(rate?.rate ?? null, SHARE),
        written.cell(rate?.low ?? null, SHARE),
        written.cell(rate?.high ?? null, SHARE),
      ],
      note: null,
    },
  ];
}

const COUNTS = ['started', 'converted', 'cancelled', 'expired', 'running', 'pastDue'] as const;

function curve({ words, written }: Desk, { curve: points }: TrialsView): ReportLine[] {
  const says = words.growth;
  const end = points.at(-1);
  if (end === undefined || points.length < 2) return [];
  const step = [1, 2, 5, 7, 14, 30].find((one) => end.day / one <= 8) ?? 60;
  return [
    {
      type: 'line',
      title: says.curve,
      says: says.curveSays(written.share(end.rate), written.count(end.day)),
      unit: says.ofTrials,
      axis: says.days,
      y: SHARE,
      isStepped: true,
      series: [{ label: says.all, points: points.map(({ day, rate }) => ({ x: day, y: rate })) }],
      band: { label: says.band95, points: points.map(({ day, low, high }) => ({ x: day, low, high })) },
      ticks: Array.from({ length: Math.floor(end.day / step) + 1 }, (_, at) => ({
        x: at * step,
        text: written.count(at * step),
      })),
    },
  ];
}
