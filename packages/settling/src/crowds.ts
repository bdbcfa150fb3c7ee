import type { Seen } from '@readout/engagement';
import { isFetch, type Kept } from './fetched.ts';

const MINUTE = 60_000;
/** From so many readers on nobody asks how many more. */
const MOST = 50;

type Click = Pick<Kept, 'time' | 'reader'>;

/**
 * For each click of an issue, how many other readers the same client in the same place clicked for within a minute
 * before or after: `Surroundings.crowd` of packages/engagement. Of 50 and more it says 50.
 */
export function crowdsOf(...events: readonly (readonly Kept[])[]): (seen: Seen, reader: number) => number {
  /** By client, and then by place. */
  const clicks = new Map<string, Map<number, Click[]>>();
  for (const some of events) {
    for (const event of some) {
      if (event.kind !== 'clicked' || !isFetch(event) || event.fetch.place === 0) continue;
      const { client, place } = event.fetch;
      let byPlace = clicks.get(client);
      if (byPlace === undefined) {
        byPlace = new Map();
        clicks.set(client, byPlace);
      }
      const there = byPlace.get(place);
      if (there === undefined) byPlace.set(place, [event]);
      else there.push(event);
    }
  }
  for (const byPlace of clicks.values()) {
    for (const there of byPlace.values()) if (there.length > 1) there.sort((a, b) => a.time - b.time);
  }
  return ({ client, place, time }, reader) => {
    const there = clicks.get(client)?.get(place) ?? [];
    // Nearly always it is alone.
    if (there.length === 0 || (there.length === 1 && there[0]?.reader === reader)) return 0;
    const others = new Set<number>();
    for (let at = firstFrom(there, time - MINUTE); at < there.length; at++) {
      const click = there[at];
      if (click === undefined || click.time > time + MINUTE || others.size === MOST) break;
      if (click.reader !== reader) others.add(click.reader ?? 0);
    }
    return others.size;
  };
}

/** Where the clicks from `time` on begin. */
function firstFrom(clicks: readonly Click[], time: number): number {
  let low = 0;
  let high = clicks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((clicks[middle]?.time ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
