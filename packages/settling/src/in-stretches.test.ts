import { describe, expect, test } from '@jest/globals';
import type { LinkId, ReaderId } from '@readout/events';
import fc from 'fast-check';
import { crowdsOf } from './crowds.ts';
import type { Kept } from './fetched.ts';
import { rulesOf } from './rules-of.ts';
import { settleIssue } from './settle-issue.ts';

const BEGINNING = Date.UTC(2026, 2, 2, 6);

/** Few clients, places and moments, so that much looks like a crowd. */
const events: fc.Arbitrary<readonly Kept[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('delivered' as const, 'opened' as const, 'clicked' as const, 'clicked' as const),
    time: fc.integer({ min: 0, max: 300 }).map((seconds) => BEGINNING + seconds * 1_000),
    link: fc.constantFrom(1, 2, 3, 4).map((link) => link as LinkId),
    reader: fc.integer({ min: 1, max: 15 }).map((reader) => reader as ReaderId),
    network: fc.constantFrom('other' as const, 'hosting' as const),
    fetch: fc.record({
      client: fc.constantFrom('Chrome 142 / Windows', 'Gmail proxy'),
      method: fc.constantFrom('GET' as const, 'HEAD' as const),
      place: fc.constantFrom(0, 7, 8),
      shape: fc.constantFrom(0, 3),
      confidence: fc.constant(0),
    }),
  }),
  { minLength: 1, maxLength: 80, size: 'max' },
);

describe('settling an issue in stretches', () => {
  test('of some readers each, with the crowds of all, comes to what settling it at once comes to', () => {
    fc.assert(
      fc.property(events, fc.integer({ min: 1, max: 5 }), (all, of) => {
        const facts = { links: 4, honeypots: new Set([4]), rules: rulesOf([]) };
        const whole = settleIssue(facts, all);
        const crowds = crowdsOf(all);
        for (let remainder = 0; remainder < of; remainder++) {
          const places = [...all.keys()].filter((at) => (all[at]?.reader ?? 0) % of === remainder);
          const some = places.flatMap((at) => all[at] ?? []);
          expect(settleIssue(facts, some, [], crowds)).toEqual(places.map((at) => whole[at]));
        }
      }),
    );
  });
});
