import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { ReaderUpsert } from './catalog.ts';
import { newPublication, onBothEngines } from './testing/engines.ts';

const reference = (name: string | number) => createHash('sha256').update(String(name)).digest();
const people = (count: number, segment: ReaderUpsert['segment']): ReaderUpsert[] =>
  Array.from({ length: count }, (_, n) => ({ reference: reference(n), segment }));

onBothEngines('readers', (engine) => {
  test('keep their number, and have the segment that was given last', async () => {
    const { catalog } = engine;
    const { id } = await newPublication(catalog);
    const first = await catalog.upsertReaders(id, people(3, 'free'));
    expect(first.map(({ segment }) => segment)).toEqual(['free', 'free', 'free']);
    expect(new Set(first.map((reader) => reader.id)).size).toBe(3);
    const second = await catalog.upsertReaders(id, [
      { reference: reference(2), segment: 'premium' },
      { reference: reference('new'), segment: 'trial' },
      { reference: reference(0), segment: 'free' },
    ]);
    expect(second[0]).toEqual({ id: first[2]?.id, segment: 'premium' });
    expect(second[2]).toEqual(first[0]);
    expect(await catalog.countReaders(id)).toEqual({ free: 2, trial: 1, premium: 1 });
  });

  test('given several times in one call are one reader, of the last segment, at every position', async () => {
    const { catalog } = engine;
    const { id } = await newPublication(catalog);
    const segments = ['free', 'trial', 'premium'] as const;
    const answer = await catalog.upsertReaders(
      id,
      segments.map((segment) => ({ reference: reference('one'), segment })),
    );
    expect(answer).toEqual(segments.map(() => ({ id: answer[0]?.id, segment: 'premium' })));
    expect(await catalog.countReaders(id)).toEqual({ free: 0, trial: 0, premium: 1 });
  });

  test('of one publication are nobody in another', async () => {
    const { catalog } = engine;
    const [one, other] = [await newPublication(catalog), await newPublication(catalog)];
    const [here] = await catalog.upsertReaders(one.id, people(1, 'free'));
    const [there] = await catalog.upsertReaders(other.id, people(1, 'premium'));
    expect(here?.id).not.toBe(there?.id);
    expect(await catalog.countReaders(one.id)).toEqual({ free: 1, trial: 0, premium: 0 });
  });

  test('are found by their number and by their reference, within their publication', async () => {
    const { catalog } = engine;
    const [one, other] = [await newPublication(catalog), await newPublication(catalog)];
    const [reader] = await catalog.upsertReaders(one.id, people(1, 'trial'));
    if (reader === undefined) throw new Error('there is no reader');
    const by = { reference: reference(0) };
    expect(await catalog.findReader(one.id, by)).toEqual(reader);
    expect(await catalog.findReader(one.id, { id: reader.id })).toEqual(reader);
    expect(await catalog.findReader(other.id, by)).toBeNull();
    expect(await catalog.findReader(other.id, { id: reader.id })).toBeNull();
    expect(await catalog.findReader(one.id, { reference: reference('nobody') })).toBeNull();
    for (const id of [0, -1, 1.5, 2 ** 31, Number.NaN]) {
      expect(await catalog.findReader(one.id, { id: id as typeof reader.id })).toBeNull();
    }
  });

  test('are counted among names that may be anybody’s', async () => {
    const { catalog } = engine;
    const [one, other] = [await newPublication(catalog), await newPublication(catalog)];
    await catalog.upsertReaders(one.id, people(700, 'trial'));
    const named = people(1_200, 'free').map(({ reference }) => reference);
    expect(await catalog.countKnownReaders(one.id, named)).toBe(700);
    expect(await catalog.countKnownReaders(other.id, named)).toBe(0);
    expect(await catalog.countKnownReaders(one.id, [])).toBe(0);
  });

  test('none at all are none', async () => {
    const { id } = await newPublication(engine.catalog);
    expect(await engine.catalog.upsertReaders(id, [])).toEqual([]);
    expect(await engine.catalog.countReaders(id)).toEqual({ free: 0, trial: 0, premium: 0 });
  });

  test('may number 20,000 in one call, which takes seconds, in the order given', async () => {
    const { catalog } = engine;
    const { id } = await newPublication(catalog);
    const given = people(20_000, 'free');
    const started = Date.now();
    const added = await catalog.upsertReaders(id, given);
    expect(new Set(added.map((reader) => reader.id)).size).toBe(20_000);
    const changed = given.map((reader, n) => (n % 2 === 0 ? { ...reader, segment: 'premium' as const } : reader));
    const again = await catalog.upsertReaders(id, changed.toReversed());
    expect(again.map((reader) => reader.id)).toEqual(added.map((reader) => reader.id).toReversed());
    expect(Date.now() - started).toBeLessThan(15_000);
    expect(await catalog.countReaders(id)).toEqual({ free: 10_000, trial: 0, premium: 10_000 });
  });

  test('that come again and again use up no numbers', async () => {
    const { catalog } = engine;
    const { id } = await newPublication(catalog);
    for (const segment of ['free', 'trial', 'free', 'premium'] as const)
      await catalog.upsertReaders(id, people(500, segment));
    const [before, after] = [
      await catalog.upsertReaders(id, [{ reference: reference('before'), segment: 'free' }]),
      await catalog.upsertReaders(id, [{ reference: reference('after'), segment: 'free' }]),
    ];
    const [last] = await catalog.upsertReaders(id, people(500, 'free').slice(-1));
    expect((before[0]?.id ?? 0) - (last?.id ?? 0)).toBeLessThanOrEqual(500);
    expect((after[0]?.id ?? 0) - (before[0]?.id ?? 0)).toBe(1);
  });

  test('that several senders give at once, in any order, get one number each', async () => {
    const { catalog } = engine;
    const { id } = await newPublication(catalog);
    const given = people(3_000, 'free');
    const answers = await Promise.all([
      catalog.upsertReaders(id, given),
      catalog.upsertReaders(id, given.toReversed()),
      catalog.upsertReaders(id, given.toSpliced(0, 1_500)),
    ]);
    expect(answers[1]).toEqual(answers[0]?.toReversed());
    expect(answers[2]).toEqual(answers[0]?.slice(1_500));
    expect(await catalog.countReaders(id)).toEqual({ free: 3_000, trial: 0, premium: 0 });
  });
});
