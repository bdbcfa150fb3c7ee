import { normalShareBelow } from './normal-distribution.ts';
import { digamma, trigamma } from './polygamma.ts';

/** What is known of one issue. All are numbers of people, each counted once; a group holds nobody of the other. */
export interface IssueClicks {
  /** Whose opens can be seen: everybody the issue was delivered to, less the hidden. */
  readonly seen: {
    readonly recipients: number;
    /** With a human or proxied open, or a human click. */
    readonly readers: number;
    /** With a human click; they are among the readers. */
    readonly clickers: number;
  };
  /** Whose message was fetched by a machine (Apple Mail Privacy Protection) and by nothing else, clicks apart. */
  readonly hidden: {
    readonly recipients: number;
    /** With a human click: the only ones of these who are known to have read. */
    readonly clickers: number;
  };
}

/** Whole people. The truth lies from `low` to `high`, both included, with a probability of 90 %. */
export interface Range {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

export type Refusal =
  /** Negative, broken or contradicting counts: a defect in whoever counted. */
  | 'inconsistent-counts'
  /** No message was prefetched: the counted readers are all there are. */
  | 'nothing-hidden'
  | 'no-seen-readers'
  | 'too-few-clicks'
  /** More hidden clickers than the stated habits explain if every hidden recipient had read: machines, most likely. */
  | 'clicks-not-explained';

export type EstimatedReaders =
  | {
      readonly ok: true;
      /** Hidden recipients who read, those who clicked included. */
      readonly hiddenReaders: Range;
      /** All readers of the issue: the seen ones and `hiddenReaders`. */
      readonly readers: Range;
      /** Readers who were counted, not estimated: the seen ones and the hidden clickers. */
      readonly counted: number;
      /** Clickers among seen readers, from 0 to 1: what the estimate rests on. */
      readonly seenClickRate: number;
    }
  | { readonly ok: false; readonly reason: Refusal; readonly message: string };

/**
 * How much hidden readers' click rate may differ from that of seen ones: the standard deviation of the logarithm of
 * their ratio. 0.185 puts 95 % of publications between 0.70 and 1.44. An assumption, since no count can show it;
 * docs/estimated-readers.md says what happens when it is wrong.
 */
export const CLICK_HABIT_SPREAD = 0.185;

/** Fewer, and the interval is too wide to say anything; see “When it is refused” in docs/estimated-readers.md. */
export const FEWEST_CLICKERS = 10;

export interface EstimateOptions {
  /** Default `CLICK_HABIT_SPREAD`; 0 where hidden readers are known to click like seen ones. */
  readonly clickHabitSpread?: number;
  /** How many clickers either group must have. Default `FEWEST_CLICKERS`; at least 1. */
  readonly fewestClickers?: number;
}

/** The least probability that the counts can come about at all; below it, the assumptions are the likelier culprit. */
const LEAST_EXPLAINED = 0.02;

/**
 * How many hidden recipients read an issue, from who clicked.
 *
 * Hidden clickers are the hidden readers X thinned with the click rate p of hidden readers. With the prior 1/X and p
 * known, P(X ≤ x) is proportional to the probability that a Beta(clickers, x − clickers + 1) variable is below p: the
 * sum of negative binomial terms as an incomplete beta function (Abramowitz & Stegun 26.5.26). p is the click rate of
 * seen readers, a Beta posterior with Jeffreys' prior, times a log-normal ratio of habits. The logarithm of a beta
 * variable has mean ψ(a) − ψ(a + b) and variance ψ′(a) − ψ′(a + b) (Johnson, Kotz & Balakrishnan, Continuous Univariate
 * Distributions 2, chapter 25) and is close to normal from ten clickers on, so that the three parts add up to one
 * normal distribution and nothing has to be integrated.
 *
 * @throws RangeError where an option is not what it may be.
 */
export function estimatedReaders(
  { seen, hidden }: IssueClicks,
  { clickHabitSpread = CLICK_HABIT_SPREAD, fewestClickers = FEWEST_CLICKERS }: EstimateOptions = {},
): EstimatedReaders {
  if (!(clickHabitSpread >= 0 && clickHabitSpread < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`The spread of click habits must be 0 or more, not ${clickHabitSpread}.`);
  }
  if (!(fewestClickers >= 1)) {
    throw new RangeError(`At least 1 clicker is needed in each group, not ${fewestClickers}.`);
  }
  const refusal = refusalOf(seen, hidden, fewestClickers);
  if (refusal !== null) return refusal;

  const clickers = seen.clickers + 0.5;
  const others = seen.readers - seen.clickers + 0.5;
  const logRate = digamma(clickers) - digamma(clickers + others);
  const logRateVariance = trigamma(clickers) - trigamma(clickers + others) + clickHabitSpread ** 2;

  const [logClickers, logClickersVariance] = [digamma(hidden.clickers), trigamma(hidden.clickers)];
  /** P(hidden readers ≤ x), before it is known that there are at most as many as hidden recipients. */
  const shareBelow = (x: number) => {
    const distance = digamma(x + 1) - logClickers + logRate;
    return normalShareBelow(distance / Math.sqrt(logRateVariance + logClickersVariance - trigamma(x + 1)));
  };
  const explained = shareBelow(hidden.recipients);
  if (explained < LEAST_EXPLAINED) {
    return refused(
      'clicks-not-explained',
      'More hidden recipients clicked than if all of them had read. Look for machines among their clicks.',
    );
  }
  /** The fewest readers that `share` of the probability does not exceed. */
  const quantile = (share: number) => {
    let [low, high] = [hidden.clickers, hidden.recipients];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (shareBelow(middle) >= share * explained) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const hiddenReaders = { estimate: quantile(0.5), low: quantile(0.05), high: quantile(0.95) };
  return {
    ok: true,
    hiddenReaders,
    readers: {
      estimate: seen.readers + hiddenReaders.estimate,
      low: seen.readers + hiddenReaders.low,
      high: seen.readers + hiddenReaders.high,
    },
    counted: seen.readers + hidden.clickers,
    seenClickRate: seen.clickers / seen.readers,
  };
}

function refusalOf(seen: IssueClicks['seen'], hidden: IssueClicks['hidden'], fewest: number) {
  const counts = [seen.recipients, seen.readers, seen.clickers, hidden.recipients, hidden.clickers];
  if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0)) {
    return refused('inconsistent-counts', 'Every count must be a whole number, 0 or more.');
  }
  if (seen.readers > seen.recipients || seen.clickers > seen.readers || hidden.clickers > hidden.recipients) {
    return refused('inconsistent-counts', 'Clickers must be among the readers, and readers among the recipients.');
  }
  if (hidden.recipients === 0) {
    return refused('nothing-hidden', 'No message was prefetched: the counted readers are all there are.');
  }
  if (seen.readers === 0) {
    return refused('no-seen-readers', 'Nobody is known to have read: there is no click rate of readers to go by.');
  }
  if (seen.clickers < fewest || hidden.clickers < fewest) {
    return refused(
      'too-few-clicks',
      `An estimate takes ${fewest} clickers whose opens are seen and ${fewest} whose opens are hidden. ` +
        `There are ${seen.clickers} and ${hidden.clickers}.`,
    );
  }
  return null;
}

function refused(reason: Refusal, message: string): EstimatedReaders & { readonly ok: false } {
  return { ok: false, reason, message };
}
