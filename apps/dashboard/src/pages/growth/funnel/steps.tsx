import type { FunnelView, TimeTaken } from '@readout/api-contract';
import type { CsvTable } from '../../../csv/csv-table.ts';
import { ExportMenu } from '../../../csv/export-menu.tsx';
import { ShareBar } from '../../../figures/share-bar.tsx';
import { type FunnelRow, funnelRows, isTooFewTrials, peopleAt } from '../../../findings/funnel.ts';
import { ratio } from '../../../format/numbers.ts';
import { spanOf } from '../../../format/spans.ts';
import { numbers, useDates } from '../../../format/viewer.ts';
import { usePublication } from '../../../frame/publication-context.ts';
import { growthWords } from '../../../words/growth-words.ts';
import { aboutDuration } from '../about-duration.ts';
import growth from '../growth.module.css';
import { Term } from '../term.tsx';
import { ToBilling } from '../to-billing.tsx';
import styles from './funnel.module.css';

/** The steps below each other, as bars from zero that narrow. */
export function Steps({ funnel }: { funnel: FunnelView }) {
  const dates = useDates(usePublication().timeZone);
  const say = growthWords.funnel;
  const rows = funnelRows(funnel.steps);
  const most = Math.max(0, ...rows.map(({ people }) => people));
  return (
    <section aria-labelledby="funnel-steps">
      <h2 id="funnel-steps">{findingOf(funnel)}</h2>
      <p className="dim small">
        {say.of(funnel.issues, numbers.count(funnel.issues), dates.day(funnel.from), dates.day(funnel.to))}{' '}
        {say.windowSays(windowOf(funnel.windowDays))}
      </p>
      <Caution funnel={funnel} />
      <table className={`data ${styles['steps']}`}>
        <thead>
          <tr>
            <th scope="col">{say.step}</th>
            <th scope="col" className="number">
              {say.people}
            </th>
            <th scope="col" className="number">
              <Term of="ofBefore">{say.ofBefore}</Term>
            </th>
            <th scope="col" className={`number ${growth['onlyWide']}`}>
              <Term of="ofFirst">{say.ofFirst}</Term>
            </th>
            <th scope="col" className={`number ${growth['onlyWide']}`}>
              <Term of="median">{say.medianHead}</Term>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Step key={row.step} row={row} most={most} />
          ))}
        </tbody>
      </table>
      <div className={growth['csv']}>
        <ExportMenu of={say.csv} table={() => csvOf(rows)} />
      </div>
    </section>
  );
}

/** What keeps the last steps from being known, or from being believed. */
function Caution({ funnel: { steps } }: { funnel: FunnelView }) {
  const say = growthWords.funnel;
  if (peopleAt(steps, 'paywall_hit') === 0) return <p className="small">{say.noHits}</p>;
  if (peopleAt(steps, 'trial_started') === 0) {
    return (
      <p className="small">
        {say.noTrials} <ToBilling />
      </p>
    );
  }
  return isTooFewTrials(steps) ? <p className="small">{say.few}</p> : null;
}

function Step({ row: { step, people, base, ofBefore, ofFirst, took }, most }: { row: FunnelRow; most: number }) {
  const say = growthWords.funnel;
  return (
    <tr>
      <th scope="row">
        <Term of={step}>{say.steps[step]}</Term>
        <div className={styles['large']}>
          <ShareBar value={people} most={most} />
        </div>
        {took !== null && (
          <span className={`${growth['under']} ${growth['onlyNarrow']}`}>
            {say.median} {spoken(took.medianMs)}
            <Spread took={took} />
          </span>
        )}
      </th>
      <td className={`number ${styles['people']}`} data-figure={step}>
        {numbers.count(people)}
      </td>
      <td className={`number ${styles['share']}`}>
        {ofBefore !== null && base !== null && (
          <>
            <strong>{numbers.rate(ofBefore.rate)}</strong>
            <span className={growth['under']}>{say.bases[base]}</span>
            {ofBefore.low !== undefined && ofBefore.high !== undefined && (
              <span className={growth['under']}>
                {spanOf({ low: ofBefore.low, high: ofBefore.high }, numbers.rate)}
              </span>
            )}
          </>
        )}
      </td>
      <td className={`number dim ${growth['onlyWide']}`}>{ofFirst === null ? '' : numbers.rate(ofFirst)}</td>
      <td className={`number dim ${growth['onlyWide']}`}>
        {step !== 'delivered' && took === null && say.notTimed}
        {took !== null && (
          <>
            {spoken(took.medianMs)}
            <Spread took={took} />
          </>
        )}
      </td>
    </tr>
  );
}

/** Between which times half of them took, and of how many. */
function Spread({ took: { people, quarterMs, threeQuartersMs } }: { took: TimeTaken }) {
  const say = growthWords.funnel;
  return (
    <>
      <span className={growth['under']}>{say.middleHalf(rounded(quarterMs), rounded(threeQuartersMs))}</span>
      <span className={growth['under']}>{say.timed(people, numbers.count(people))}</span>
    </>
  );
}

function spoken(ms: number): string {
  const { text, isAbout } = aboutDuration(ms) ?? { text: growthWords.funnel.atOnce, isAbout: false };
  return isAbout ? growthWords.funnel.about(text) : text;
}

function rounded(ms: number): string {
  return aboutDuration(ms)?.text ?? growthWords.funnel.atOnce;
}

const DAY_MS = 86_400_000;

function windowOf(days: number): string {
  return aboutDuration(days * DAY_MS)?.text ?? '';
}

function findingOf({ steps }: FunnelView): string {
  const [delivered, converted] = [peopleAt(steps, 'delivered'), peopleAt(steps, 'converted')];
  const say = growthWords.funnel;
  if (converted === 0) return say.findingNobody(numbers.count(delivered));
  const share = ratio(converted, delivered);
  return say.finding(converted, numbers.count(converted), numbers.count(delivered), numbers.rate(share));
}

const TOOK = ['people', 'quarterMs', 'medianMs', 'threeQuartersMs'] as const;

function csvOf(rows: readonly FunnelRow[]): CsvTable {
  const say = growthWords.funnel;
  const { csvLow, csvHigh } = growthWords.growth;
  return {
    columns: [
      say.step,
      say.people,
      say.ofBefore,
      csvLow(say.ofBefore),
      csvHigh(say.ofBefore),
      say.ofFirst,
      ...TOOK.map((of) => say.csvTook[of]),
    ],
    rows: rows.map(({ step, people, ofBefore, ofFirst, took }) => [
      say.steps[step],
      people,
      ofBefore?.rate ?? null,
      ofBefore?.low ?? null,
      ofBefore?.high ?? null,
      ofFirst,
      ...TOOK.map((of) => (took === null ? null : of === 'people' ? took.people : took[of] / 1000)),
    ]),
  };
}
