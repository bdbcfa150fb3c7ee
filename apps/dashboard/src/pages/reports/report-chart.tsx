import type { ReportBars, ReportFormat, ReportLine } from '@readout/api-contract';
import { useMemo } from 'react';
import { Chart, type Panel } from '../../charts/chart.tsx';
import { wholeAxis } from '../../charts/whole-axis.ts';
import { issueAxis } from '../../findings/machine-history.ts';
import { locale, numbers } from '../../format/viewer.ts';
import { useNarrow } from '../../frame/use-narrow.ts';
import { filled } from './filled.ts';
import styles from './reports.module.css';

const HEIGHT = 260;
const MOST_TICKS = 12;

/** How a chart writes a figure of a report. */
function writer({ kind, currency, digits }: ReportFormat): (value: number) => string {
  if (kind === 'share') return (value) => numbers.rate(value);
  if (kind !== 'money' || currency === null) return (value) => numbers.count(value);
  const money = new Intl.NumberFormat(locale, { style: 'currency', currency, maximumFractionDigits: digits });
  return (value) => money.format(value);
}

/** A line with its band, over hours, days or months. */
export function LineChart({ id, chart }: { id: string; chart: ReportLine }) {
  const narrow = useNarrow();
  const { title, unit, axis, series, band, y, isStepped } = chart;
  const panels = useMemo((): Panel[] => {
    const write = writer(y);
    // Shares are drawn in hundredths, which the axis counts in.
    const scale = y.kind === 'share' ? 100 : 1;
    return series.map(({ label, points }) => {
      const to = Math.max(0, ...points.map(({ x }) => x), ...(band?.points ?? []).map(({ x }) => x));
      const around = filled(
        (band?.points ?? []).map(({ x, low, high }) => ({ x, value: [low, high] as const })),
        to,
        isStepped,
      );
      return {
        label,
        unit,
        kind: 'line',
        group: id,
        tone: 'accent',
        points: filled(
          points.map(({ x, y: value }) => ({ x, value })),
          to,
          isStepped,
        ).map(({ x, value }) => ({ x, y: value === null ? null : value * scale })),
        ...(band !== null && {
          band: {
            name: band.label,
            points: around.map(({ x, value }) => ({
              x,
              y: value === null ? null : ([value[0] * scale, value[1] * scale] as const),
            })),
          },
        }),
        height: HEIGHT,
        axis: {
          ...wholeAxis(to, narrow ? 5 : MOST_TICKS),
          label: (x) => numbers.count(Math.round(x)),
          marks: [],
          hidden: false,
        },
        // No bars stand above or below with which its axis had to agree.
        step: 0,
        value: (drawn) => write(drawn / scale),
        describe: (x) => `${axis}: ${numbers.count(Math.round(x))}`,
        name: label,
      };
    });
  }, [id, unit, axis, series, band, y, isStepped, narrow]);
  const write = writer(y);
  const rows = series[0]?.points ?? [];
  const columns = [axis, ...series.map(({ label }) => label)];
  return (
    <div className={styles['chart']}>
      <Chart
        id={id}
        finding={title}
        panels={panels}
        table={{
          columns,
          rows: rows.map(({ x }, at) => [
            numbers.count(x),
            ...series.map(({ points }) => (points[at]?.y == null ? numbers.rate(null) : write(points[at].y))),
          ]),
        }}
        csv={() => ({
          columns,
          rows: rows.map(({ x }, at) => [x, ...series.map(({ points }) => points[at]?.y ?? null)]),
        })}
      >
        <p className="dim small">
          {chart.says}
          {band !== null && ` ${band.label}.`}
        </p>
      </Chart>
    </div>
  );
}

/** Bars: in the order of time as a chart, and by name as lines of their own. */
export function BarsChart({ id, chart }: { id: string; chart: ReportBars }) {
  const { title, unit, items, y, direction, says } = chart;
  const narrow = useNarrow();
  const panels = useMemo((): Panel[] => {
    const write = writer(y);
    const scale = y.kind === 'share' ? 100 : 1;
    const { places, ticks } = issueAxis(items.length, narrow ? 4 : 10);
    return [
      {
        label: unit,
        unit: '',
        kind: 'bars',
        group: id,
        tone: 'accent',
        points: Array.from({ length: places }, (_, at) => {
          const value = items[at]?.cell.value;
          return { x: at + 0.5, y: typeof value === 'number' ? value * scale : null };
        }),
        height: HEIGHT,
        axis: {
          to: places,
          ticks,
          label: (x) => items[Math.round(x)]?.label ?? '',
          marks: [],
          hidden: false,
        },
        step: 1,
        value: (drawn) => write(drawn / scale),
        describe: (x) => items[Math.floor(x)]?.label ?? '',
        name: title,
      },
    ];
  }, [id, title, unit, items, y, narrow]);
  if (direction === 'up') {
    return (
      <div className={styles['chart']}>
        <Chart
          id={id}
          finding={title}
          panels={panels}
          table={{ columns: [title, unit], rows: items.map(({ label, cell }) => [label, cell.text]) }}
          csv={() => ({ columns: [title, unit], rows: items.map(({ label, cell }) => [label, cell.value]) })}
        >
          <p className="dim small">{says}</p>
        </Chart>
      </div>
    );
  }
  const largest = Math.max(1e-9, ...items.map(({ cell }) => (typeof cell.value === 'number' ? cell.value : 0)));
  return (
    <figure aria-labelledby={id}>
      <figcaption>
        <h3 id={id}>{title}</h3>
      </figcaption>
      <ul className={styles['bars']}>
        {items.map(({ label, cell, detail }) => (
          <li key={label}>
            <span>{label}</span>
            <span className={styles['bar']} aria-hidden="true">
              <span
                className={styles['fill']}
                style={{ width: `${((typeof cell.value === 'number' ? cell.value : 0) / largest) * 100}%` }}
              />
            </span>
            <span>
              <strong>{cell.text}</strong> <span className="dim small">{detail}</span>
            </span>
          </li>
        ))}
      </ul>
      <p className="dim small">{says}</p>
    </figure>
  );
}
