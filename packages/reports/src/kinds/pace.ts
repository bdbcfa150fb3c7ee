import type { IssueReport, IssueUsual, ReportBlock, ReportLine } from '@readout/api-contract';
import { WHOLE } from '../written.ts';
import type { Desk } from './frame.ts';

/** An issue's first week shows how it went; what comes later hardly moves the curve. */
const MOST_HOURS = 168;

/** How readers came, beside what is usual; nothing where nobody has come. */
export function paceChart(desk: Desk, { activity }: IssueReport, usual: IssueUsual): ReportBlock[] {
  const { words, written } = desk;
  const shown = activity.slice(0, MOST_HOURS);
  const end = shown.at(-1);
  if (end === undefined || end.readersSoFar === 0) return [];
  const curve = usual.curve.filter(({ hour }) => hour <= Math.max(24, end.hour));
  const usualEnd = curve.at(-1);
  const says = [
    words.issue.paceSays(written.count(end.readersSoFar), written.count(end.hour + 1)),
    ...(usualEnd === undefined
      ? []
      : [words.issue.paceUsual(words.span(written.count(usualEnd.low), written.count(usualEnd.high)))]),
  ];
  return [
    {
      type: 'line',
      title: words.issue.pace,
      says: says.join(' '),
      unit: words.figures.readers,
      axis: words.issue.hours,
      y: WHOLE,
      isStepped: false,
      // Hours end where they are counted: nobody had come when the first one began.
      series: [
        {
          label: words.issue.thisIssue,
          points: [{ x: 0, y: 0 }, ...shown.map(({ hour, readersSoFar }) => ({ x: hour + 1, y: readersSoFar }))],
        },
      ],
      band:
        curve.length === 0
          ? null
          : {
              label: words.issue.band,
              points: [{ x: 0, low: 0, high: 0 }, ...curve.map(({ hour, low, high }) => ({ x: hour + 1, low, high }))],
            },
      ticks: hourTicks(Math.max(end.hour + 1, (usualEnd?.hour ?? 0) + 1), written),
    },
  ];
}

function hourTicks(hours: number, { count }: Desk['written']): ReportLine['ticks'] {
  const step = [1, 2, 3, 6, 12, 24, 48].find((one) => hours / one <= 8) ?? 48;
  return Array.from({ length: Math.floor(hours / step) + 1 }, (_, at) => ({ x: at * step, text: count(at * step) }));
}
