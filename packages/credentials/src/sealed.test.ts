import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { SealBrokenError, seal, unseal } from './sealed.ts';

const key = randomBytes(32);

describe('a sealed secret', () => {
  test('is read again with its key in its place, and never looks the same twice', () => {
    const sealed = seal('pässword 🗝', key, 'mail server of 7Qm2');
    expect(unseal(sealed, key, 'mail server of 7Qm2')).toBe('pässword 🗝');
    expect(Buffer.from(sealed).includes('pässword')).toBe(false);
    expect(seal('pässword 🗝', key, 'mail server of 7Qm2')).not.toEqual(sealed);
    expect(unseal(seal('', key, 'a'), key, 'a')).toBe('');
  });

  test('does not open with another key, in another place, or when a byte of it was changed', () => {
    const sealed = seal('secret', key, 'a');
    expect(() => unseal(sealed, randomBytes(32), 'a')).toThrow(SealBrokenError);
    expect(() => unseal(sealed, key, 'b')).toThrow(SealBrokenError);
    for (let at = 0; at < sealed.length; at++) {
      const changed = Uint8Array.from(sealed, (byte, index) => (index === at ? byte ^ 1 : byte));
      expect(() => unseal(changed, key, 'a')).toThrow(SealBrokenError);
    }
    expect(() => unseal(new Uint8Array(), key, 'a')).toThrow(SealBrokenError);
  });
});
