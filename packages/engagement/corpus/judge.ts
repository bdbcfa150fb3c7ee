import type { Verdict } from '@readout/events';
import { shapeOf } from '@readout/events';
import { clientOf } from '../src/client.ts';
import type { Seen } from '../src/seen.ts';
import { settle } from '../src/settle.ts';
import type { CorpusFetch, Sequence } from './sequence.ts';

const DELIVERED = 1_790_000_000_000;
const HONEYPOT = 1_000_000;

/** The settled verdict on each fetch of a sequence, seen as the collector and the ingester see it. */
export function judged(sequence: Sequence): readonly Verdict[] {
  const places = [...new Set(sequence.fetches.map(({ place }) => place))];
  const crowds = new Map<Seen, number>();
  const seen = sequence.fetches.map((fetch) => {
    const one = seenOf(fetch, 1 + places.indexOf(fetch.place));
    crowds.set(one, fetch.crowd);
    return one;
  });
  const message = {
    deliveredAt: DELIVERED,
    links: sequence.links,
    honeypots: new Set(sequence.honeypot ? [HONEYPOT] : []),
    seen,
  };
  return settle(message, { crowd: (one) => crowds.get(one) ?? 0 }).map(({ verdict }) => verdict);
}

function seenOf({ at, kind, link, method, headers, network, said }: CorpusFetch, place: number): Seen {
  return {
    kind,
    time: DELIVERED + at,
    link: link === 'honeypot' ? HONEYPOT : (link ?? 0),
    method,
    client: clientOf(headers['user-agent']),
    network,
    place,
    shape: shapeOf(headers),
    said,
  };
}
