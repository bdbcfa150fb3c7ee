import { asCatalogued } from '../../sample/src/testing/as-catalogued.ts';
import { readingCurves } from '../../sample/src/testing/reading-curves.ts';
import { AGES, DONE, type Foretold, forecastsOf } from './forecasts.ts';

const HOUR_MS = 3_600_000;
/** An issue is foretold from at most so many before it, as the API does it. */
const MOST_BEFORE = 30;
const NOW = Date.UTC(2026, 2, 2, 12);

/**
 * Every issue of the sample publication that is done, held out and foretold at every age from those before it which were
 * done at that time.
 * @param seed another one, another run of luck. @param scale share of the sample's 20,000 readers
 */
export function foretoldOfSample(seed: number, scale: number): Foretold[] {
  const curves = readingCurves(asCatalogued(NOW, { seed, scale }), [...AGES, DONE]);
  return curves.flatMap((heldOut, at) => {
    if (heldOut.sentAt + DONE * HOUR_MS > NOW) return [];
    const before = curves.slice(Math.max(0, at - MOST_BEFORE), at);
    return AGES.flatMap((age) => {
      const done = before.filter(({ sentAt }) => sentAt + DONE * HOUR_MS <= heldOut.sentAt + age * HOUR_MS);
      return forecastsOf(done, heldOut).filter((one) => one.age === age);
    });
  });
}
