import { createHmac } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { truncateAddress } from './address.ts';
import { Places } from './place.ts';

const places = new Places(new Uint8Array(32).fill(7));

test.each([
  ['203.0.113.9', '203.0.113.200'],
  ['203.0.113.9', '::ffff:203.0.113.9'],
  ['203.0.113.9', '::ffff:cb00:7101'],
  ['2001:db8:1:2::3', '2001:0db8:0001:ffff::'],
  ['127.0.0.1', '127.0.0.2'],
  ['::1', '::2'],
  ['fe80::1%eth0', 'fe80::2'],
])('%s and %s are of one place', (one, other) => {
  expect(places.of(one)).toBe(places.of(other));
});

test.each([
  ['203.0.113.9', '203.0.112.9'],
  ['2001:db8:1::1', '2001:db8:2::1'],
  ['10.0.0.1', '127.0.0.1'],
  ['0.0.0.1', '::1'],
])('%s and %s are of two', (one, other) => {
  expect(places.of(one)).not.toBe(places.of(other));
});

test('a place is the beginning of the keyed hash of the network', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), fc.oneof(fc.ipV4(), fc.ipV6()), (secret, address) => {
      const digest = createHmac('sha256', secret)
        .update(truncateAddress(address) ?? '')
        .digest();
      expect(new Places(secret).of(address)).toBe(digest.readUInt32BE());
    }),
  );
  expect(() => new Places(new Uint8Array(65))).toThrow(RangeError);
});

test('another installation has other numbers', () => {
  const other = new Places(new Uint8Array(32).fill(8));
  for (const address of ['88.26.241.17', '2a02:9000::1', '127.0.0.1']) {
    expect(other.of(address)).not.toBe(places.of(address));
  }
});

test('every address has a number of 32 bits that is not 0', () => {
  fc.assert(
    fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (address) => {
      const place = places.of(address);
      expect(Number.isInteger(place) && place >= 1 && place <= 0xffff_ffff).toBe(true);
    }),
  );
});

test.each(['', 'unknown', '1.2.3.4:80', '[::1]', '1.2.3'])('%j is no address and has none', (text) => {
  expect(places.of(text)).toBe(0);
});
