import { describe, expect, test } from '@jest/globals';
import { isPublicId } from '@readout/events';
import { newPublicId } from './public-id.ts';

describe('a public id', () => {
  test('is twelve base58 characters, and never the same twice', () => {
    const ids = Array.from({ length: 20_000 }, () => newPublicId());
    expect(ids.every(isPublicId)).toBe(true);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('has every character equally often', () => {
    // Every byte there is, once: 256 bytes are 232 fair ones, four for each of 58 characters, and 24 to be thrown away.
    const bytes = Uint8Array.from({ length: 256 }, (_, at) => at);
    let at = 0;
    const cycled = (length: number) => Uint8Array.from({ length }, () => bytes[at++ % bytes.length] ?? 0);
    const counts = new Map<string, number>();
    // 58 ids of 12 characters use the fair bytes of three whole cycles.
    for (let id = 0; id < 58; id++) {
      for (const character of newPublicId(cycled)) counts.set(character, (counts.get(character) ?? 0) + 1);
    }
    expect(counts.size).toBe(58);
    expect(new Set(counts.values())).toEqual(new Set([12]));
  });
});
