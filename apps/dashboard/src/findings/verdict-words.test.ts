import { expect, test } from '@jest/globals';
import type { Verdict } from './experiment-verdict.ts';
import { verdictWords } from './verdict-words.ts';

const lift = { value: 0.12, low: 0.03, high: 0.22 };
const main = { is: 'more', offer: 'two', measure: 'trial_starts', lift } as const;
const nameOf = () => '14 days';
const percent = (share: number) => `${Math.round(share * 100)}%`;

test.each<[Verdict, string]>([
  [
    { is: 'told', main, also: { is: 'open', offer: 'two', measure: 'paid', lift }, advice: { is: 'wait', days: 9 } },
    '“14 days” brings 12% more trials (3% to 22%), and so far neither more nor fewer pay. Keep it running 9 more days to know.',
  ],
  [
    {
      is: 'told',
      main: { ...main, is: 'less', lift: { value: -0.12, low: -0.22, high: -0.03 } },
      also: null,
      advice: { is: 'keep' },
    },
    '“14 days” brings 12% less trials (3% to 22%). Stop it and keep the control.',
  ],
  [
    {
      is: 'told',
      main: { is: 'same', offer: 'two', measure: 'paid' },
      also: { is: 'unknown', offer: 'two', measure: 'revenue' },
      advice: { is: 'over' },
    },
    '“14 days” brings as much paying readers as the control, but for a difference that does not matter to you.',
  ],
  [
    { is: 'harm', offer: 'two', measure: 'unsubscribes', advice: { is: 'stop' } },
    '“14 days” does harm: unsubscribed from the newsletter, worse than you allowed. Stop it.',
  ],
  [{ is: 'too_few', advice: { is: 'wait_on' } }, 'Too few people so far. Keep it running.'],
  [{ is: 'nobody' }, 'Nobody who takes part has hit the paywall yet.'],
])('%j', (verdict, says) => {
  expect(verdictWords(verdict, nameOf, percent)).toBe(says);
});

test('where the split is broken nothing else is told', () => {
  expect(verdictWords({ is: 'broken' }, nameOf, percent)).toMatch(/^Stop: .* the split is broken/);
});
