import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { InvalidProxyRangeError, trustProxies } from './proxy-trust.ts';

const trust = trustProxies(['loopback', '10.0.0.0/8', '2001:db8:ffff::/48']);

describe('the client of a request', () => {
  test.each([
    // socket, X-Forwarded-For, client
    ['198.51.100.7', undefined, '198.51.100.7'],
    ['198.51.100.7', '203.0.113.5', '198.51.100.7'],
    ['::ffff:198.51.100.7', '203.0.113.5', '198.51.100.7'],
    ['fe80::1%eth0', '203.0.113.5', 'fe80::1'],
    ['10.0.0.1', undefined, '10.0.0.1'],
    ['10.0.0.1', '', '10.0.0.1'],
    ['10.0.0.1', '203.0.113.5', '203.0.113.5'],
    ['::ffff:10.0.0.1', '203.0.113.5', '203.0.113.5'],
    ['127.9.9.9', '203.0.113.5', '203.0.113.5'],
    ['::1', '203.0.113.5', '203.0.113.5'],
    ['2001:db8:ffff::1', '2001:DB8:0:0::5', '2001:db8::5'],
    ['10.0.0.1', '6.6.6.6, 203.0.113.5', '203.0.113.5'],
    ['10.0.0.1', '6.6.6.6,203.0.113.5 ,\t10.0.0.2,10.0.0.3', '203.0.113.5'],
    ['10.0.0.1', '10.0.0.3, 10.0.0.2', '10.0.0.3'],
    ['10.0.0.1', '203.0.113.5:5678', '203.0.113.5'],
    ['10.0.0.1', '203.0.113.5, 10.0.0.2:443', '203.0.113.5'],
    ['10.0.0.1', '[2001:db8::5]:443', '2001:db8::5'],
    ['10.0.0.1', '[2001:db8::5]', '2001:db8::5'],
    ['10.0.0.1', '::ffff:203.0.113.5', '203.0.113.5'],
    ['10.0.0.1', '[::ffff:203.0.113.5]:1', '203.0.113.5'],
    ['10.0.0.1', 'unknown', '10.0.0.1'],
    ['10.0.0.1', '203.0.113.5, unknown, 10.0.0.2', '10.0.0.2'],
    ['10.0.0.1', '203.0.113.5, garbage', '10.0.0.1'],
    ['10.0.0.1', '203.0.113.5,', '10.0.0.1'],
    ['10.0.0.1', ',', '10.0.0.1'],
    ['10.0.0.1', '203.0.113.5:port', '10.0.0.1'],
    ['10.0.0.1', '203.0.113.5:', '10.0.0.1'],
    ['10.0.0.1', '[203.0.113.5]:80', '10.0.0.1'],
    ['10.0.0.1', '[2001:db8::5', '10.0.0.1'],
    ['10.0.0.1', '[2001:db8::5]443', '10.0.0.1'],
    [undefined, '203.0.113.5', ''],
    ['', '203.0.113.5', ''],
  ])('connected from %s with %j is %s', (socket, forwardedFor, client) => {
    expect(trust.clientAddress(socket, forwardedFor)).toBe(client);
    expect(trust.clientAddress(socket, forwardedFor)).toBe(client);
  });

  test('is never what an untrusted hop says: whatever it puts before its own address changes nothing', () => {
    const outside = fc.ipV4().filter((four) => !/^(10|127)\./.test(four));
    const ours = fc.array(
      fc.nat(255).map((last) => `10.0.0.${last}`),
      { maxLength: 5 },
    );
    const claim = fc.oneof(fc.string(), fc.ipV4(), fc.ipV6(), fc.constant('unknown'), fc.constant('10.0.0.9'));
    fc.assert(
      fc.property(fc.array(claim, { maxLength: 40 }), outside, ours, (claims, client, proxies) => {
        expect(trust.clientAddress('10.0.0.1', [...claims, client, ...proxies].join(', '))).toBe(client);
        expect(trust.clientAddress(client, [...claims, ...proxies].join(', '))).toBe(client);
      }),
    );
  });

  test('is nobody’s word where nobody is trusted', () => {
    expect(trustProxies([]).clientAddress('127.0.0.1', '203.0.113.5')).toBe('127.0.0.1');
  });

  test('is found by looking at the last 32 hops only', () => {
    const hops = (count: number) => Array<string>(count).fill('10.0.0.2').join(', ');
    expect(trust.clientAddress('10.0.0.1', `203.0.113.5, ${hops(31)}`)).toBe('203.0.113.5');
    expect(trust.clientAddress('10.0.0.1', `203.0.113.5, ${hops(32)}`)).toBe('10.0.0.2');
    expect(trust.clientAddress('10.0.0.1', `203.0.113.5, ${hops(5000)}`)).toBe('10.0.0.2');
  });

  test('is a text for every header, and never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom(...'0123456789.,:[]% af') }),
        (a, b) => {
          for (const [socket, header] of [
            ['10.0.0.1', a],
            ['10.0.0.1', b],
            [a, b],
            [b, a],
          ] as const) {
            expect(typeof trust.clientAddress(socket, header)).toBe('string');
          }
        },
      ),
    );
  });
});

describe('ranges of trusted proxies', () => {
  test.each(['10.0.0.0/33', 'localhost', '', '10.0.0.0-10.0.0.9'])('refuse %j by name', (range) => {
    const make = () => trustProxies(['loopback', range]);
    expect(make).toThrow(InvalidProxyRangeError);
    expect(make).toThrow(expect.objectContaining({ code: 'INVALID_PROXY_RANGE' }));
    expect(make).toThrow(`“${range}”`);
  });
});
