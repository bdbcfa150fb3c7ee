import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { IssueId, ReaderEvent, ReaderId } from '@readout/events';
import fc from 'fast-check';
import type { Engine } from '../engine/engine.ts';
import { engineInTest } from '../testing/engine-in-test.ts';
import { filled } from '../testing/held-events.ts';
import { eventStreams, ISSUES, PUBLICATION } from '../testing/random-events.ts';
import type { EarlierEvent } from '../warehouse.ts';

let engine: Engine;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ engine, close } = await engineInTest());
}, 60_000);
afterAll(() => close());

/** As `earlierFetches` has it: of how sure somebody was of it nothing is asked. */
function asEarlier({ kind, time, issue, link, reader, network, fetch, domain }: ReaderEvent): EarlierEvent {
  return {
    kind,
    time,
    issue,
    link,
    reader,
    ...(network === undefined ? {} : { network }),
    ...(fetch === undefined ? {} : { fetch: { ...fetch, confidence: 0 } }),
    ...(domain === undefined ? {} : { domain }),
  };
}

const inOrder = (events: readonly EarlierEvent[]) => events.map((event) => JSON.stringify(sorted(event))).sort();
const sorted = (value: object): object =>
  Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, typeof one === 'object' && one !== null ? sorted(one) : one]),
  );

const readers = fc.integer({ min: 1, max: 40 }).map((id) => id as ReaderId);

test.each([
  { domains: true, kinds: ['sent', 'delivered', 'opened', 'clicked'] },
  { domains: false, kinds: ['delivered', 'opened', 'clicked'] },
])(
  'are those of the messages that are asked for; with domains $domains of $kinds',
  async ({ domains, kinds }) => {
    await fc.assert(
      fc.asyncProperty(
        eventStreams,
        fc.array(fc.tuple(fc.constantFrom(...ISSUES), fc.array(readers))),
        async (events, asked) => {
          const messages = new Map(asked.map(([issue, theirs]) => [issue, new Set(theirs)]));
          const warehouse = await filled(engine, { settled: events, arrivals: [] });
          const found = await warehouse.earlierFetches({ publication: PUBLICATION, messages, domains });
          const expected = events.filter(
            ({ publication, issue, reader, kind }) =>
              publication === PUBLICATION &&
              messages.get(issue as IssueId)?.has(reader as ReaderId) &&
              kinds.includes(kind),
          );
          expect(inOrder(found)).toEqual(inOrder(expected.map(asEarlier)));
        },
      ),
      { numRuns: 10 },
    );
  },
  60_000,
);
