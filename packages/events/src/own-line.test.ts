import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { encodeRecord } from './codec.ts';
import { type Fact, type Hit, logRecordSchema } from './log-record.ts';
import { readOwnLine } from './own-line.ts';
import { EDITIONS, EVENT_KINDS, NETWORK_KINDS, SEGMENTS, SOURCES } from './vocabulary.ts';

const id = fc.integer({ min: 1, max: 0xffff_ffff });
const time = fc.integer({ min: 0, max: 4_102_444_799_999 });
const plain = (maxLength: number) => fc.string({ unit: fc.constantFrom(...'aZ0 _-;()/.é漢'), maxLength });

const hits: fc.Arbitrary<Hit> = fc.record(
  {
    type: fc.constant('hit' as const),
    version: fc.constant(1 as const),
    kind: fc.constantFrom('opened' as const, 'clicked' as const),
    time,
    target: plain(64),
    issue: fc.string({ unit: fc.constantFrom(...'abcXYZ123'), minLength: 12, maxLength: 12 }),
    token: plain(64),
    visitor: fc.integer({ min: 1, max: 0x7fff_ffff }),
    method: fc.constantFrom('GET' as const, 'HEAD' as const),
    source: fc.constantFrom(...SOURCES),
    country: fc.constantFrom('ES', 'XK'),
    network: fc.constantFrom(...NETWORK_KINDS),
    place: id,
    shape: fc.integer({ min: 0, max: 1023 }),
    address: plain(45),
    agent: plain(512),
  },
  { requiredKeys: ['type', 'version', 'kind', 'time', 'target', 'token', 'method', 'source'] },
);
const facts: fc.Arbitrary<Fact> = fc.record(
  {
    type: fc.constant('fact' as const),
    version: fc.constant(1 as const),
    kind: fc.constantFrom(...EVENT_KINDS),
    time,
    publication: id,
    issue: id,
    section: id,
    link: id,
    reader: id,
    segment: fc.constantFrom(...SEGMENTS),
    edition: fc.constantFrom(...EDITIONS),
    domain: fc.constantFrom('example.org', 'mail.example.com'),
    referrer: fc.constantFrom('t.co', 'news.example'),
    source: fc.constantFrom(...SOURCES),
    country: fc.constantFrom('ES', 'XK'),
    agent: plain(512),
  },
  { requiredKeys: ['type', 'version', 'kind', 'time', 'publication', 'source'] },
);

describe('a line as we write it', () => {
  test('is read as the record that it is of', () => {
    fc.assert(
      fc.property(fc.oneof(hits, facts), (record) => {
        expect(readOwnLine(encodeRecord(record))).toEqual(record);
      }),
      { numRuns: 1_000 },
    );
  });

  test('is left to the long way where something in it is escaped', () => {
    const hit = { kind: 'opened', time: 1, target: 't', token: 't', method: 'GET', source: 'pixel' } as const;
    const line = encodeRecord({ type: 'hit', version: 1, ...hit, agent: 'a "quoted" one' });
    expect(readOwnLine(line)).toBeNull();
  });

  test('changed in any place, it is never read as anything but what JSON and the schemas make of it', () => {
    let read = 0;
    fc.assert(
      fc.property(
        fc.oneof(hits, facts).map(encodeRecord),
        fc.nat(),
        fc.nat(3),
        fc.oneof(fc.constantFrom('', '"', '\\', ',', '}', '{', '0', '9', '-', '.', 'e', ' ', '\n', '\t'), fc.string()),
        (line, place, removed, added) => {
          const at = place % (line.length + 1);
          const changed = line.slice(0, at) + added + line.slice(at + removed);
          const record = readOwnLine(changed);
          if (record === null) return;
          expect(logRecordSchema.parse(JSON.parse(changed))).toEqual(record);
          if (changed !== line) read++;
        },
      ),
      { numRuns: 20_000 },
    );
    expect(read).toBeGreaterThan(300);
  });

  test.each([
    ['a time beyond the year 2100', { time: 4_102_444_800_000 }],
    ['a publication of 0', { publication: 0 }],
    ['a number with more than 32 bits', { issue: 0x1_0000_0000 }],
    ['a reader of 0', { reader: 0 }],
  ])('is not read with %s', (_what, wrong) => {
    const fact = { type: 'fact', version: 1, kind: 'sent', time: 1, publication: 1, source: 'api' } as const;
    expect(readOwnLine(encodeRecord(fact))).not.toBeNull();
    expect(readOwnLine(encodeRecord({ ...fact, ...wrong }))).toBeNull();
  });
});
