import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readCorpus } from './read.ts';
import { PARTS, type Sequence } from './sequence.ts';
import { compose } from './writing/compose.ts';

const TUNING = readCorpus('tuning');
const HELD_OUT = readCorpus('held-out');
const ALL = [...TUNING, ...HELD_OUT];

const families = (sequences: readonly Sequence[]) => new Set(sequences.map(({ family }) => family));
const withPerson = ({ fetches }: Sequence) => fetches.some(({ truth }) => truth === 'human' || truth === 'proxied');

describe('the corpus', () => {
  test('has 450 to 700 sequences, about a third of them held out', () => {
    expect(ALL.length).toBeGreaterThanOrEqual(450);
    expect(ALL.length).toBeLessThanOrEqual(700);
    expect(HELD_OUT.length / ALL.length).toBeGreaterThan(0.3);
    expect(HELD_OUT.length / ALL.length).toBeLessThan(0.4);
  });

  test('names every sequence once', () => {
    expect(new Set(ALL.map(({ name }) => name)).size).toBe(ALL.length);
    expect(ALL.map(({ name }) => name).filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))).toEqual([]);
  });

  test('has at least 45 families, none of which is in both parts or more than a twentieth of all', () => {
    expect(families(ALL).size).toBeGreaterThanOrEqual(45);
    expect(families(TUNING).size + families(HELD_OUT).size).toBe(families(ALL).size);
    const largest = [...families(ALL)].map((name) => ALL.filter(({ family }) => family === name).length);
    expect(Math.max(...largest)).toBeLessThanOrEqual(ALL.length / 20);
  });

  test.each(PARTS)('has people in at least half of the sequences of %s', (part) => {
    const sequences = readCorpus(part);
    expect(sequences.filter(withPerson).length / sequences.length).toBeGreaterThanOrEqual(0.5);
  });

  test('tells every sequence’s fetches in order of arrival, and at least one', () => {
    const wrong = ALL.filter(
      ({ fetches }) => fetches.length === 0 || fetches.some(({ at }, index) => at < (fetches[index - 1]?.at ?? 0)),
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  test('has nobody read through an invisible link', () => {
    const wrong = ALL.filter(({ fetches }) =>
      fetches.some(({ link, truth }) => link === 'honeypot' && truth !== 'scanner'),
    );
    expect(wrong.map(({ name }) => name)).toEqual([]);
  });

  test('repeats no sequence under another name', () => {
    const contents = ALL.map(({ family, fetches }) => JSON.stringify([family, fetches]));
    expect(new Set(contents).size).toBe(ALL.length);
  });

  test.each(PARTS)('is in its files what the scenarios write: %s', (part) => {
    const folder = join(import.meta.dirname, part);
    const onDisk = readdirSync(folder).map((name): [string, string] => [
      name,
      readFileSync(join(folder, name), 'utf8'),
    ]);
    const composed = compose(part);
    expect(new Map(onDisk)).toEqual(composed);
  });
});
