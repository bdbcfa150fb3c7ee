import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decodeReplay, encodeReplay } from './replay.ts';
import { routingKey } from './routing-key.ts';

const origins = fc.record({
  partition: fc.integer({ min: 0, max: 65_535 }),
  collector: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  position: fc.maxSafeNat(),
});

describe('a replay', () => {
  test('holds the line as it was and where it stood, and goes where the line itself went', () => {
    fc.assert(
      fc.property(origins, fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (of, line) => {
        const replay = encodeReplay({ of, line });
        expect(decodeReplay(replay)).toEqual({ of, line });
        expect(routingKey(replay)).toBe(routingKey(line));
      }),
    );
  });

  test.each(['', '{"type":"hit"}', 'replay', 'replay 1/2 {}', 'replay 1/2/x {}'])(
    'is not what looks otherwise: %s',
    (line) => {
      expect(decodeReplay(line)).toBeNull();
    },
  );
});
