import { studentQuantile } from './student-t.ts';

/** An issue at some age. All are numbers of people, each counted once. */
export interface IssueSoFar {
  /** Whom it was delivered to. */
  readonly recipients: number;
  readonly readers: number;
}

/** An issue that is done, at the age at which another one is now. */
export interface FinishedIssue extends IssueSoFar {
  /** Readers in the end. */
  readonly total: number;
}

/** Whole people. The truth lies from `low` to `high`, both included, with a probability of 80 %. */
export interface FinalReaders {
  readonly readers: number;
  readonly low: number;
  readonly high: number;
}

/** From fewer finished issues nothing is foretold. */
export const FEWEST_FINISHED = 5;
const INTERVAL = 0.8;

/**
 * How many readers an issue will have in the end, from what it has now and from what finished issues had at the same age
 * and in the end; null where there are fewer than five of them, or the issue was delivered to nobody.
 *
 * The logarithm of the final share of readers is regressed on that of the share so far, by least squares: at an age at
 * which the share so far tells nothing the slope is about 0 and the earlier totals alone speak; later it is about 1 and
 * the earlier issues' growth since that age speaks. The interval is the regression's for a new observation (N. R. Draper
 * & H. Smith, Applied Regression Analysis, 3rd ed. 1998, 1.4 and 3.1): Student's t with two degrees of freedom fewer than
 * issues, times s·√(1 + 1/n + (x − x̄)² ⁄ Σ(xᵢ − x̄)²). Half a reader is added everywhere, so that none has a logarithm.
 * docs/forecast.md says what that assumes and how it was checked.
 */
export function finalReaders(now: IssueSoFar, finished: readonly FinishedIssue[]): FinalReaders | null {
  const known = finished.filter(({ recipients }) => recipients > 0);
  if (known.length < FEWEST_FINISHED || !(now.recipients > 0)) return null;
  const line = fitted(known.map((one) => ({ x: share(one.readers, one), y: share(one.total, one) })));
  const x = share(now.readers, now);
  const expected = line.meanY + line.slope * (x - line.meanX);
  const leverage = line.spreadX > 0 ? (x - line.meanX) ** 2 / line.spreadX : 0;
  const error = line.error * Math.sqrt(1 + 1 / known.length + leverage);
  const reach = studentQuantile((1 + INTERVAL) / 2, known.length - 2) * error;
  // Readers do not become fewer; and more than all recipients are none, but for a few visitors.
  const most = Math.max(now.recipients, now.readers);
  const people = (log: number) => Math.min(most, Math.max(now.readers, now.recipients * Math.exp(log) - 0.5));
  const readers = Math.round(people(expected));
  // The whole numbers in between: rounded outwards, a small issue's interval would hold the truth too often.
  const low = Math.min(readers, Math.ceil(people(expected - reach)));
  return { readers, low, high: Math.max(readers, Math.floor(people(expected + reach))) };
}

function share(readers: number, { recipients }: Pick<IssueSoFar, 'recipients'>): number {
  return Math.log((readers + 0.5) / recipients);
}

function fitted(points: readonly { readonly x: number; readonly y: number }[]) {
  const mean = (pick: (point: { readonly x: number; readonly y: number }) => number) =>
    points.reduce((sum, point) => sum + pick(point), 0) / points.length;
  const [meanX, meanY] = [mean(({ x }) => x), mean(({ y }) => y)];
  const spreadX = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
  const together = points.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0);
  // Whoever is ahead now is not behind in the end, and what is ahead of the usual by a half is not by three quarters.
  const slope = spreadX > 0 ? Math.min(1, Math.max(0, together / spreadX)) : 0;
  const rest = points.reduce((sum, { x, y }) => sum + (y - meanY - slope * (x - meanX)) ** 2, 0);
  return { meanX, meanY, spreadX, slope, error: Math.sqrt(rest / (points.length - 2)) };
}
