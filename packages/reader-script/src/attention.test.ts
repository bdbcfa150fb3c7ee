import { describe, expect, test } from '@jest/globals';
import { Attention, isInView } from './attention.ts';

describe('in view', () => {
  test.each([
    ['all of it', { top: 100, bottom: 300 }, true],
    ['exactly half of it', { top: 700, bottom: 900 }, true],
    ['less than half of it', { top: 710, bottom: 910 }, false],
    ['more than the view holds', { top: -2_000, bottom: 3_000 }, true],
    ['half of the view, at the end of something long', { top: -2_000, bottom: 400 }, true],
    ['less than half of the view, at the end of something long', { top: -2_000, bottom: 390 }, false],
    ['what is above', { top: -300, bottom: 0 }, false],
    ['what is below', { top: 800, bottom: 900 }, false],
    ['nothing: it is not shown', { top: 0, bottom: 0 }, false],
  ])('of a view of 800 pixels: %s', (_, extent, expected) => {
    expect(isInView(extent, 800)).toBe(expected);
  });
});

describe('attention', () => {
  const looks = (attention: Attention, seen: readonly boolean[]) => seen.map((one) => attention.look(one, 250));

  test('counts once, when it was held for long enough between two looks that saw it', () => {
    const attention = new Attention({ after: 500, unbroken: true });
    expect(looks(attention, [true, true, true, true])).toEqual([false, false, true, false]);
  });

  test('begins anew after looking away, where it has to be unbroken', () => {
    const attention = new Attention({ after: 500, unbroken: true });
    expect(looks(attention, [true, true, false, true, true, true])).toEqual([false, false, false, false, false, true]);
  });

  test('adds up otherwise', () => {
    const attention = new Attention({ after: 500, unbroken: false });
    expect(looks(attention, [true, true, false, true, true])).toEqual([false, false, false, false, true]);
  });

  test('does not count a time of which it is not known what was seen, and begins anew after it', () => {
    const unbroken = new Attention({ after: 500, unbroken: true });
    const seen = [250, 250, null, 250, 250].map((ms) => unbroken.look(true, ms));
    expect(seen).toEqual([false, false, false, false, true]);
    const adding = new Attention({ after: 500, unbroken: false });
    expect([250, 250, null, 250].map((ms) => adding.look(true, ms))).toEqual([false, false, false, true]);
  });
});
