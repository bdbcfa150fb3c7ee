import { beforeAll, describe, expect, test } from '@jest/globals';
import { NETWORK_KINDS } from '@readout/events';
import fc from 'fast-check';
import { truncateAddress } from './address.ts';
import { type Networks, openNetworks, rememberingNetworks } from './networks.ts';
import { Places } from './place.ts';

describe('networks', () => {
  let networks: Networks;
  beforeAll(async () => {
    networks = await openNetworks();
  });

  test.each([
    ['88.198.0.1', 'DE', 'hosting'],
    ['::ffff:88.198.0.1', 'DE', 'hosting'],
    ['2a01:4f8::1', 'DE', 'hosting'],
    ['91.0.0.1', 'DE', 'other'],
    ['66.249.84.1', 'US', 'mail'],
    ['133.1.1.1', 'JP', 'other'],
  ])('say of %s: %s, %s', (address, country, network) => {
    expect(networks.lookUp(address)).toEqual({ country, network, kept: truncateAddress(address), place: 0 });
    expect(networks.lookUp(address)).toEqual({ country, network, kept: truncateAddress(address), place: 0 });
  });

  test.each([
    '',
    'unknown',
    'garbage',
    '1.2.3.4:80',
    '127.0.0.1',
    '::1',
    '10.0.0.1',
    'fe80::1%eth0',
    '203.0.113.1',
    '2001:db8::1',
  ])('know nothing of %j', (address) => {
    expect(networks.lookUp(address)).toEqual({
      country: null,
      network: 'unknown',
      kept: truncateAddress(address),
      place: 0,
    });
  });

  test('say the same of an address in every spelling, and never throw', () => {
    fc.assert(
      fc.property(fc.ipV4(), (four) => {
        expect(networks.lookUp(`::ffff:${four}`)).toEqual(networks.lookUp(four));
      }),
    );
    fc.assert(
      fc.property(fc.oneof(fc.ipV6(), fc.string({ unit: 'binary' })), (text) => {
        const { country, network } = networks.lookUp(text);
        expect(country ?? 'AA').toMatch(/^[A-Z]{2}$/);
        expect(NETWORK_KINDS).toContain(network);
      }),
    );
  });

  test('ask their data once for an address that comes back, and not for one that is nobody’s', () => {
    const asked: string[] = [];
    const countries = {
      countryOf: (address: string) => {
        asked.push(address);
        return 'AT';
      },
    };
    const counting = rememberingNetworks(countries, { kindOf: () => 'other' }, 100);
    for (let time = 0; time < 3; time++) {
      expect(counting.lookUp('::ffff:8.8.8.8')).toMatchObject({ country: 'AT', network: 'other' });
      counting.lookUp('192.168.0.1');
      counting.lookUp('garbage');
    }
    expect(asked).toEqual(['8.8.8.8']);
  });

  test('give an address its place as soon as there is a secret, and make it once', () => {
    let secret: Pick<Places, 'ofNetwork'> | null = null;
    const made: string[] = [];
    const networks = rememberingNetworks({ countryOf: () => 'AT' }, { kindOf: () => 'other' }, 100, () => secret);
    expect(networks.lookUp('8.8.8.8').place).toBe(0);
    const places = new Places(new Uint8Array(32));
    secret = {
      ofNetwork: (network) => {
        made.push(network);
        return places.ofNetwork(network);
      },
    };
    for (let time = 0; time < 3; time++) {
      expect(networks.lookUp('8.8.8.8')).toMatchObject({ country: 'AT', place: places.of('8.8.8.8') });
      expect(networks.lookUp('127.0.0.1').place).toBe(places.of('127.0.0.1'));
      expect(networks.lookUp('garbage').place).toBe(0);
    }
    expect(made).toEqual(['8.8.8.0', '127.0.0.0']);
  });
});
