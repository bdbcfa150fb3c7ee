import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Engine } from '../engine/engine.ts';
import { engineInTest } from '../testing/engine-in-test.ts';
import { filled, type Held } from '../testing/held-events.ts';
import { plainAudience, plainOutcome, plainReading, plainTenure } from '../testing/plain-whole-issue.ts';
import { ISSUES, PUBLICATION } from '../testing/random-events.ts';
import { heldOnTheWeb, SECTIONS } from '../testing/web-events.ts';

const BEHIND = SECTIONS.slice(1);

/** Somebody hit the paywall and read on, somebody paid, and somebody may still: chance alone seldom has it all. */
function isRich({ counting }: Held): boolean {
  const mine = counting.filter(({ publication }) => publication === PUBLICATION);
  return ISSUES.some((issue) => {
    const { converted, running } = plainOutcome(mine, issue);
    const its = mine.filter((event) => event.issue === issue);
    return converted > 0 && running > 0 && plainReading(its, SECTIONS, BEHIND).some(({ wentOn }) => wentOn > 0);
  });
}

describe('an issue, while some verdicts are the first look’s', () => {
  let engine: Engine;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ engine, close } = await engineInTest());
  }, 60_000);
  afterAll(() => close());

  test('is read as far as a plain count says; its paywall, trials and people are counted alike', async () => {
    const rich = fc.sample(heldOnTheWeb, { seed: 7, numRuns: 400 }).filter(isRich).slice(0, 2);
    expect(rich).toHaveLength(2);
    const seen = { wentOn: 0, converted: 0, running: 0, countries: 0, known: 0 };
    await fc.assert(
      fc.asyncProperty(heldOnTheWeb, async (tables) => {
        const warehouse = await filled(engine, tables);
        const mine = tables.counting.filter(({ publication }) => publication === PUBLICATION);
        const [first, second, third] = ISSUES;
        if (first === undefined || second === undefined || third === undefined) throw new Error('three issues');
        for (const issue of ISSUES) {
          const its = mine.filter((event) => event.issue === issue);
          const query = { publication: PUBLICATION, issue };
          const reading = await warehouse.sectionReading({ ...query, sections: SECTIONS, behind: BEHIND });
          expect(reading).toEqual(plainReading(its, SECTIONS, BEHIND));
          expect(await warehouse.sectionReading({ ...query, sections: [], behind: [] })).toEqual(
            plainReading(its, [], []),
          );
          const outcome = await warehouse.paywallOutcome(query);
          expect(outcome).toEqual(plainOutcome(mine, issue));
          const audience = await warehouse.audience(query);
          expect(audience).toEqual(plainAudience(its));
          for (const before of [[[first]], [[first, second], [second]]] as const) {
            const tenure = await warehouse.tenure({ ...query, before });
            expect(tenure).toEqual(plainTenure(mine, issue, before));
            seen.known += tenure[1]?.delivered ?? 0;
          }
          seen.wentOn += reading.reduce((sum, { wentOn }) => sum + wentOn, 0);
          seen.converted += outcome.converted;
          seen.running += outcome.running;
          seen.countries += audience.countries.length;
        }
      }),
      { numRuns: 8, examples: rich.map((tables): [Held] => [tables]) },
    );
    // None of it came true because nothing of the sort happened.
    for (const [what, count] of Object.entries(seen)) expect([what, count > 0]).toEqual([what, true]);
  }, 240_000);
});
