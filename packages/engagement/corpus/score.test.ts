import { describe, expect, test } from '@jest/globals';
import { type Judge, score } from './score.ts';
import type { CorpusFetch, Sequence, Truth } from './sequence.ts';
import { toMarkdown } from './to-markdown.ts';

const fetched = (truth: Truth): CorpusFetch => ({
  at: 1_000,
  kind: 'opened',
  method: 'GET',
  headers: {},
  network: 'other',
  place: 'a',
  crowd: 0,
  said: 'nothing',
  truth,
});

function sequence(name: string, family: string, truths: readonly Truth[]): Sequence {
  return { name, family, note: 'For the test.', links: 3, honeypot: false, fetches: truths.map(fetched) };
}

const SEQUENCES = [
  sequence('reader-1', 'readers', ['proxied', 'human', 'human']),
  sequence('reader-2', 'readers', ['human']),
  sequence('gateway-1', 'gateways', ['scanner', 'scanner', 'scanner', 'human']),
  sequence('ahead-1', 'ahead', ['prefetched', 'unclear']),
];

/** By hand: two people's fetches condemned (reader-1 as scanner, gateway-1 as prefetched), one scanner of three missed. */
const VERDICTS: Readonly<Record<string, readonly Truth[]>> = {
  'reader-1': ['proxied', 'scanner', 'human'],
  'reader-2': ['unclear'],
  'gateway-1': ['scanner', 'human', 'scanner', 'prefetched'],
  'ahead-1': ['prefetched', 'unclear'],
};
const judge: Judge = ({ name }) => VERDICTS[name] ?? [];

describe('score', () => {
  const scores = score(SEQUENCES, judge);

  test('counts sequences and fetches', () => {
    expect([scores.sequences, scores.fetches]).toEqual([4, 10]);
  });

  test('says how many fetches of people, and how many of their visits, were condemned', () => {
    // People's fetches: three, one and one. `unclear` condemns nobody.
    expect(scores.humansCondemned.fetches).toEqual({ count: 2, of: 5, value: 0.4 });
    expect(scores.humansCondemned.sequences).toEqual({ count: 2, of: 3, value: 2 / 3 });
  });

  test('says how many scanners were recognised and how many machines would be counted as people', () => {
    expect(scores.scannerRecall).toEqual({ count: 2, of: 3, value: 2 / 3 });
    expect(scores.machinesCounted).toEqual({ count: 1, of: 4, value: 0.25 });
  });

  test('gives precision and recall of every class', () => {
    const shares = scores.classes.map(({ truth, precision, recall }) => [
      truth,
      precision.count,
      precision.of,
      recall.count,
      recall.of,
    ]);
    expect(shares).toEqual([
      ['human', 1, 2, 1, 4],
      ['proxied', 1, 1, 1, 1],
      ['prefetched', 1, 2, 1, 1],
      ['scanner', 2, 3, 2, 3],
      ['unclear', 1, 2, 1, 1],
    ]);
  });

  test('counts each truth by what it was judged', () => {
    expect(scores.confusion.human).toEqual({ human: 1, proxied: 0, prefetched: 1, scanner: 1, unclear: 1 });
    expect(scores.confusion.scanner).toEqual({ human: 1, proxied: 0, prefetched: 0, scanner: 2, unclear: 0 });
  });

  test('names the mistakes of every family', () => {
    expect(scores.families.map(({ family, right }) => [family, right.count, right.of])).toEqual([
      ['ahead', 1, 1],
      ['gateways', 0, 1],
      ['readers', 0, 2],
    ]);
    expect(scores.families[1]?.mistakes).toEqual([
      { sequence: 'gateway-1', fetch: 1, truth: 'scanner', judged: 'human' },
      { sequence: 'gateway-1', fetch: 3, truth: 'human', judged: 'prefetched' },
    ]);
  });

  test('has no share where there is nothing to take it of', () => {
    expect(score([], judge).scannerRecall).toEqual({ count: 0, of: 0, value: undefined });
  });

  test('refuses a judge that skips a fetch or gives no verdict', () => {
    expect(() => score(SEQUENCES, () => ['human'])).toThrow('reader-1: 1 verdicts for 3 fetches');
    expect(() => score([sequence('reader-2', 'readers', ['human'])], () => ['none'])).toThrow(
      'reader-2: fetch 0 was judged "none"',
    );
  });
});

describe('toMarkdown', () => {
  test('tells shares with their counts and mistakes by sequence', () => {
    const text = toMarkdown(score(SEQUENCES, judge));
    expect(text).toContain('4 sequences in 3 families, 10 fetches.');
    expect(text).toContain('| Scanners recognised | 0.667 (2 of 3) |');
    expect(text).toContain('| human | 1 | 0 | 1 | 1 | 1 |');
    expect(text).toContain('| readers | 0 of 2 | human judged scanner: reader-1; human judged unclear: reader-2 |');
    expect(text).not.toContain('| ahead |');
  });

  test('keeps the names of sequences to itself where only families are asked for', () => {
    const text = toMarkdown(score(SEQUENCES, judge), 'families');
    expect(text).toContain('| readers | 0 of 2 | human judged scanner: 1; human judged unclear: 1 |');
  });

  test('says so where nothing is wrong', () => {
    const text = toMarkdown(score(SEQUENCES, ({ fetches }) => fetches.map(({ truth }) => truth)));
    expect(text).toContain('Every fetch was judged right.');
  });
});
