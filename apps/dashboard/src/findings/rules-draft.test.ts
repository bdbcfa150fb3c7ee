import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type DraftRule,
  differs,
  draftOf,
  lacksOf,
  matrixOf,
  moved,
  putBack,
  type RulesDraft,
  refusalsOf,
  sentOf,
} from './rules-draft.ts';

const rule = (key: string, more: Partial<DraftRule> = {}): DraftRule => ({
  key,
  name: key,
  when: { client: 'curl' },
  verdict: 'scanner',
  ...more,
});
const keys = (draft: RulesDraft) => draft.map((one) => one.key).join('');
const abc = [rule('a'), rule('b'), rule('c')];

describe('a list of rules', () => {
  test('is moved by one place, and stays where it ends', () => {
    expect(keys(moved(abc, 'b', -1))).toBe('bac');
    expect(keys(moved(abc, 'b', 1))).toBe('acb');
    expect(moved(abc, 'a', -1)).toBe(abc);
    expect(moved(abc, 'c', 1)).toBe(abc);
    expect(moved(abc, 'nobody', 1)).toBe(abc);
  });

  test('gets a removed rule back where it was, once', () => {
    fc.assert(
      fc.property(fc.nat(2), (at) => {
        const removed = abc[at];
        if (removed === undefined) return;
        const without = abc.toSpliced(at, 1);
        expect(keys(putBack(without, removed, at))).toBe('abc');
        expect(keys(putBack(putBack(without, removed, at), removed, at))).toBe('abc');
      }),
    );
    expect(keys(putBack([], rule('z'), 5))).toBe('z');
  });

  test('is sent without what was left empty, and differs only in what is sent', () => {
    const draft = [rule('a', { name: ' Office ', when: { client: ' curl ', network: '', domain: ' ' } })];
    expect(sentOf(draft)).toEqual([{ name: 'Office', when: { client: 'curl' }, verdict: 'scanner' }]);
    const saved = [
      { id: 'a', name: 'Office', when: { client: 'curl' }, verdict: 'scanner' as const, createdAt: '2026-01-01' },
    ];
    expect(differs(draft, saved)).toBe(false);
    expect(differs(draftOf(saved), saved)).toBe(false);
    expect(differs([], saved)).toBe(true);
  });
});

describe('a rule', () => {
  test('says what it lacks', () => {
    expect(lacksOf(abc, rule('a'))).toEqual([]);
    expect(lacksOf(abc, rule('a', { name: ' ', when: { domain: '  ' } }))).toEqual(['name', 'when']);
    expect(lacksOf(abc, rule('a', { name: 'b ' }))).toEqual(['name-taken']);
  });

  test('is told what the server refuses of it', () => {
    const refusals = refusalsOf(abc, [
      { path: 'rules.1.when.range', message: 'Not a range.' },
      { path: 'rules.1.name', message: 'Too long.' },
      { path: 'rules.2.when', message: 'Say when.' },
      { path: 'rules', message: 'Too many.' },
      { path: 'rules.9.name', message: 'Of nobody.' },
    ]);
    expect([...refusals]).toEqual([
      ['b', { name: 'Too long.', conditions: { range: 'Not a range.' } }],
      ['c', { when: 'Say when.', conditions: {} }],
    ]);
  });
});

test('changes are counted from class to class', () => {
  const matrix = matrixOf(
    [
      { kind: 'opened', from: 'human', to: 'scanner', count: 5 },
      { kind: 'clicked', from: 'human', to: 'scanner', count: 2 },
    ],
    null,
  );
  const cell = (of: typeof matrix) =>
    of.find((one) => one.from === 'human')?.to.find((one) => one.verdict === 'scanner')?.count;
  expect(cell(matrix)).toBe(7);
  expect(cell(matrixOf([{ kind: 'opened', from: 'human', to: 'scanner', count: 5 }], 'clicked'))).toBe(0);
  expect(matrix).toHaveLength(5);
});
