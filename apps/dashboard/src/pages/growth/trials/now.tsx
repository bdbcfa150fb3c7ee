import type { TrialsView } from '@readout/api-contract';
import { ExportMenu } from '../../../csv/export-menu.tsx';
import { ratio } from '../../../format/numbers.ts';
import { spanOf } from '../../../format/spans.ts';
import { numbers } from '../../../format/viewer.ts';
import { growthWords } from '../../../words/growth-words.ts';
import { Figure, Figures } from '../figure.tsx';
import growth from '../growth.module.css';
import { months } from '../months.ts';
import { Term } from '../term.tsx';

/** What runs, what ends soon, and what the month will bring. */
export function Now({ trials }: { trials: TrialsView }) {
  const say = growthWords.trials;
  const { running, endingThisWeek, calledOff, paymentFailed, recovered, forecast, trialDays } = trials;
  return (
    <section aria-labelledby="trials-now">
      <h2 id="trials-now">{say.now}</h2>
      <Figures>
        <Figure name={<Term of="running">{say.running}</Term>} value={numbers.count(running)} figure="running">
          {trialDays !== null && say.trialDays(numbers.times(trialDays))}
        </Figure>
        <Figure name={<Term of="endingThisWeek">{say.endingThisWeek}</Term>} value={numbers.count(endingThisWeek)}>
          {say.ofRunning}
        </Figure>
        <Figure name={<Term of="calledOff">{say.calledOff}</Term>} value={numbers.count(calledOff)}>
          {say.ofRunning}
        </Figure>
        <Figure name={<Term of="paymentFailed">{say.failed}</Term>} value={numbers.count(paymentFailed)}>
          {paymentFailed > 0 && say.recovered(numbers.count(recovered), numbers.rate(ratio(recovered, paymentFailed)))}
        </Figure>
        {forecast !== null && (
          <Figure
            name={<Term of="forecast">{say.forecast(months.long(forecast.month))}</Term>}
            value={say.soFar(numbers.count(forecast.soFar), numbers.count(forecast.expected))}
            figure="forecast"
            wide
          >
            {say.forecastRange(spanOf(forecast, numbers.count))}
          </Figure>
        )}
      </Figures>
      {forecast === null && <p className="dim small">{say.noForecast}</p>}
      <div className={growth['csv']}>
        <ExportMenu of={say.now} table={() => csvOf(trials)} />
      </div>
    </section>
  );
}

function csvOf({ running, endingThisWeek, calledOff, paymentFailed, recovered, forecast }: TrialsView) {
  const say = growthWords.trials;
  const rows: (string | number | null)[][] = [
    [say.running, running],
    [say.endingThisWeek, endingThisWeek],
    [say.calledOff, calledOff],
    [say.failed, paymentFailed],
    [say.csv.recovered, recovered],
  ];
  if (forecast !== null) {
    const name = say.forecast(forecast.month);
    rows.push([name, forecast.soFar], [say.csv.expected(name), forecast.expected]);
    rows.push([growthWords.growth.csvLow(say.csv.expected(name)), forecast.low]);
    rows.push([growthWords.growth.csvHigh(say.csv.expected(name)), forecast.high]);
  }
  return { columns: [say.csv.figure, say.csv.value], rows };
}
