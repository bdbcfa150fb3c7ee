import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { confusionOf, precisionOf, readSequences, shareOf } from './testing/corpus.ts';

const tuning = readSequences(fileURLToPath(new URL('../corpus/tuning', import.meta.url)));

describe('on the part of the corpus that rules are written from', () => {
  const confusion = confusionOf(tuning);

  test('at least 97 of 100 fetches by scanners are recognised, and at most one of 100 by humans condemned', () => {
    expect(shareOf(confusion, 'scanner', 'scanner')).toBeGreaterThanOrEqual(0.97);
    expect(shareOf(confusion, 'human', 'scanner')).toBeLessThanOrEqual(0.01);
  });

  test.each(['human', 'proxied', 'prefetched', 'scanner'] as const)(
    'what is %s is called so, and little else',
    (truth) => {
      expect(shareOf(confusion, truth, truth)).toBeGreaterThanOrEqual(0.97);
      expect(precisionOf(confusion, truth)).toBeGreaterThanOrEqual(0.97);
    },
  );
});
