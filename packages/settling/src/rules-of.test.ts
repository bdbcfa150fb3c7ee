import { describe, expect, test } from '@jest/globals';
import { BUILT_IN } from '@readout/engagement';
import { rulesOf } from './rules-of.ts';

describe("what a publication's fetches are judged by", () => {
  test('is what this version says by itself where the publication has no rules', () => {
    expect(rulesOf([])).toEqual(BUILT_IN);
  });

  test('is its own rules in their order, a range by its number', () => {
    const rules = rulesOf([
      { name: 'Office', when: { range: { place: 7 }, client: 'Outlook' }, verdict: 'unclear' },
      { name: 'Bank', when: { domain: 'bank.example', network: 'security' }, verdict: 'scanner' },
    ]);
    expect(rules).toEqual({
      version: BUILT_IN.version,
      own: [
        { name: 'Office', when: { place: 7, client: 'Outlook' }, verdict: 'unclear' },
        { name: 'Bank', when: { domain: 'bank.example', network: 'security' }, verdict: 'scanner' },
      ],
    });
  });
});
