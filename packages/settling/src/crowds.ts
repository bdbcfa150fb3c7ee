import type { Seen } from '@readout/engagement';
import { type Fetched, isFetch, type Kept } from './fetched.ts';

const MINUTE = 60_000;
/** From so many readers on nobody asks how many more. */
const MOST = 50;

interface Click {
  readonly time: number;
  readonly reader: number;
}

/**
 * For each click of an issue, how many other readers the same client in the same place clicked for within a minute
 * before or after: `Surroundings.crowd` of packages/engagement. Of 50 and more it says 50.
 */
export function crowdsOf(events: readonly Kept[]): (seen: Seen, reader: number) => number {
  const clicks = new Map<string, Click[]>();
  for (const event of events) {
    if (event.kind !== 'clicked' || !isFetch(event) || event.fetch.place === 0) continue;
    const key = keyOf(event.fetch);
    const some = clicks.get(key);
    const click = { time: event.time, reader: event.reader ?? 0 };
    if (some === undefined) clicks.set(key, [click]);
    else some.push(click);
  }
  for (const some of clicks.values()) some.sort((a, b) => a.time - b.time);
  return (seen, reader) => {
    const there = clicks.get(keyOf(seen)) ?? [];
    const others = new Set<number>();
    for (let at = firstFrom(there, seen.time - MINUTE); at < there.length; at++) {
      const click = there[at];
      if (click === undefined || click.time > seen.time + MINUTE || others.size === MOST) break;
      if (click.reader !== reader) others.add(click.reader);
    }
    return others.size;
  };
}

function keyOf({ client, place }: Pick<Fetched['fetch'], 'client' | 'place'>): string {
  return `${place} ${client}`;
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
