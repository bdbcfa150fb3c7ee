import type { IssueUsual } from '@readout/api-contract';
import { standingOf } from '../findings/usual.ts';
import { spanOf } from '../format/spans.ts';
import { duration, numbers } from '../format/viewer.ts';
import { words } from '../words/words.ts';
import { Defined } from './defined.tsx';
import { RangeMark } from './range-mark.tsx';
import styles from './usual.module.css';

type Compared = keyof IssueUsual['figures'];

const RATES: ReadonlySet<Compared> = new Set(['openRate', 'clickRate', 'clickToOpenRate']);
const HOUR_SECONDS = 3_600;

/** What is usual for a figure, and whether it is that: nothing where too few issues went before. */
export function Usual({ of, value, usual }: { of: Compared; value: number | null; usual: IssueUsual | undefined }) {
  const range = usual?.figures[of] ?? null;
  if (usual === undefined || range === null || value === null) return null;
  const isRate = RATES.has(of);
  const write = isRate ? numbers.rate : numbers.count;
  const standing = standingOf(value, range, isRate ? 0.001 : 1);
  const span = spanOf(range, write);
  return (
    <div className={styles['usual']} data-standing={standing}>
      <RangeMark range={range} value={value} />
      <strong className="small">{words.usual.standing[standing]}</strong>
      <span className="dim small">
        <Defined term="usual">
          {usual.age === null ? words.usual.range(span) : words.usual.rangeAfter(span, ageOf(usual.age))}
        </Defined>
      </span>
    </div>
  );
}

/** @param hours since sending */
export function ageOf(hours: number): string {
  return duration(Math.max(60, hours * HOUR_SECONDS));
}

/** What the figures are compared with, or why with nothing. */
export function ComparedWith({ usual }: { usual: IssueUsual }) {
  const isSaid = usual.figures.readers !== null;
  return (
    <p className="dim small">
      {isSaid
        ? words.usual.compared[usual.audience](usual.issues, numbers.count(usual.issues))
        : words.usual.tooFew[usual.audience]}
    </p>
  );
}
