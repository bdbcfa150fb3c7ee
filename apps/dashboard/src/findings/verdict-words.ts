import { spanOf } from '../format/spans.ts';
import { growthWords } from '../words/growth-words.ts';
import type { Standing, Verdict } from './experiment-verdict.ts';

/** A verdict in a sentence or two. @param nameOf an offer's name @param percent writes a share, without a sign */
export function verdictWords(
  verdict: Verdict,
  nameOf: (offer: string) => string,
  percent: (share: number) => string,
): string {
  const say = growthWords.experiment.verdict;
  if (verdict.is === 'broken') return say.broken;
  if (verdict.is === 'nobody') return say.nobody;
  const { advice } = verdict;
  const then = advice.is === 'wait' ? say.advice.wait(advice.days, String(advice.days)) : say.advice[advice.is];
  if (verdict.is === 'too_few') return [say.tooFew, then].join(' ').trim();
  if (verdict.is === 'harm') {
    const measure = growthWords.experiments.measures[verdict.measure];
    return [say.harm(nameOf(verdict.offer), measure), then].join(' ').trim();
  }
  const { main, also } = verdict;
  const found = `${mainWords(main, nameOf(main.offer), percent)}${also === null || also.is === 'unknown' ? '' : say.also[also.is][also.measure]}.`;
  return [found, then].join(' ').trim();
}

function mainWords(main: Standing, offer: string, percent: (share: number) => string): string {
  const say = growthWords.experiment.verdict;
  const what = say.what[main.measure];
  if (!('lift' in main)) return main.is === 'same' ? say.same(offer, what) : say.unknown(offer, what);
  const { value, low, high } = main.lift;
  // Less is told without a sign, from the smaller loss to the greater one.
  if (main.is === 'less') return say.less(offer, percent(-value), spanOf({ low: -high, high: -low }, percent), what);
  const span = spanOf({ low, high }, percent);
  return main.is === 'more' ? say.more(offer, percent(value), span, what) : say.open(offer, span, what);
}
