import type { ExperimentResults } from '@readout/api-contract';
import { ExportMenu } from '../../../../csv/export-menu.tsx';
import { DotRange } from '../../../../figures/dot-range.tsx';
import { spanOf } from '../../../../format/spans.ts';
import { locale } from '../../../../format/viewer.ts';
import { ScrollBox } from '../../../../frame/scroll-box.tsx';
import { growthWords } from '../../../../words/growth-words.ts';
import growth from '../../growth.module.css';
import { Term } from '../../term.tsx';
import { percent } from '../arms-sentence.tsx';

const signed = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1, signDisplay: 'exceptZero' });

type Row = ExperimentResults['others'][number] | ExperimentResults['guardrails'][number];

/** Every offer beside the control, measure by measure, with ranges that hold whenever one looks. */
export function Beside({ results, nameOf }: { results: ExperimentResults; nameOf: (offer: string) => string }) {
  const { experiment: say, experiments } = growthWords;
  const rows: readonly Row[] = [...results.others, ...results.guardrails];
  const most = Math.max(0.1, ...rows.map(({ lift }) => Math.max(Math.abs(lift?.low ?? 0), Math.abs(lift?.high ?? 0))));
  const conclusionOf = (row: Row) => {
    if ('isBroken' in row && row.isBroken) return say.brokenGuard;
    const days = row.daysToKnow === null || row.daysToKnow <= 0 ? '' : ` (${say.daysMore(String(row.daysToKnow))})`;
    return `${say.states[row.state]}${row.state === 'open' ? days : ''}`;
  };
  const figureOf = (row: Row) =>
    'worstChange' in row
      ? `${experiments.measures[row.measure]}, ${say.guard(percent.format(row.worstChange))}`
      : experiments.measures[row.measure];
  return (
    <section aria-labelledby="beside">
      <h2 id="beside">{say.beside}</h2>
      <p className="says">{say.besideSays}</p>
      <ScrollBox label={say.beside}>
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{say.offer}</th>
              <th scope="col">{say.figure}</th>
              <th scope="col" className="number">
                <Term of="lift">{say.lift}</Term>
              </th>
              <th scope="col" className="number">
                {say.range}
              </th>
              <td className={growth['onlyWide']} />
              <th scope="col">{say.conclusion}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.offer} ${figureOf(row)}`}>
                <th scope="row">{nameOf(row.offer)}</th>
                <td>{figureOf(row)}</td>
                <td className="number">{row.lift === null ? '–' : signed.format(row.lift.value)}</td>
                <td className="number dim">{row.lift === null ? '–' : spanOf(row.lift, signed.format)}</td>
                <td className={growth['onlyWide']}>
                  {row.lift !== null && (
                    <DotRange
                      estimate={row.lift.value}
                      low={row.lift.low}
                      high={row.lift.high}
                      most={most}
                      strong={row.state === 'better' || row.state === 'worse'}
                    />
                  )}
                </td>
                <td>{conclusionOf(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <div className={growth['csv']}>
        <ExportMenu
          of={say.csv.beside}
          table={() => ({
            columns: [
              say.offer,
              say.figure,
              say.lift,
              say.low,
              say.high,
              say.csv.p,
              say.conclusion,
              say.csv.daysToKnow,
            ],
            rows: rows.map((row) => [
              nameOf(row.offer),
              figureOf(row),
              row.lift?.value ?? null,
              row.lift?.low ?? null,
              row.lift?.high ?? null,
              row.difference?.pValue ?? null,
              conclusionOf(row),
              row.daysToKnow,
            ]),
          })}
        />
      </div>
    </section>
  );
}
