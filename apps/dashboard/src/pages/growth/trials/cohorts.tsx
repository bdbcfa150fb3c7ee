import type { TrialsView } from '@readout/api-contract';
import type { CsvTable } from '../../../csv/csv-table.ts';
import { ExportMenu } from '../../../csv/export-menu.tsx';
import { everyMoment } from '../../../findings/survival.ts';
import { againstAll } from '../../../findings/trials.ts';
import { spanOf } from '../../../format/spans.ts';
import { numbers, useDates } from '../../../format/viewer.ts';
import { usePublication } from '../../../frame/publication-context.ts';
import { ScrollBox } from '../../../frame/scroll-box.tsx';
import { growthWords } from '../../../words/growth-words.ts';
import growth from '../growth.module.css';
import { MiniCurve } from '../mini-curve.tsx';
import { Term } from '../term.tsx';
import styles from './trials.module.css';

type Cohort = TrialsView['cohorts'][number];

/** Columns of people, in their order. */
const COUNTS = ['started', 'converted', 'running', 'pastDue', 'cancelled', 'expired'] as const;

/** Trials by the week in which they began, the newest first: small curves over one scale, and the rate of each. */
export function Cohorts({ trials: { cohorts, rate } }: { trials: TrialsView }) {
  const say = growthWords.trials;
  const newestFirst = cohorts.toSorted((one, other) => other.from.localeCompare(one.from));
  const to = Math.max(1, ...cohorts.flatMap(({ curve }) => curve.map(({ day }) => day)));
  const most = Math.max(0.01, ...cohorts.flatMap(({ curve }) => curve.map((point) => point.rate))) * 1.25;
  return (
    <section aria-labelledby="trial-cohorts">
      <h2 id="trial-cohorts">{say.cohorts}</h2>
      <p className="says">{say.cohortsSay}</p>
      <ScrollBox label={say.cohorts}>
        <table className={`data ${styles['cohorts']}`}>
          <thead>
            <tr>
              <th scope="col">{say.week}</th>
              <th scope="col" className="number">
                {say.started}
              </th>
              <th scope="col" className="number">
                <Term of="trialConverted">{say.converted}</Term>
              </th>
              <th scope="col" className="number">
                <Term of="running">{say.states.running}</Term>
              </th>
              <th scope="col" className="number">
                <Term of="pastDue">{say.states.pastDue}</Term>
              </th>
              <th scope="col" className="number">
                <Term of="cancelled">{say.states.cancelled}</Term>
              </th>
              <th scope="col" className="number">
                <Term of="expired">{say.states.expired}</Term>
              </th>
              <th scope="col">{say.curve}</th>
              <th scope="col" className="number">
                <Term of="kaplanMeier">{say.cohortRate}</Term>
              </th>
              <th scope="col">
                <Term of="againstAll">{say.verdict}</Term>
              </th>
            </tr>
          </thead>
          <tbody>
            {newestFirst.map((cohort) => (
              <Row key={cohort.from} cohort={cohort} all={rate} to={to} most={most} />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <div className={growth['csv']}>
        <ExportMenu of={say.csv.cohorts} table={() => csvOf(newestFirst)} />
      </div>
    </section>
  );
}

function Row({ cohort, all, to, most }: { cohort: Cohort; all: TrialsView['rate']; to: number; most: number }) {
  const dates = useDates(usePublication().timeZone);
  const verdict = againstAll(cohort, all);
  return (
    <tr>
      <th scope="row">{dates.day(cohort.from)}</th>
      {COUNTS.map((count) => (
        <td key={count} className="number">
          {numbers.count(cohort[count])}
        </td>
      ))}
      <td>
        <MiniCurve
          curve={everyMoment(cohort.curve.map(({ day, ...point }) => ({ at: day, ...point })))}
          to={to}
          most={most}
        />
      </td>
      <td className="number">
        {cohort.rate === null ? (
          <span className="dim">–</span>
        ) : (
          <>
            {numbers.rate(cohort.rate.rate)}
            <span className={growth['under']}>{spanOf(cohort.rate, numbers.rate)}</span>
          </>
        )}
      </td>
      <td className={verdict === 'higher' || verdict === 'lower' ? styles['told'] : 'dim'}>
        {growthWords.trials.verdicts[verdict]}
      </td>
    </tr>
  );
}

function csvOf(cohorts: readonly Cohort[]): CsvTable {
  const say = growthWords.trials;
  const { csvLow, csvHigh } = growthWords.growth;
  return {
    columns: [
      say.week,
      say.started,
      say.states.converted,
      say.states.running,
      say.states.pastDue,
      say.states.cancelled,
      say.states.expired,
      say.rate,
      csvLow(say.rate),
      csvHigh(say.rate),
      say.naive,
    ],
    rows: cohorts.map((cohort) => [
      cohort.from,
      ...COUNTS.map((count) => cohort[count]),
      cohort.rate?.rate ?? null,
      cohort.rate?.low ?? null,
      cohort.rate?.high ?? null,
      cohort.naiveRate,
    ]),
  };
}
