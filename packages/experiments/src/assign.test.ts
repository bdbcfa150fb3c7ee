import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { type PublicId, type ReaderId, visitorAsReader } from '@readout/events';
import fc from 'fast-check';
import { type Arm, assign, type Experiment, type Person } from './assign.ts';
import { offerFor } from './offer-for.ts';

const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const publicId = fc
  .array(fc.constantFrom(...BASE58), { minLength: 12, maxLength: 12 })
  .map((letters) => letters.join('') as PublicId);
const reader = fc.integer({ min: 1, max: 0x7fff_ffff }).map((number) => number as ReaderId);
const arms = fc
  .uniqueArray(fc.record({ offer: publicId, weight: fc.integer({ min: 1, max: 100 }) }), {
    selector: ({ offer }) => offer,
    minLength: 2,
    maxLength: 6,
  })
  .map((all): readonly Arm[] => all);
const experiment = fc.record({ publicId, arms }).map((all): Experiment => ({ ...all, ...EVERYBODY }));

const EVERYBODY = { readers: 'all', visitors: true, share: 1 } as const;
const person = (number: number, hasAccess = false): Person => ({ number: number as ReaderId, hasAccess });
const named = (name: string) =>
  createHash('sha256').update(name).digest('base64url').replace(/\W/g, 'x').slice(0, 12) as PublicId;

/** Over so many degrees of freedom chi-squared exceeds this once in a million: the chance is fixed with the names. */
const CHI_SQUARED_ONE_IN_A_MILLION = [0, 23.93, 27.63, 30.66, 33.38, 35.89, 38.26];
const chiSquared = (counts: readonly number[], expected: readonly number[]) =>
  counts.reduce((sum, count, at) => sum + (count - (expected[at] ?? 0)) ** 2 / (expected[at] ?? 1), 0);

function countsOf(one: Experiment, people: Iterable<number>) {
  const counts = new Map<PublicId | null, number>();
  for (const number of people) {
    const { offer, takesPart } = assign(one, person(number));
    counts.set(takesPart ? offer : null, (counts.get(takesPart ? offer : null) ?? 0) + 1);
  }
  return counts;
}
function* numbers(from: number, count: number) {
  for (let at = 0; at < count; at++) yield from + at;
}

describe('assignment', () => {
  test('is the same whenever it is asked, and one of the arms', () => {
    fc.assert(
      fc.property(experiment, reader, (one, number) => {
        const first = assign(one, person(number));
        expect(assign(structuredClone(one), person(number))).toEqual(first);
        expect(one.arms.map(({ offer }) => offer)).toContain(first.offer);
        expect(first.takesPart).toBe(true);
      }),
    );
  });

  test('does not depend on the order in which the arms are listed', () => {
    fc.assert(
      fc.property(experiment, reader, (one, number) => {
        const turned = { ...one, arms: [...one.arms].reverse() };
        expect(assign(turned, person(number))).toEqual(assign(one, person(number)));
      }),
    );
  });

  test('depends on the proportions of the weights, not on how they are written', () => {
    fc.assert(
      fc.property(experiment, reader, fc.integer({ min: 2, max: 64 }), (one, number, times) => {
        const larger = { ...one, arms: one.arms.map(({ offer, weight }) => ({ offer, weight: weight * times })) };
        expect(assign(larger, person(number))).toEqual(assign(one, person(number)));
      }),
    );
  });

  test('can be computed by anybody from the experiment’s id and the reader’s number', () => {
    fc.assert(
      fc.property(publicId, reader, (id, number) => {
        const one: Experiment = {
          publicId: id,
          arms: [
            { offer: '222222222222' as PublicId, weight: 1 },
            { offer: '111111111111' as PublicId, weight: 3 },
          ],
          ...EVERYBODY,
        };
        const digest = createHash('sha256').update(`${id}:${number}`).digest();
        const first52Bits = Number(digest.readBigUInt64BE() >> 12n);
        const expected = first52Bits / 2 ** 52 < 0.75 ? '111111111111' : '222222222222';
        expect(assign(one, person(number)).offer).toBe(expected);
      }),
    );
  });

  test('of known readers is what is printed in the documentation', () => {
    const one: Experiment = {
      publicId: 'Ex5tRk8mQwZp' as PublicId,
      arms: [
        { offer: 'oF7dNs2hLbYc' as PublicId, weight: 1 },
        { offer: 'oF9wKx4jTgVu' as PublicId, weight: 1 },
      ],
      ...EVERYBODY,
    };
    expect([1, 2, 3, 4, 5, 6].map((number) => assign(one, person(number)).offer)).toEqual([
      'oF7dNs2hLbYc',
      'oF9wKx4jTgVu',
      'oF7dNs2hLbYc',
      'oF7dNs2hLbYc',
      'oF9wKx4jTgVu',
      'oF9wKx4jTgVu',
    ]);
  });

  test.each([[[1, 1]], [[50, 50]], [[9, 1]], [[1, 2, 3]], [[10, 20, 30, 40]], [[1, 1, 1, 1, 1, 1]]])(
    'splits 60,000 readers as the weights %j say, whatever their numbers',
    (weights) => {
      for (const [run, from] of [1, 1_000_000, 0x7fff_0000 - 60_000, 0x8000_0001].entries()) {
        const one: Experiment = {
          publicId: named(`split ${weights} ${run}`),
          arms: weights.map((weight, at) => ({ offer: named(`offer ${at} ${run}`), weight })),
          ...EVERYBODY,
        };
        const counts = countsOf(one, numbers(from, 60_000));
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        const found = chiSquared(
          one.arms.map(({ offer }) => counts.get(offer) ?? 0),
          weights.map((weight) => (60_000 * weight) / total),
        );
        expect(found).toBeLessThan(CHI_SQUARED_ONE_IN_A_MILLION[weights.length - 1] ?? 0);
      }
    },
  );

  test('in one experiment says nothing about that in another, nor about who takes part', () => {
    const two = ['control', 'other'].map((name) => ({ offer: named(name), weight: 1 }));
    const [first, second] = [named('first'), named('second')].map(
      (id): Experiment => ({ publicId: id, arms: two, ...EVERYBODY }),
    );
    if (first === undefined || second === undefined) throw new Error('there are two');
    const third = { ...first, share: 0.5 };
    const both = [0, 0, 0, 0];
    const taking = [0, 0, 0, 0];
    for (const number of numbers(1, 80_000)) {
      const arm = assign(first, person(number)).offer === two[0]?.offer ? 0 : 1;
      const cell = arm * 2 + (assign(second, person(number)).offer === two[0]?.offer ? 0 : 1);
      both[cell] = (both[cell] ?? 0) + 1;
      const part = arm * 2 + (assign(third, person(number)).takesPart ? 0 : 1);
      taking[part] = (taking[part] ?? 0) + 1;
    }
    for (const cells of [both, taking]) {
      expect(chiSquared(cells, [20_000, 20_000, 20_000, 20_000])).toBeLessThan(CHI_SQUARED_ONE_IN_A_MILLION[3] ?? 0);
    }
  });
});

describe('who takes part', () => {
  const base: Experiment = {
    publicId: named('audience'),
    arms: [
      { offer: named('control'), weight: 1 },
      { offer: named('other'), weight: 1 },
    ],
    readers: 'all',
    visitors: false,
    share: 1,
  };
  const visitor = { number: visitorAsReader(5), hasAccess: false };

  test('readers, all or only free ones; visitors where that is said', () => {
    const free = { ...base, readers: 'free' } as const;
    expect(assign(base, person(5, true)).takesPart).toBe(true);
    expect(assign(free, person(5, true))).toEqual({ offer: named('control'), takesPart: false });
    expect(assign(free, person(5, false))).toEqual(assign(base, person(5, true)));
    expect(assign(base, visitor)).toEqual({ offer: named('control'), takesPart: false });
    expect(assign({ ...base, visitors: true }, visitor).takesPart).toBe(true);
  });

  test('the share that is said, in the proportions of the weights; raising it moves nobody', () => {
    const tenth = { ...base, share: 0.1 };
    const counts = countsOf(tenth, numbers(1, 100_000));
    const inAll = 100_000 - (counts.get(null) ?? 0);
    expect(chiSquared([inAll, 100_000 - inAll], [10_000, 90_000])).toBeLessThan(CHI_SQUARED_ONE_IN_A_MILLION[1] ?? 0);
    const half = inAll / 2;
    expect(
      chiSquared(
        base.arms.map(({ offer }) => counts.get(offer) ?? 0),
        [half, half],
      ),
    ).toBeLessThan(CHI_SQUARED_ONE_IN_A_MILLION[1] ?? 0);
    for (const number of numbers(1, 5_000)) {
      const before = assign(tenth, person(number));
      if (before.takesPart) expect(assign({ ...base, share: 0.2 }, person(number))).toEqual(before);
    }
    expect(countsOf({ ...base, share: 0 }, numbers(1, 1_000))).toEqual(new Map([[null, 1_000]]));
  });

  test('without an experiment everybody sees the usual offer, and whoever is nobody the control', () => {
    const usual = named('usual');
    expect(offerFor({ usual, experiment: null }, person(5))).toEqual({ experiment: null, offer: usual });
    expect(offerFor({ usual: null, experiment: null }, null)).toEqual({ experiment: null, offer: null });
    expect(offerFor({ usual, experiment: base }, null)).toEqual({ experiment: null, offer: named('control') });
    expect(offerFor({ usual, experiment: base }, visitor)).toEqual({ experiment: null, offer: named('control') });
    expect(offerFor({ usual, experiment: base }, person(5))).toEqual({
      experiment: base.publicId,
      offer: assign(base, person(5)).offer,
    });
  });

  test('an experiment without an arm is refused', () => {
    expect(() => assign({ ...base, arms: [] }, person(5))).toThrow(RangeError);
  });
});
