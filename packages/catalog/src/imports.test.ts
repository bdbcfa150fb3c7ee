import { expect, test } from '@jest/globals';
import type { PublicId } from '@readout/events';
import { newPublication, onBothEngines } from './testing/engines.ts';
import { bareIssue } from './testing/new-issue.ts';

onBothEngines('imports', (engine) => {
  test('read back as they were written, each publication’s its own, and change only from the states that are named', async () => {
    const { catalog } = engine;
    const [{ id }, other] = [await newPublication(catalog), await newPublication(catalog)];
    const job = await catalog.createImport(id, { format: 'substack', database: null });
    expect(job).toMatchObject({ state: 'waiting', files: [], found: null, counts: null, problem: null });
    expect(await catalog.findImport(other.id, job.publicId)).toBeNull();
    const files = [{ name: 'export.zip', bytes: 6_000_000_000 }];
    const ready = await catalog.changeImport(job.publicId, ['waiting'], { state: 'ready', files, found: { posts: 3 } });
    expect(ready).toMatchObject({ state: 'ready', files, found: { posts: 3 } });
    expect(await catalog.changeImport(job.publicId, ['waiting'], { state: 'running' })).toBeNull();
    expect(await catalog.changeImport(job.publicId, ['ready'], { found: null })).toMatchObject({ found: null, files });
    expect(await catalog.listImports(id)).toHaveLength(1);
    expect(await catalog.deleteImport(job.publicId, ['done'])).toBe(false);
    expect(await catalog.deleteImport(job.publicId, ['ready'])).toBe(true);
    expect(await catalog.changeImport('hB4tZs8WqLpE' as PublicId, ['ready'], {})).toBeNull();
  });

  test('are under way one at a time for a publication, however many begin at once', async () => {
    const { catalog } = engine;
    const [{ id }, other] = [await newPublication(catalog), await newPublication(catalog)];
    const make = async (of: typeof id) =>
      (await catalog.createImport(of, { format: 'substack', database: null })).publicId;
    const [one, two, elsewhere] = [await make(id), await make(id), await make(other.id)];
    const begun = await Promise.all(
      [one, two, elsewhere].map((job) => catalog.changeImport(job, ['waiting'], { state: 'running' })),
    );
    expect(begun.slice(0, 2).filter((job) => job !== null)).toHaveLength(1);
    expect(begun[2]).not.toBeNull();
    const atWork = (await catalog.importsAtWork()).map(({ publication }) => publication);
    expect(atWork).toEqual(expect.arrayContaining([id, other.id]));
  });

  test('make one issue of a post, which the next import finds', async () => {
    const { catalog } = engine;
    const [{ id }, other] = [await newPublication(catalog), await newPublication(catalog)];
    const importedAs = { source: 'substack', key: '143208311', heading: 'h', text: 't' };
    const issue = await catalog.createIssue(id, { ...bareIssue(), importedAs });
    expect(await catalog.importedIssues(id, 'substack')).toMatchObject([{ key: '143208311', id: issue.id }]);
    expect(await catalog.importedIssues(id, 'ghost')).toEqual([]);
    // The second is not there at all: it is written with its name, or not.
    const before = await catalog.countIssues(id);
    await expect(catalog.createIssue(id, { ...bareIssue(), importedAs })).rejects.toThrow();
    expect(await catalog.countIssues(id)).toBe(before);
    await catalog.createIssue(other.id, { ...bareIssue(), importedAs });
    await catalog.deletePublication(id);
    expect(await catalog.importedIssues(id, 'substack')).toEqual([]);
  });

  test('write many issues at once, all with what belongs to them, or none', async () => {
    const { catalog } = engine;
    const { id } = await newPublication(catalog);
    const given = Array.from({ length: 7 }, (_, at) => ({
      ...bareIssue(),
      title: `Issue ${at}`,
      importedAs: { source: 'ghost', key: `${at}`, heading: `h${at}`, text: 't' },
      sections: Array.from({ length: at }, (_, of) => ({ title: `${at}.${of}`, access: 'before' as const })),
      links: Array.from({ length: 2 * at }, (_, of) => ({
        url: `https://example.org/${at}/${of}`,
        text: '',
        kind: 'outbound' as const,
        section: of % at,
      })),
    }));
    const written = await catalog.createIssues(id, given, ({ publicId }, at) => [
      { edition: 'whole', originalHtml: `${at}`, trackedHtml: publicId },
    ]);
    for (const [at, issue] of written.entries()) {
      expect(issue).toEqual(await catalog.findIssue(id, issue.publicId));
      expect(issue.sections.map(({ title }) => title)).toEqual(given[at]?.sections.map(({ title }) => title));
      expect(issue.links.map(({ url }) => url)).toEqual(given[at]?.links.map(({ url }) => url));
      const sections = issue.links.map(({ section }) => issue.sections.findIndex((one) => one.id === section));
      expect(sections).toEqual(given[at]?.links.map(({ section }) => section));
      expect(await catalog.findEdition(issue.id, 'whole')).toMatchObject({ trackedHtml: issue.publicId });
    }
    const links = await catalog.linksOf(written.map((issue) => issue.id));
    expect(links).toHaveLength(42);
    expect(new Set(links.map(({ issue }) => issue)).size).toBe(6);
    // One of them is there already: none is written.
    const others = [{ ...bareIssue() }, ...given.slice(0, 1)];
    await expect(catalog.createIssues(id, others, () => [])).rejects.toThrow();
    expect(await catalog.countIssues(id)).toBe(7);
    expect(await catalog.createIssues(id, [], () => [])).toEqual([]);
    expect(await catalog.linksOf([])).toEqual([]);

    const post = { source: 'ghost', key: '3', heading: 'new' };
    await catalog.changeImportedHeading(id, post, { title: 'Called otherwise', subtitle: 'now' });
    await catalog.changeImportedHeading(id, { ...post, key: '4' }, null);
    const after = new Map((await catalog.importedIssues(id, 'ghost')).map((issue) => [issue.key, issue]));
    expect(after.get('3')).toMatchObject({ title: 'Called otherwise', subtitle: 'now', heading: 'new', text: 't' });
    expect(after.get('4')).toMatchObject({ title: 'Issue 4', heading: 'new' });
    expect(after.get('5')).toMatchObject({ title: 'Issue 5', heading: 'h5' });
  });
});
