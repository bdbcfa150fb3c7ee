import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  EDITIONS,
  EVENT_KINDS,
  type IssueId,
  type LinkId,
  NETWORK_KINDS,
  type OfferId,
  type PublicationId,
  type ReaderEvent,
  type ReaderId,
  SEGMENTS,
  type SectionId,
  SOURCES,
  VERDICTS,
} from '@readout/events';
import fc from 'fast-check';
import { openEmbeddedEngine } from '../engine/embedded-engine.ts';
import type { Engine } from '../engine/engine.ts';
import { TABLES } from '../schema/0001-events-and-figures.sql.ts';
import { createTable } from '../schema/table.ts';
import { fetches } from '../testing/random-events.ts';
import { eventBlock } from './event-block.ts';

const id = fc.integer({ min: 1, max: 0xffff_ffff });
const maybe = <T>(values: fc.Arbitrary<T>) => fc.option(values);
const events: fc.Arbitrary<ReaderEvent> = fc.record(
  {
    origin: fc.record({
      partition: fc.integer({ min: 0, max: 0xffff }),
      collector: id,
      position: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
    }),
    kind: fc.constantFrom(...EVENT_KINDS),
    time: fc.integer({ min: 0, max: 4_102_444_799_999 }),
    publication: id.map((one) => one as PublicationId),
    issue: maybe(id.map((one) => one as IssueId)),
    section: maybe(id.map((one) => one as SectionId)),
    link: maybe(id.map((one) => one as LinkId)),
    reader: maybe(id.map((one) => one as ReaderId)),
    segment: fc.constantFrom(...SEGMENTS),
    edition: fc.constantFrom(...EDITIONS),
    source: fc.constantFrom(...SOURCES),
    verdict: fc.constantFrom(...VERDICTS),
    reasons: fc.array(fc.constantFrom('ordinary_client', 'déjà vu', "it's\ta\\name\n"), { maxLength: 3 }),
    offer: id.map((one) => one as OfferId),
    country: fc.constantFrom('ES', 'XK', 'US'),
    network: fc.constantFrom(...NETWORK_KINDS),
    domain: fc.constantFrom('example.org', 'mail.example.com'),
    referrer: fc.constantFrom('t.co', 'news.example'),
    fetch: fetches,
    sighting: fc.record({
      client: fc.constantFrom('curl', ''),
      place: id,
      said: fc.constantFrom('bot' as const, 'person' as const),
    }),
  },
  {
    requiredKeys: [
      ...(['origin', 'kind', 'time', 'publication', 'issue', 'section', 'link', 'reader'] as const),
      ...(['segment', 'edition', 'source', 'verdict', 'reasons'] as const),
    ],
  },
);

describe('a block of events', () => {
  let folder = '';
  let engine: Engine;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'readout-block-'));
    engine = await openEmbeddedEngine(folder);
    for (const statement of createTable(TABLES.events, null)) await engine.command(statement);
  });
  afterAll(async () => {
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('comes out of ClickHouse as it went in, every column and every word of the vocabulary', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(events, { minLength: 1, maxLength: 200 }), async (some) => {
        await engine.command('TRUNCATE TABLE events');
        await engine.insert(eventBlock('events', some));
        const rows = await engine.written<Record<string, unknown>>(
          'SELECT * REPLACE(toUnixTimestamp64Milli(time) AS time) FROM events ORDER BY publication, time, position',
        );
        const expected = some.map(
          ({ origin, reasons, offer, country, network, domain, referrer, fetch, sighting, part: _, ...event }) => ({
            ...event,
            ...origin,
            issue: event.issue ?? 0,
            section: event.section ?? 0,
            link: event.link ?? 0,
            reader: event.reader ?? 0,
            reasons: reasons.join(','),
            offer: offer ?? 0,
            country: country ?? '',
            network: network ?? 'unknown',
            domain: domain ?? '',
            referrer: referrer ?? '',
            ...(fetch === undefined
              ? { client: '', method: 'none', place: 0, shape: 0, confidence: 0, said: 'nothing', ...sighting }
              : { said: 'nothing', ...fetch, confidence: Math.round(fetch.confidence * 100) }),
          }),
        );
        expect(sorted(rows)).toEqual(sorted(expected));
      }),
      { numRuns: 60 },
    );
  });

  test('is one part of the table, however many rows it has', async () => {
    const [one] = fc.sample(events, { numRuns: 1, seed: 1 });
    if (one === undefined) throw new Error('there is an event');
    await engine.command('TRUNCATE TABLE events');
    await engine.insert(eventBlock('events', Array<ReaderEvent>(100_000).fill(one)));
    const [parts] = await engine.written<{ parts: number; rows: number }>(
      `SELECT count() AS parts, toUInt32(sum(rows)) AS rows FROM system.parts WHERE table = 'events' AND active AND level = 0 AND database = currentDatabase()`,
    );
    expect(parts).toEqual({ parts: 1, rows: 100_000 });
  });
});

/** In an order that does not depend on where a row came from. */
function sorted(rows: readonly Record<string, unknown>[]): readonly string[] {
  const text = (row: Record<string, unknown>) =>
    JSON.stringify(Object.fromEntries(Object.entries(row).sort(([a], [b]) => a.localeCompare(b))));
  return rows.map(text).sort();
}
