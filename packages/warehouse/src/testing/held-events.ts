import { type ReaderEvent, VERDICTS } from '@readout/events';
import fc from 'fast-check';
import type { Engine } from '../engine/engine.ts';
import { warehouseOver } from '../open-warehouse.ts';
import type { Warehouse } from '../warehouse.ts';
import { eventBlock } from '../writing/event-block.ts';
import { BEGINNING, eventStreams } from './random-events.ts';

const streamOf = ({ origin }: ReaderEvent) => `${origin.partition} ${origin.collector}`;

/** What the tables hold: of each stream some settled events from its beginning, and some arrivals from anywhere. */
export interface Held {
  readonly settled: readonly ReaderEvent[];
  readonly arrivals: readonly ReaderEvent[];
  /** What counts, each event once: the settled one where both are there. */
  readonly counting: readonly ReaderEvent[];
  readonly isSettled: (event: ReaderEvent) => boolean;
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
export const held: fc.Arbitrary<Held> = fc
  .record({
    events: eventStreams,
    splits: fc.array(fc.record({ settled: share, from: share, to: share }), { minLength: 3, maxLength: 3 }),
    seed: fc.nat(1000),
  })
  .map(({ events, splits, seed }) => {
    const streams = [...new Set(events.map(streamOf))];
    const ends = new Map(
      streams.map((stream) => [
        stream,
        Math.max(...events.filter((one) => streamOf(one) === stream).map((one) => one.origin.position)) + 1,
      ]),
    );
    const upTo = (event: ReaderEvent, which: 'settled' | 'from' | 'to') =>
      Math.round((splits[streams.indexOf(streamOf(event))]?.[which] ?? 0) * (ends.get(streamOf(event)) ?? 0));
    const isSettled = (event: ReaderEvent) => event.origin.position < upTo(event, 'settled');
    const settled = events.filter(isSettled);
    const arrivals = events
      .filter(
        (one) =>
          // Some of what is settled is still there; what is not settled is there from some place on.
          one.origin.position >= Math.min(upTo(one, 'from'), upTo(one, 'settled')) &&
          (isSettled(one) ? one.origin.position < Math.max(upTo(one, 'to'), upTo(one, 'from')) : true),
      )
      // At the first look they looked otherwise.
      .map((one, at) => ({
        ...one,
        verdict: VERDICTS[(VERDICTS.indexOf(one.verdict) + seed + at) % VERDICTS.length] ?? 'none',
        reasons: ['first_look'],
      }));
    const waiting = arrivals.filter((one) => !isSettled(one));
    return { settled, arrivals, counting: [...settled, ...waiting], isSettled };
  });

/** An engine whose tables hold these, and nothing else. */
export async function filled(
  engine: Engine,
  { settled, arrivals }: Pick<Held, 'settled' | 'arrivals'>,
): Promise<Warehouse> {
  for (const table of ['events', 'arrivals', 'issue_figures', 'issue_activity', 'link_figures', 'ledger']) {
    await engine.command(`TRUNCATE TABLE ${table}`);
  }
  const warehouse = await warehouseOver(engine);
  if (settled.length > 0) await warehouse.insertEvents(settled);
  if (arrivals.length > 0) await engine.insert(eventBlock('arrivals', arrivals, BEGINNING));
  return warehouse;
}
