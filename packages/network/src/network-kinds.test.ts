import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatAddress, parseAddress } from './address.ts';
import { decodeNetworkKinds, encodeNetworkKinds, type KindRange, OPERATED_KINDS, siteOf } from './network-kinds.ts';

const kinds = fc.constantFrom(...OPERATED_KINDS);

/** Starts that lie close together, so that most addresses asked for stand at an edge of one. */
const rangesBelow = (most: number) =>
  fc
    .uniqueArray(fc.record({ start: fc.oneof(fc.nat(60), fc.integer({ min: most - 60, max: most })), kind: kinds }), {
      selector: ({ start }) => start,
      maxLength: 40,
    })
    .map((ranges) => ranges.sort((a, b) => a.start - b.start));

/** What a range says, found by looking at each. */
const scan = (ranges: readonly KindRange[], wanted: number) =>
  ranges.reduce((kind, range) => (range.start <= wanted ? range.kind : kind), 'other' as KindRange['kind']);

describe('network kinds', () => {
  test('are found as by looking at every range, for IPv4', () => {
    const most = 2 ** 32 - 1;
    fc.assert(
      fc.property(rangesBelow(most), fc.nat(61), (four, offset) => {
        const found = decodeNetworkKinds(encodeNetworkKinds({ four, six: [] }));
        for (const bits of [offset, most - offset]) {
          expect(found.kindOf({ family: 4, bits })).toBe(scan(four, bits));
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('are found as by looking at every range, for IPv6, whatever follows the first 48 bits', () => {
    const most = 2 ** 48 - 1;
    fc.assert(
      fc.property(rangesBelow(most), fc.nat(61), fc.nat(0xffff), (six, offset, rest) => {
        const found = decodeNetworkKinds(encodeNetworkKinds({ four: [], six }));
        for (const site of [offset, most - offset]) {
          const heads = [Math.floor(site / 2 ** 32), Math.floor(site / 2 ** 16) % 2 ** 16, site % 2 ** 16];
          const address = { family: 6, groups: [...heads, rest, rest, 0, 0, rest] } as const;
          expect(siteOf(address)).toBe(site);
          expect(found.kindOf(address)).toBe(scan(six, site));
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('of a damaged file are refused with what to do', () => {
    const whole = encodeNetworkKinds({ four: [{ start: 1, kind: 'mail' }], six: [{ start: 2, kind: 'hosting' }] });
    for (const damaged of [
      whole.subarray(0, 3),
      whole.subarray(0, -1),
      whole.map((byte) => byte ^ 1),
      new Uint8Array(),
    ]) {
      expect(() => decodeNetworkKinds(damaged)).toThrow('make-network-kinds.mjs');
    }
  });

  const shipped = decodeNetworkKinds(readFileSync(new URL('../data/network-kinds.bin', import.meta.url)));
  test.each([
    ['66.249.84.1', 'mail', 'Gmail’s image proxy'],
    ['2a00:1450:4864:20::1', 'mail', 'Google'],
    ['87.248.110.1', 'mail', 'Yahoo'],
    ['17.58.1.1', 'mail', 'Apple'],
    ['185.70.40.1', 'mail', 'Proton Mail'],
    ['185.159.157.1', 'other', 'Proton VPN'],
    ['217.69.139.1', 'mail', 'mail.ru'],
    ['67.231.144.1', 'security', 'Proofpoint'],
    ['91.220.42.1', 'security', 'Mimecast'],
    ['64.235.144.1', 'security', 'Barracuda'],
    ['216.71.150.1', 'security', 'Cisco Secure Email'],
    ['34.90.1.1', 'hosting', 'a machine at Google Cloud'],
    ['2600:1900:4000::1', 'hosting', 'a machine at Google Cloud'],
    ['52.125.130.1', 'hosting', 'Microsoft'],
    ['2600:1f18::1', 'hosting', 'Amazon'],
    ['88.198.0.1', 'hosting', 'Hetzner'],
    ['2a01:4f8::1', 'hosting', 'Hetzner'],
    ['104.28.30.5', 'other', 'iCloud Private Relay at Cloudflare'],
    ['172.224.226.1', 'other', 'iCloud Private Relay at Akamai'],
    ['2a02:26f7::1', 'other', 'iCloud Private Relay at Akamai'],
    ['146.75.150.1', 'other', 'iCloud Private Relay at Fastly'],
    ['165.225.72.1', 'other', 'an employer’s web gateway at Zscaler'],
    ['85.115.52.1', 'other', 'an employer’s web gateway at Forcepoint'],
    ['91.0.0.1', 'other', 'a home at Deutsche Telekom'],
  ])('as shipped say that %s is %s: %s', (text, kind) => {
    const address = parseAddress(text);
    expect(address === null ? null : [formatAddress(address), shipped.kindOf(address)]).toEqual([text, kind]);
  });
});
