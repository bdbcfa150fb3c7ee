import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { factSchema, hitSchema } from './log-record.ts';
import { isHitOrFact } from './well-formed.ts';

const hit = {
  type: 'hit',
  version: 1,
  kind: 'opened',
  time: 1,
  target: 'abcdefghijkm',
  token: 't',
  method: 'GET',
  source: 'pixel',
};
const fact = { type: 'fact', version: 1, kind: 'sent', time: 1, publication: 1, source: 'api' };
const NAMES = [
  ...['type', 'version', 'kind', 'time', 'target', 'issue', 'token', 'visitor', 'method', 'source', 'country'],
  ...['network', 'address', 'agent', 'publication', 'section', 'link', 'reader', 'segment', 'edition', 'email'],
  ...['__proto__', 'constructor', 'toString'],
];
/** At the edges of what a field may hold, and beyond. */
const values = fc.oneof(
  fc.constantFrom(0, -0, 1, -1, 0.5, 2, 1e300, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff, 0x1_0000_0000, 2 ** 53),
  fc.constantFrom(4_102_444_799_999, 4_102_444_800_000, null, true, [], {}, '1'),
  fc.constantFrom('hit', 'fact', 'report', 'opened', 'clicked', 'sent', 'GET', 'HEAD', 'POST', 'pixel', 'api', 'free'),
  fc.constantFrom('whole', 'cut', 'mail', 'ES', 'es', 'ESP', 'abcdefghijkm', 'abcdefghijk0', '', 'none'),
  fc.constantFrom(44, 45, 46, 64, 65, 512, 513).map((length) => 'é'.repeat(length)),
);

describe('what is a hit or a fact', () => {
  test('is the same as the schemas say, whatever fields are put in, changed or taken out', () => {
    let accepted = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(hit, fact),
        fc.array(fc.tuple(fc.constantFrom(...NAMES), fc.option(values)), { maxLength: 4 }),
        (base, changes) => {
          const fields = new Map<string, unknown>(Object.entries(base));
          for (const [name, value] of changes) value === null ? fields.delete(name) : fields.set(name, value);
          const text = `{${[...fields].map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join()}}`;
          const parsed: unknown = JSON.parse(text);
          const expected = hitSchema.safeParse(parsed).success || factSchema.safeParse(parsed).success;
          expect(isHitOrFact(parsed)).toBe(expected);
          if (expected) accepted++;
        },
      ),
      { numRuns: 5_000 },
    );
    expect(accepted).toBeGreaterThan(500);
  });

  test.each([[null], [1], ['hit'], [[]], [{}], [[hit]]])('is not %j', (value) => {
    expect(isHitOrFact(value)).toBe(false);
  });
});
