import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { KeyId, PublicationId, ReaderId } from '@readout/events';
import fc from 'fast-check';
import { mintToken, type SigningKey, TOKEN_LENGTH, verifyToken } from './token.ts';

const key = (id: number, publication: number): SigningKey => ({
  id: id as KeyId,
  publication: publication as PublicationId,
  secret: randomBytes(32),
});
const ring = (...keys: SigningKey[]) => {
  const byId = new Map(keys.map((one) => [one.id, one]));
  return (id: KeyId) => byId.get(id);
};
const readers = fc.integer({ min: 1, max: 0xffff_ffff }).map((id) => id as ReaderId);

describe('a reader token', () => {
  test('names its reader and publication again, for every reader', () => {
    const mine = key(7, 3);
    fc.assert(
      fc.property(readers, (reader) => {
        const token = mintToken(mine, reader);
        expect(token).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(token).toHaveLength(TOKEN_LENGTH);
        expect(verifyToken(token, ring(mine))).toEqual({ ok: true, publication: 3, reader });
      }),
    );
  });

  test('is stable: the same reader always gets the same one, and no other reader gets it', () => {
    const mine = key(1, 1);
    const all = new Set(Array.from({ length: 5000 }, (_, at) => mintToken(mine, (at + 1) as ReaderId)));
    expect(all.size).toBe(5000);
    expect(mintToken(mine, 42 as ReaderId)).toBe(mintToken(mine, 42 as ReaderId));
  });

  test('is refused when any one character is changed', () => {
    const mine = key(1, 1);
    fc.assert(
      fc.property(readers, fc.nat(TOKEN_LENGTH - 1), fc.constantFrom(...'ABYZabyz0189-_'), (reader, at, letter) => {
        const token = mintToken(mine, reader);
        const tampered = token.slice(0, at) + letter + token.slice(at + 1);
        fc.pre(tampered !== token);
        expect(verifyToken(tampered, ring(mine)).ok).toBe(false);
      }),
    );
  });

  test('is refused when cut short, lengthened, or spelled with other last bits', () => {
    const mine = key(1, 1);
    const token = mintToken(mine, 9 as ReaderId);
    for (let length = 0; length < token.length; length++) {
      expect(verifyToken(token.slice(0, length), ring(mine))).toEqual({ ok: false, refusal: 'malformed' });
    }
    expect(verifyToken(`${token}A`, ring(mine))).toEqual({ ok: false, refusal: 'malformed' });
    const spellings = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'].filter(
      (letter) => verifyToken(token.slice(0, -1) + letter, ring(mine)).ok,
    );
    expect(spellings).toEqual([token.at(-1)]);
  });

  test('of another installation is refused, though the key id is the same', () => {
    expect(verifyToken(mintToken(key(1, 1), 5 as ReaderId), ring(key(1, 1)))).toEqual({ ok: false, refusal: 'forged' });
  });

  test('of another publication says so, so that the caller can tell it is foreign', () => {
    const mine = key(1, 1);
    const theirs = key(2, 2);
    expect(verifyToken(mintToken(theirs, 5 as ReaderId), ring(mine, theirs))).toEqual({
      ok: true,
      publication: 2,
      reader: 5,
    });
    expect(verifyToken(mintToken(theirs, 5 as ReaderId), ring(mine))).toEqual({ ok: false, refusal: 'unknown_key' });
  });

  test('stays valid after a newer key took over the signing', () => {
    const old = key(1, 1);
    const fresh = key(2, 1);
    const before = mintToken(old, 5 as ReaderId);
    expect(mintToken(fresh, 5 as ReaderId)).not.toBe(before);
    expect(verifyToken(before, ring(old, fresh))).toEqual({ ok: true, publication: 1, reader: 5 });
  });

  test('whatever stands in its place, nothing throws', () => {
    const mine = key(1, 1);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        expect(verifyToken(text, ring(mine)).ok).toBe(false);
      }),
    );
  });
});
