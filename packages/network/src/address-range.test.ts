import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { parseAddress } from './address.ts';
import { isWithin, parseRange } from './address-range.ts';

const within = (range: string, text: string) => {
  const parsed = parseRange(range);
  const address = parseAddress(text);
  if (parsed === null || address === null) throw new Error(`${range} or ${text} was not read`);
  return isWithin([parsed], address);
};

describe('a range of addresses', () => {
  test.each([
    ['10.0.0.0/8', '10.255.255.255', true],
    ['10.0.0.0/8', '11.0.0.0', false],
    ['10.1.2.3/8', '10.0.0.0', true],
    ['192.0.2.1', '192.0.2.1', true],
    ['192.0.2.1', '192.0.2.2', false],
    ['0.0.0.0/0', '255.255.255.255', true],
    ['0.0.0.0/0', '::1', false],
    ['::/0', '2001:db8::1', true],
    ['::/0', '10.0.0.1', false],
    ['::ffff:10.0.0.0/104', '10.9.9.9', true],
    ['::ffff:10.0.0.1', '10.0.0.1', true],
    ['2001:db8::/33', '2001:db8:7fff::1', true],
    ['2001:db8::/33', '2001:db8:8000::1', false],
  ])('%s: whether it holds %s is %s', (range, address, expected) => {
    expect(within(range, address)).toBe(expected);
  });

  test.each([
    '',
    '/8',
    'loopback',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0.0/-1',
    '10.0.0.0/08',
    '10.0.0.0/8/8',
    '10/8',
    '::/129',
    '::ffff:0:0/95',
  ])('is not what %j is', (text) => {
    expect(parseRange(text)).toBeNull();
  });

  test('holds what another implementation says it holds', () => {
    const four = fc.tuple(fc.ipV4(), fc.nat(32), fc.ipV4());
    const six = fc.tuple(fc.ipV6(), fc.nat(128), fc.ipV6());
    const close = fc.tuple(fc.ipV6(), fc.nat(128)).map(([text, prefix]): [string, number, string] => {
      const bytes = ipaddr.parse(text).toByteArray();
      const flipped = bytes.map((byte, at) => (at === prefix >> 3 ? byte ^ (128 >> (prefix & 7)) : byte));
      return [text, Math.max(0, prefix), ipaddr.fromByteArray(flipped).toString()];
    });
    fc.assert(
      fc.property(fc.oneof(four, six, close), ([base, prefix, text]) => {
        fc.pre(ipaddr.process(base).kind() === ipaddr.parse(base).kind());
        fc.pre(ipaddr.process(text).kind() === ipaddr.parse(base).kind());
        expect(within(`${base}/${prefix}`, text)).toBe(ipaddr.parse(text).match(ipaddr.parse(base), prefix));
      }),
      { numRuns: 2000 },
    );
  });
});
