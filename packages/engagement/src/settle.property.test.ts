import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { RULE_BOOK } from './rule-book.ts';
import { SETTLES_AFTER_MS, settle } from './settle.ts';
import { randomMessage, someCrowd } from './testing/random-message.ts';

const RUNS = { numRuns: 1000 };
const rules = new Map(RULE_BOOK.map((rule) => [rule.name, rule]));

describe('settled verdicts, whatever was fetched', () => {
  test('do not hang on the order of arrival', () => {
    const shuffled = randomMessage.chain((message) =>
      fc.tuple(fc.constant(message), fc.shuffledSubarray([...message.seen.keys()], { minLength: message.seen.length })),
    );
    fc.assert(
      fc.property(shuffled, ([message, order]) => {
        const seen = order.flatMap((place) => message.seen.slice(place, place + 1));
        const before = settle(message, someCrowd);
        const after = settle({ ...message, seen }, someCrowd);
        expect(after).toEqual(order.map((place) => before[place]));
      }),
      RUNS,
    );
  });

  test('are one of the five for each fetch, with reasons that the rule book explains', () => {
    fc.assert(
      fc.property(randomMessage, (message) => {
        const judgements = settle(message, someCrowd);
        expect(judgements).toHaveLength(message.seen.length);
        for (const { verdict, reasons, confidence } of judgements) {
          expect(['human', 'proxied', 'prefetched', 'scanner', 'unclear']).toContain(verdict);
          expect(reasons.length).toBeGreaterThan(0);
          expect(reasons.filter((reason) => !rules.has(reason))).toEqual([]);
          expect(confidence >= 0 && confidence <= 1).toBe(true);
        }
      }),
      RUNS,
    );
  });

  test('call a scanner only what two categories speak for, or one that is certain', () => {
    fc.assert(
      fc.property(randomMessage, (message) => {
        for (const { verdict, reasons } of settle(message, someCrowd)) {
          if (verdict !== 'scanner') continue;
          const about = reasons.flatMap((reason) => rules.get(reason) ?? []);
          const categories = new Set(about.map(({ category }) => category));
          expect(about.some(({ certain }) => certain) || categories.size >= 2).toBe(true);
        }
      }),
      RUNS,
    );
  });

  test('stand after the time they take to settle: what comes later changes nothing', () => {
    fc.assert(
      fc.property(randomMessage, fc.nat(), (message, pick) => {
        const at = message.seen.length === 0 ? -1 : pick % message.seen.length;
        const one = message.seen[at];
        if (one === undefined) return;
        const early = message.seen.filter(({ time }) => time <= one.time + SETTLES_AFTER_MS);
        const later = settle(message, someCrowd)[at];
        expect(settle({ ...message, seen: early }, someCrowd)[early.indexOf(one)]).toEqual(later);
      }),
      RUNS,
    );
  });

  test('are the same again after other messages were judged', () => {
    fc.assert(
      fc.property(randomMessage, randomMessage, (message, unrelated) => {
        const before = settle(message, someCrowd);
        settle(unrelated, someCrowd);
        expect(settle(message, someCrowd)).toEqual(before);
      }),
      RUNS,
    );
  });
});
