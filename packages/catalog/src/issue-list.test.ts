import { expect, test } from '@jest/globals';
import type { PublicationId } from '@readout/events';
import fc from 'fast-check';
import { type Catalog, InvalidCursorError, type Issue } from './catalog.ts';
import { encodeCursor } from './issue-cursor.ts';
import { newPublicId } from './public-id.ts';
import { newPublication, onBothEngines } from './testing/engines.ts';
import { bareIssue } from './testing/new-issue.ts';

async function walk(catalog: Catalog, publication: PublicationId, limit: number): Promise<Issue[]> {
  const found: Issue[] = [];
  let next: string | null = null;
  do {
    const page: Awaited<ReturnType<Catalog['listIssues']>> = await catalog.listIssues(publication, {
      limit,
      ...(next === null ? {} : { cursor: next }),
    });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    found.push(...page.items);
    next = page.next;
  } while (next !== null);
  return found;
}

/** Unsent first, then the latest; of equals the one made last. */
function newestFirst(a: Issue, b: Issue): number {
  const time = (issue: Issue) => issue.sentAt?.getTime() ?? Number.POSITIVE_INFINITY;
  return time(a) === time(b) ? b.id - a.id : time(b) - time(a);
}

onBothEngines('the list of issues', (engine) => {
  test('pages of every size give every issue once, newest first, through ties and unsent ones', async () => {
    const { catalog } = engine;
    const publication = await newPublication(catalog);
    await catalog.createIssue((await newPublication(catalog)).id, bareIssue());
    const sentAt = [3, null, 1, 2, 2, null, 2, 1, null, 3, 2].map((day) =>
      day === null ? null : new Date(day * 86_400_000),
    );
    const made: Issue[] = [];
    for (const [n, when] of sentAt.entries()) {
      const {
        sections: _sections,
        links: _links,
        ...issue
      } = await catalog.createIssue(publication.id, bareIssue({ title: `Issue ${n}`, sentAt: when }));
      made.push(issue);
    }
    const expected = made.toSorted(newestFirst);
    for (let limit = 1; limit <= made.length + 1; limit++) {
      expect(await walk(catalog, publication.id, limit)).toEqual(expected);
    }
    expect(await catalog.allIssues(publication.id)).toEqual(expected);
  });

  test('an issue that comes in between is not seen twice and pushes none out', async () => {
    const { catalog } = engine;
    const { id } = await newPublication(catalog);
    for (const day of [1, 2, 3]) await catalog.createIssue(id, bareIssue({ sentAt: new Date(day * 86_400_000) }));
    const first = await catalog.listIssues(id, { limit: 2 });
    await catalog.createIssue(id, bareIssue({ sentAt: new Date(9 * 86_400_000) }));
    const second = await catalog.listIssues(id, { limit: 2, cursor: first.next ?? '' });
    const days = [...first.items, ...second.items].map(({ sentAt }) => (sentAt?.getTime() ?? 0) / 86_400_000);
    expect(days).toEqual([3, 2, 1]);
    expect(second.next).toBeNull();
  });

  test('all of them are read anew after whatever changes one, and are otherwise remembered', async () => {
    const { catalog } = engine;
    const [{ id }, other] = [await newPublication(catalog), await newPublication(catalog)];
    expect(await catalog.allIssues(id)).toEqual([]);
    const { publicId } = await catalog.createIssue(id, bareIssue({ title: 'One' }));
    await catalog.createIssue(id, bareIssue({ title: 'Two' }));
    const titles = async () => (await catalog.allIssues(id)).map(({ title }) => title);
    expect(await titles()).toEqual(['Two', 'One']);
    await catalog.updateIssue(id, publicId, { title: 'Three' });
    expect(await titles()).toEqual(['Two', 'Three']);
    await catalog.updateIssue(id, publicId, { tags: ['a'] });
    const before = await catalog.allIssues(id);
    expect(before[1]?.tags).toEqual(['a']);
    await catalog.createIssue(other.id, bareIssue());
    expect(await catalog.allIssues(id)).toBe(before);
    await catalog.deletePublication(id);
    expect(await catalog.allIssues(id)).toEqual([]);
  });

  test('a publication without issues has one empty page', async () => {
    const { catalog } = engine;
    const { id } = await newPublication(catalog);
    expect(await catalog.listIssues(id, { limit: 200 })).toEqual({ items: [], next: null });
    expect(await catalog.allIssues(id)).toEqual([]);
  });

  test('a cursor that no page of this list gave is refused', async () => {
    const { catalog } = engine;
    const [publication, other] = [await newPublication(catalog), await newPublication(catalog)];
    for (const { id } of [publication, other, other]) await catalog.createIssue(id, bareIssue());
    const { next } = await catalog.listIssues(other.id, { limit: 1 });
    expect(next).not.toBeNull();
    const foreign = [next ?? '', 'garbage', '', '\0', encodeCursor({ sentAt: null, publicId: newPublicId() })];
    for (const cursor of foreign) {
      await expect(catalog.listIssues(publication.id, { limit: 1, cursor })).rejects.toThrow(InvalidCursorError);
    }
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (cursor) => {
        await expect(catalog.listIssues(publication.id, { limit: 1, cursor })).rejects.toThrow(InvalidCursorError);
      }),
      { numRuns: 30 },
    );
  });

  test.each([0, -1, 201, 1.5, Number.NaN])('a page of %p issues is a mistake of the caller', async (limit) => {
    const { id } = await newPublication(engine.catalog);
    await expect(engine.catalog.listIssues(id, { limit })).rejects.toThrow(RangeError);
  });
});
