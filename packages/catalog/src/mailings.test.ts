import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { newPublication, onBothEngines } from './testing/engines.ts';
import { bareIssue } from './testing/new-issue.ts';

onBothEngines('the mailings of a publication', (engine) => {
  test('become one issue each, however many messages of one come first at once', async () => {
    const { catalog } = engine;
    const { id } = await newPublication(catalog);
    const [key, other] = [randomBytes(32), randomBytes(32)];
    expect(await catalog.findMailings(id, [key])).toEqual([null]);
    const made = await Promise.all(
      Array.from({ length: 5 }, (_, n) => catalog.createMailing(id, key, bareIssue({ title: `Taken ${n}` }))),
    );
    const first = made.filter((issue) => issue !== null);
    expect(first).toHaveLength(1);
    expect(await catalog.countIssues(id)).toBe(1);
    expect(await catalog.createMailing(id, other, bareIssue())).toMatchObject({ publication: id });
    expect(await catalog.findMailings(id, [other, randomBytes(32), key])).toMatchObject([
      { createdAt: expect.any(Date) },
      null,
      { issue: first[0]?.publicId },
    ]);
  });

  test('belong to one publication, and go with it', async () => {
    const { catalog } = engine;
    const [mine, other] = [await newPublication(catalog), await newPublication(catalog)];
    const key = randomBytes(32);
    await catalog.createMailing(mine.id, key, bareIssue());
    expect(await catalog.findMailings(other.id, [key])).toEqual([null]);
    expect(await catalog.createMailing(other.id, key, bareIssue())).not.toBeNull();
    expect(await catalog.countMailings(mine.id, new Date(Date.now() - 60_000))).toBe(1);
    expect(await catalog.countMailings(mine.id, new Date(Date.now() + 60_000))).toBe(0);
    await catalog.deletePublication(mine.id);
    expect(await catalog.findMailings(mine.id, [key])).toEqual([null]);
  });
});
