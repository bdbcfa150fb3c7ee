import type { Standing } from '../../../findings/paywall-positions.ts';
import { growthWords } from '../../../words/growth-words.ts';

/** Heads of the figures of one place of the paywall, as they leave the interface. */
export function standingColumns(): string[] {
  const say = growthWords.paywall;
  const { csvLow, csvHigh } = growthWords.growth;
  return [
    say.viewers,
    say.hits,
    say.hitRate,
    csvLow(say.hitRate),
    csvHigh(say.hitRate),
    say.trials,
    say.trialRate,
    csvLow(say.trialRate),
    csvHigh(say.trialRate),
    say.converted,
  ];
}

export function standingValues(row: Standing): (number | null)[] {
  const rate = (share: Standing['hitRate']) => [share?.rate ?? null, share?.low ?? null, share?.high ?? null];
  return [row.viewers, row.hits, ...rate(row.hitRate), row.trials, ...rate(row.trialRate), row.converted];
}
