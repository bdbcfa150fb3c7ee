import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeRecord, encodeRecord, MAX_RECORD_BYTES } from './codec.ts';
import type { Fact, Hit } from './log-record.ts';
import { EVENT_KINDS, SEGMENTS, SOURCES } from './vocabulary.ts';

const text = (maxLength: number) => fc.string({ unit: 'grapheme', maxLength }).map((one) => one.slice(0, maxLength));
const id = fc.integer({ min: 1, max: 0xffff_ffff });
const time = fc.integer({ min: 0, max: 4_102_444_799_999 });

const hits: fc.Arbitrary<Hit> = fc.record(
  {
    type: fc.constant('hit' as const),
    version: fc.constant(1 as const),
    kind: fc.constantFrom('opened' as const, 'clicked' as const),
    time,
    target: text(64),
    token: text(64),
    method: fc.constantFrom('GET' as const, 'HEAD' as const),
    source: fc.constantFrom(...SOURCES),
    address: text(45),
    agent: text(512),
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
    source: fc.constantFrom(...SOURCES),
    issue: id,
    reader: id,
    segment: fc.constantFrom(...SEGMENTS),
  },
  { requiredKeys: ['type', 'version', 'kind', 'time', 'publication', 'source'] },
);

describe('a record on the wire', () => {
  test('reads back as it was written, on one line, within the size limit', () => {
    fc.assert(
      fc.property(fc.oneof(hits, facts), (record) => {
        const line = encodeRecord(record);
        expect(line).not.toContain('\n');
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(MAX_RECORD_BYTES);
        expect(decodeRecord(line)).toEqual({ ok: true, record });
      }),
    );
  });

  test.each([
    ['', 'not JSON'],
    ['{"type":"hit"', 'not JSON'],
    ['{"type":"rumour"}', 'type'],
    ['{"type":"fact","version":2,"kind":"sent","time":1,"publication":1,"source":"api"}', 'version'],
    ['{"type":"fact","version":1,"kind":"sent","time":-1,"publication":1,"source":"api"}', 'time'],
    ['{"type":"fact","version":1,"kind":"sent","time":1,"publication":1,"source":"api","email":"x"}', 'email'],
    ['null', 'record'],
  ])('what cannot be understood is named: %s', (line, reason) => {
    const decoded = decodeRecord(line);
    expect(decoded.ok).toBe(false);
    if (!decoded.ok) expect(decoded.reason).toContain(reason);
  });

  test('nothing that stands in the log makes the decoder throw', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (line) => void decodeRecord(line)));
  });
});
