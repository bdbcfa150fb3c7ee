import { SegmentedControl, Skeleton } from '@mantine/core';
import type { PublicationView } from '@readout/api-contract';
import { Component, lazy, type ReactNode, Suspense, useContext, useEffect, useState } from 'react';
import type { CsvTable } from '../csv/csv-table.ts';
import { ExportMenu } from '../csv/export-menu.tsx';
import { locale } from '../format/viewer.ts';
import { PublicationContext } from '../frame/publication-context.ts';
import { ScrollBox } from '../frame/scroll-box.tsx';
import { words } from '../words/words.ts';
import type { ApexProps } from './apex.tsx';
import styles from './chart.module.css';

/** ApexCharts weighs as much as the rest of the interface: it is fetched when the first chart is shown. */
const Apex = lazy(() => import('./apex.tsx'));

/** One of the panels that a chart consists of: small multiples over the same axis, instead of a second axis. */
export interface Panel extends ApexProps {
  /** Names the series directly, so that no legend is needed. */
  readonly label: string;
  readonly unit: string;
}

/** A table for those who would rather read. The first column names the row. */
export interface ChartTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Every chart of the interface: a title that says what is seen, a unit, the same figures as a table,
 * and a word where the sample is too small to say anything.
 * @param tooSmall shown under the title where there is too little to conclude from
 */
export function Chart({
  id,
  finding,
  tooSmall,
  controls,
  legend,
  panels,
  table,
  csv,
  children,
}: {
  id: string;
  finding: string;
  tooSmall?: string | undefined;
  controls?: ReactNode;
  /** What the colours mean, where there are several. */
  legend?: ReactNode;
  panels: readonly Panel[];
  table: ChartTable;
  /** The same figures, unformatted. */
  csv: () => CsvTable;
  /** What belongs to the figures however they are shown, and whether or not the chart could be drawn. */
  children?: ReactNode;
}) {
  const [view, setView] = useState<'chart' | 'table'>('chart');
  // Null on a page without sign-in: nothing is taken out there but what its link allows.
  const publication = useContext(PublicationContext);
  const image = async (of: PublicationView, format: 'png' | 'svg') => {
    const { downloadChart } = await import('./chart-image.ts');
    await downloadChart(format, panels, {
      finding,
      source: words.csv.source(of.name, new Date().toLocaleDateString(locale)),
    });
  };
  return (
    <figure aria-labelledby={`${id}-finding`}>
      <div className={styles['top']}>
        <figcaption>
          <h2 id={`${id}-finding`}>{finding}</h2>
          {tooSmall !== undefined && <p className="dim small">{tooSmall}</p>}
        </figcaption>
        <div className={styles['controls']}>
          {controls}
          <SegmentedControl
            size="xs"
            aria-label={words.chart.view}
            value={view}
            onChange={(value) => setView(value === 'table' ? 'table' : 'chart')}
            data={[
              { value: 'chart', label: words.chart.asChart },
              { value: 'table', label: words.chart.asTable },
            ]}
          />
        </div>
      </div>
      {view === 'table' ? (
        <Table table={table} label={finding} />
      ) : (
        <Guard>
          {legend !== undefined && <div className={styles['legend']}>{legend}</div>}
          {panels.map(({ label, unit, ...panel }) => (
            <div key={label} className={styles['panel']} role="img" aria-label={`${label}, ${unit}. ${finding}.`}>
              <p className={styles['label']}>
                <strong>{label}</strong> <span className="dim">{unit}</span>
              </p>
              <div style={{ height: panel.height }}>
                <Drawn {...panel} />
              </div>
            </div>
          ))}
        </Guard>
      )}
      {publication !== null && <ExportMenu table={csv} of={finding} image={(format) => image(publication, format)} />}
      {children}
    </figure>
  );
}

/** Drawn once the figures around it are on the screen: drawing takes longer than all the rest of a page. */
function Drawn(panel: ApexProps) {
  const [isDue, setIsDue] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => setIsDue(true));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
  const place = <Skeleton height={panel.height} />;
  return isDue ? (
    <Suspense fallback={place}>
      <Apex {...panel} />
    </Suspense>
  ) : (
    place
  );
}

function Table({ table, label }: { table: ChartTable; label: string }) {
  return (
    <ScrollBox label={label} className={styles['table']}>
      <table className="data">
        <thead>
          <tr>
            {table.columns.map((column, index) => (
              <th key={column} scope="col" className={index === 0 ? undefined : 'number'}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([name = '', ...cells]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                <td key={table.columns[index + 1]} className="number">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

/** A chart that cannot be drawn (its code did not arrive, say) must not take the page's figures with it. */
class Guard extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <p role="alert">{words.chart.failed}</p> : this.props.children;
  }
}
