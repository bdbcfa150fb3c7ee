import { expect, test } from '@jest/globals';
import { RULE_BOOK } from './rule-book.ts';

test('every rule has a name of its own, a sentence and a source', () => {
  const names = RULE_BOOK.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { name, says, source } of RULE_BOOK) {
    expect(name).toMatch(/^[a-z_]+$/);
    expect(says).toMatch(/^[A-Z].*\.$/);
    expect(source).not.toBe('');
  }
});

test('what is certain is not weighed', () => {
  expect(RULE_BOOK.filter(({ certain, weight }) => certain && weight !== 0)).toEqual([]);
});
