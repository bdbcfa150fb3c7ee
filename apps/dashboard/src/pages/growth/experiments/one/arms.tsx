import type { ExperimentResults, ExperimentView, OfferView } from '@readout/api-contract';
import { ExportMenu } from '../../../../csv/export-menu.tsx';
import { currencyOf } from '../../../../format/amount.ts';
import { moneyFormat } from '../../../../format/money.ts';
import { spanOf } from '../../../../format/spans.ts';
import { locale, numbers } from '../../../../format/viewer.ts';
import { ScrollBox } from '../../../../frame/scroll-box.tsx';
import { growthWords } from '../../../../words/growth-words.ts';
import growth from '../../growth.module.css';
import { Term } from '../../term.tsx';
import { percent } from '../arms-sentence.tsx';

/** Offer by offer: what was counted, and how sure it is at one look. */
export function Arms({
  measure,
  results,
  offers,
}: {
  measure: ExperimentView['measure'];
  results: ExperimentResults;
  offers: readonly OfferView[];
}) {
  const say = growthWords.experiment;
  // All offers of an experiment are in one currency.
  const currency = offers.find(({ id }) => id === results.arms[0]?.offer)?.currency ?? '';
  const written = measure === 'revenue' ? moneyFormat(currencyOf(currency), locale).exact : percent.format;
  return (
    <section aria-labelledby="arms">
      <h2 id="arms">{say.arms}</h2>
      <ScrollBox label={say.arms}>
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{say.offer}</th>
              <th scope="col" className="number">
                <Term of="armPeople">{say.people}</Term>
              </th>
              <th scope="col" className="number">
                <Term of="armTrials">{say.trials}</Term>
              </th>
              <th scope="col" className="number">
                <Term of="armPaid">{say.paid}</Term>
              </th>
              <th scope="col" className="number">
                <Term of="armValue">{say.value[measure]}</Term>
              </th>
              <th scope="col" className="number">
                <Term of="probabilityBest">{say.best}</Term>
              </th>
            </tr>
          </thead>
          <tbody>
            {results.arms.map((arm) => (
              <tr key={arm.offer}>
                <th scope="row">
                  {arm.name}
                  {arm.isControl && <span className="dim"> · {say.csv.control}</span>}
                </th>
                <td className="number">{numbers.count(arm.people)}</td>
                <td className="number">
                  {numbers.count(arm.trials)}
                  {arm.running > 0 && <span className="dim small"> {say.stillRun(numbers.count(arm.running))}</span>}
                </td>
                <td className="number">{numbers.count(arm.paid)}</td>
                <td className="number">
                  {arm.value === null ? '–' : written(arm.value)}
                  {arm.interval !== null && <span className="dim small"> {spanOf(arm.interval, written)}</span>}
                </td>
                <td className="number">{arm.probabilityBest === null ? '–' : percent.format(arm.probabilityBest)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {results.arms.some(({ running }) => running > 0) && <p className="dim small">{say.maturingSays}</p>}
      <div className={growth['csv']}>
        <ExportMenu
          of={say.csv.arms}
          table={() => ({
            columns: [say.offer, say.people, say.trials, say.paid, say.value[measure], say.low, say.high, say.best],
            rows: results.arms.map((arm) => [
              arm.name,
              arm.people,
              arm.trials,
              arm.paid,
              arm.value,
              arm.interval?.low ?? null,
              arm.interval?.high ?? null,
              arm.probabilityBest,
            ]),
          })}
        />
      </div>
    </section>
  );
}
