import { isIP } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { formatAddress, parseAddress, truncateAddress } from './address.ts';

const shown = (text: string) => {
  const address = parseAddress(text);
  return address === null ? null : formatAddress(address);
};

/** ipaddr.js takes the deprecated `::1.2.3.4` for IPv4; RFC 4291, 2.5.5.1 has it as IPv6, and so have we. */
const six = fc.ipV6().filter((text) => !/^::\d+\.\d+\.\d+\.\d+$/.test(text));

/** Addresses, and what is nearly one. */
const nearly = fc.oneof(
  fc.ipV4(),
  fc.ipV6(),
  fc.ipV4().map((four) => `::ffff:${four}`),
  fc.string({ unit: fc.constantFrom(...'0123456789abcfF:.%g '), maxLength: 42 }),
  fc
    .tuple(fc.ipV6(), fc.nat(40), fc.constantFrom(...':.0f%'))
    .map(([six, at, more]) => six.slice(0, at) + more + six.slice(at)),
  fc
    .tuple(fc.ipV4(), fc.nat(15), fc.constantFrom(...'.0925'))
    .map(([four, at, more]) => four.slice(0, at) + more + four.slice(at)),
);

describe('an address', () => {
  test.each([
    ['203.0.113.9', '203.0.113.9'],
    ['0.0.0.0', '0.0.0.0'],
    ['255.255.255.255', '255.255.255.255'],
    ['::ffff:1.2.3.4', '1.2.3.4'],
    ['::FFFF:102:304', '1.2.3.4'],
    ['fe80::1%eth0', 'fe80::1'],
    ['::', '::'],
    ['::1', '::1'],
    ['1::', '1::'],
    ['2001:DB8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['2001:db8:0:1:1:1:1:1', '2001:db8:0:1:1:1:1:1'],
    ['64:ff9b::192.0.2.33', '64:ff9b::c000:221'],
  ])('written %s is %s', (text, canonical) => {
    expect(shown(text)).toBe(canonical);
  });

  test.each([
    '',
    ' ',
    'unknown',
    '1.2.3',
    '1.2.3.4.5',
    '1.2.3.256',
    '01.2.3.4',
    '1.2.3.4.',
    '.1.2.3.4',
    '1..2.3',
    '1.2.3.4:80',
    '0x7f.0.0.1',
    '2130706433',
    '[::1]',
    ':',
    ':::',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1::2::3',
    '12345::',
    '::g',
    '1:2:3:4:5:6:7:8::',
    '1:2:3:4:5:6:7:',
    ':1:2:3:4:5:6:7:8',
    '1:2:3:4:5:6:7:1.2.3.4',
    '::1.2.3',
    '::1.2.3.4:5',
    '::1%',
    '::%%',
    '::% ',
    '::1%eth0%eth1',
    '1.2.3.4%eth0',
    `::${'0'.repeat(100)}`,
  ])('is not what %j is', (text) => {
    expect(parseAddress(text)).toBeNull();
  });

  test('is read and refused exactly where the operating system would read and refuse it', () => {
    fc.assert(
      fc.property(nearly, (text) => {
        expect(parseAddress(text) !== null).toBe(isIP(text) !== 0);
      }),
      { numRuns: 3000 },
    );
  });

  test('has the text that another implementation gives it, and is the same when read again', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), six), (text) => {
        const canonical = shown(text) ?? '';
        expect(canonical).toBe(ipaddr.process(text).toString());
        expect(shown(canonical)).toBe(canonical);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a truncated address', () => {
  test.each([
    ['203.0.113.77', '203.0.113.0'],
    ['::ffff:203.0.113.77', '203.0.113.0'],
    ['255.255.255.255', '255.255.255.0'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::'],
    ['2001:db8::6', '2001:db8::'],
    ['fe80::1%eth0', 'fe80::'],
    ['::1', '::'],
    ['nobody', null],
    ['', null],
  ])('of %s is %s', (text, truncated) => {
    expect(truncateAddress(text)).toBe(truncated);
  });

  test('stays what it is when truncated again, and lies in the same /24 or /48', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), six), (text) => {
        const once = truncateAddress(text) ?? '';
        expect(truncateAddress(once)).toBe(once);
        const whole = ipaddr.process(text);
        expect(whole.match(ipaddr.parse(once), whole.kind() === 'ipv4' ? 24 : 48)).toBe(true);
      }),
    );
  });

  test('of whatever text there is, never throws', () => {
    fc.assert(
      fc.property(fc.oneof(nearly, fc.string({ unit: 'binary' })), (text) => {
        const once = truncateAddress(text);
        expect(once === null).toBe(parseAddress(text) === null);
      }),
    );
  });
});
