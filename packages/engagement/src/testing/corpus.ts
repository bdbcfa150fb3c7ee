import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CorpusFetch, type Sequence, TRUTHS, type Truth } from '../../corpus/sequence.ts';
import { clientOf } from '../client.ts';
import { shapeOf } from '../header-shape.ts';
import type { Judgement, Message, Seen } from '../seen.ts';
import { settle } from '../settle.ts';

const DELIVERED = 1_790_000_000_000;
const HONEYPOT = 1_000_000;

/** Everything in one part of the corpus: one sequence a line, one family a file. */
export function readSequences(folder: string): Sequence[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Sequence);
}

/** The settled verdict on each fetch of a sequence, seen as the collector and the ingester see it. */
function judgeSequence(sequence: Sequence): Judgement[] {
  const places = [...new Set(sequence.fetches.map(({ place }) => place))];
  const crowds = new Map<Seen, number>();
  const seen = sequence.fetches.map((fetch) => {
    const one = seenOf(fetch, 1 + places.indexOf(fetch.place));
    crowds.set(one, fetch.crowd);
    return one;
  });
  const message: Message = {
    deliveredAt: DELIVERED,
    links: sequence.links,
    honeypots: new Set(sequence.honeypot ? [HONEYPOT] : []),
    seen,
  };
  return settle(message, { crowd: (one) => crowds.get(one) ?? 0 });
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

/** How many fetches of each truth got which verdict. */
export type Confusion = Readonly<Record<Truth, Readonly<Record<Truth, number>>>>;

export function confusionOf(sequences: readonly Sequence[]): Confusion {
  const none = () => Object.fromEntries(TRUTHS.map((truth) => [truth, 0])) as Record<Truth, number>;
  const counts = Object.fromEntries(TRUTHS.map((truth) => [truth, none()])) as Record<Truth, Record<Truth, number>>;
  for (const sequence of sequences) {
    judgeSequence(sequence).forEach(({ verdict }, at) => {
      const truth = sequence.fetches[at]?.truth;
      if (truth !== undefined) counts[truth][verdict]++;
    });
  }
  return counts;
}

/** Of all that is `truth`, the share that got this verdict; recall where the two are the same. */
export function shareOf(confusion: Confusion, truth: Truth, verdict: Truth): number {
  const all = TRUTHS.reduce((sum, one) => sum + confusion[truth][one], 0);
  return all === 0 ? 0 : confusion[truth][verdict] / all;
}

/** Of all that got this verdict, the share that it is true of. */
export function precisionOf(confusion: Confusion, verdict: Truth): number {
  const all = TRUTHS.reduce((sum, truth) => sum + confusion[truth][verdict], 0);
  return all === 0 ? 0 : confusion[verdict][verdict] / all;
}
