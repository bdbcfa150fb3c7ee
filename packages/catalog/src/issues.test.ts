import { expect, test } from '@jest/globals';
import { isPublicId, type PublicationId, type PublicId } from '@readout/events';
import type { LinkTarget, NewIssue } from './catalog.ts';
import { newPublication, onBothEngines } from './testing/engines.ts';
import { bareIssue } from './testing/new-issue.ts';

const NOBODY = '111111111111' as PublicId;

const tides: NewIssue = {
  title: 'Tides',
  subtitle: 'Why they come',
  sentAt: new Date('2026-03-02T06:30:00.123Z'),
  hasPaywall: true,
  sections: [
    { title: 'The moon', access: 'before' },
    { title: '', access: 'across' },
    { title: 'The sun', access: 'behind' },
  ],
  links: [
    { url: 'https://example.com/a?b=c#d', text: 'A moon', kind: 'outbound', section: 0 },
    { url: 'https://example.com/ñ', text: '', kind: 'media', section: null },
    { url: 'https://example.com/a?b=c#d', text: 'The same again', kind: 'call_to_action', section: 2 },
  ],
};

onBothEngines('issues', (engine) => {
  test('an issue is found as it was made, sections and links in their order', async () => {
    const { catalog } = engine;
    const publication = await newPublication(catalog);
    const issue = await catalog.createIssue(publication.id, tides);
    const { sections, links, ...itself } = issue;
    expect(itself).toEqual({
      id: expect.any(Number),
      publicId: expect.any(String),
      publication: publication.id,
      title: 'Tides',
      subtitle: 'Why they come',
      sentAt: tides.sentAt,
      hasPaywall: true,
      tags: [],
      createdAt: expect.any(Date),
    });
    const numbered = { id: expect.any(Number), publicId: expect.any(String) };
    expect(sections).toEqual(tides.sections.map((section, ordinal) => ({ ...section, ordinal, ...numbered })));
    expect(links).toEqual(
      tides.links.map((link, ordinal) => ({
        ...link,
        section: link.section === null ? null : sections[link.section]?.id,
        ordinal,
        ...numbered,
      })),
    );
    expect([issue, ...sections, ...links].every(({ publicId }) => isPublicId(publicId))).toBe(true);
    expect(await catalog.findIssue(publication.id, issue.publicId)).toEqual(issue);
  });

  test("an issue is not found under another's publication, nor changed there", async () => {
    const { catalog } = engine;
    const [publication, other] = [await newPublication(catalog), await newPublication(catalog)];
    const issue = await catalog.createIssue(publication.id, bareIssue());
    expect(await catalog.findIssue(other.id, issue.publicId)).toBeNull();
    expect(await catalog.updateIssue(other.id, issue.publicId, { title: 'Stolen' })).toBeNull();
    expect(await catalog.updateIssue(other.id, issue.publicId, {})).toBeNull();
    expect(await catalog.findIssue(publication.id, issue.publicId)).toEqual(issue);
    expect(await catalog.findIssue(publication.id, NOBODY)).toBeNull();
  });

  test('a change touches what it names; the time of sending can be taken back', async () => {
    const { catalog } = engine;
    const publication = await newPublication(catalog);
    const { sections: _sections, links: _links, ...issue } = await catalog.createIssue(publication.id, tides);
    const update = (change: Parameters<typeof catalog.updateIssue>[2]) =>
      catalog.updateIssue(publication.id, issue.publicId, change);
    expect(await update({ title: 'Ebb' })).toEqual({ ...issue, title: 'Ebb' });
    expect(await update({ subtitle: '' })).toEqual({ ...issue, title: 'Ebb', subtitle: '' });
    expect(await update({ sentAt: null })).toEqual({ ...issue, title: 'Ebb', subtitle: '', sentAt: null });
    expect(await update({})).toEqual({ ...issue, title: 'Ebb', subtitle: '', sentAt: null });
    const tags = ['Harbour', 'it\'s, {a} "tag"', 'مد'];
    expect(await update({ tags })).toEqual({ ...issue, title: 'Ebb', subtitle: '', sentAt: null, tags });
    expect(await update({ tags: [] })).toEqual({ ...issue, title: 'Ebb', subtitle: '', sentAt: null });
  });

  test('tags are kept in their order from the beginning on, whatever stands in them', async () => {
    const { catalog } = engine;
    const publication = await newPublication(catalog);
    const tags = ['z', 'a, b', '"', '\\', 'NULL', 'b\0'];
    const issue = await catalog.createIssue(publication.id, bareIssue({ tags }));
    expect(issue.tags).toEqual(['z', 'a, b', '"', '\\', 'NULL', 'b\uFFFD']);
    expect(await catalog.findIssue(publication.id, issue.publicId)).toEqual(issue);
  });

  test('a link to a section that the issue does not have writes nothing at all', async () => {
    const { catalog } = engine;
    const publication = await newPublication(catalog);
    const broken = { ...tides, links: [{ url: 'https://example.com', text: '', kind: 'media' as const, section: 3 }] };
    await expect(catalog.createIssue(publication.id, broken)).rejects.toThrow(/section 3, but the issue has 3/);
    expect(await catalog.countIssues(publication.id)).toBe(0);
  });

  test('NUL and lone surrogates in titles, texts and addresses become U+FFFD, in the answer and in the catalog', async () => {
    const { catalog } = engine;
    const publication = await newPublication(catalog);
    const issue = await catalog.createIssue(publication.id, {
      ...bareIssue({ title: 'a\0', subtitle: '\uDC00' }),
      sections: [{ title: '\0', access: 'before' }],
      links: [{ url: 'https://example.com/\0', text: '\uD800', kind: 'outbound', section: 0 }],
    });
    expect([issue.title, issue.subtitle]).toEqual(['a\uFFFD', '\uFFFD']);
    expect(issue.sections[0]?.title).toBe('\uFFFD');
    expect(issue.links[0]).toMatchObject({ url: 'https://example.com/\uFFFD', text: '\uFFFD' });
    expect(await catalog.findIssue(publication.id, issue.publicId)).toEqual(issue);
    const changed = await catalog.updateIssue(publication.id, issue.publicId, { title: '\0\0' });
    expect(changed?.title).toBe('\uFFFD\uFFFD');
  });

  test('editions are kept as they came, NUL and all, and replaced one by one', async () => {
    const { catalog } = engine;
    const publication = await newPublication(catalog);
    const { id } = await catalog.createIssue(publication.id, bareIssue());
    const whole = {
      edition: 'whole',
      originalHtml: `<p>a\0b ñ 🌊</p>${'x'.repeat(1_000_000)}`,
      trackedHtml: '',
    } as const;
    const cut = { edition: 'cut', originalHtml: '<p>a', trackedHtml: '<p>b' } as const;
    expect(await catalog.findEdition(id, 'whole')).toBeNull();
    expect(await catalog.editionNames(id)).toEqual([]);
    await catalog.saveEditions(id, [whole, cut]);
    expect(await catalog.findEdition(id, 'whole')).toEqual(whole);
    await catalog.saveEditions(id, [{ ...cut, trackedHtml: '<p>c' }]);
    expect(await catalog.findEdition(id, 'cut')).toEqual({ ...cut, trackedHtml: '<p>c' });
    expect(await catalog.findEdition(id, 'whole')).toEqual(whole);
    expect(await catalog.findEdition(id, 'none')).toBeNull();
    expect(await catalog.editionNames(id)).toEqual(['whole', 'cut']);
    await expect(catalog.saveEditions(id, [])).resolves.toBeUndefined();
  });

  test('pixel and redirect find their issue and link by public id alone', async () => {
    const { catalog } = engine;
    const publication = await newPublication(catalog);
    const issue = await catalog.createIssue(publication.id, tides);
    const target = { publicId: issue.publicId, id: issue.id, publication: publication.id };
    expect(await catalog.findIssueTarget(issue.publicId)).toEqual(target);
    for (const { publicId, id, section, url } of issue.links) {
      const ofIssue = { publication: publication.id, issue: issue.id, issuePublicId: issue.publicId };
      const link = { publicId, id, ...ofIssue, section, url };
      expect(await catalog.findLinkTarget(publicId)).toEqual(link);
      expect(await catalog.findIssueTarget(publicId)).toBeNull();
    }
    for (const { publicId, id } of issue.sections) {
      expect(await catalog.findSectionTarget(publicId)).toEqual({ publicId, id, issue: issue.id });
    }
    expect(await catalog.findSectionTarget(issue.publicId)).toBeNull();
    expect(await catalog.findLinkTarget(issue.publicId)).toBeNull();
    expect(await catalog.findLinkTarget('\0' as PublicId)).toBeNull();
  });

  test('an issue with 10,000 links is written and read in a few seconds, and all links are found in pages', async () => {
    const { catalog } = engine;
    const publication = await newPublication(catalog);
    const started = Date.now();
    const links = Array.from({ length: 10_000 }, (_, n) => ({
      url: `https://example.com/${n}`,
      text: `Link ${n}`,
      kind: 'outbound' as const,
      section: n % 50,
    }));
    const sections = Array.from({ length: 50 }, (_, n) => ({ title: `Part ${n}`, access: 'before' as const }));
    const issue = await catalog.createIssue(publication.id, bareIssue({ sections, links }));
    expect(issue.links.map(({ url }) => url)).toEqual(links.map(({ url }) => url));
    expect(await catalog.findIssue(publication.id, issue.publicId)).toEqual(issue);

    const all: LinkTarget[] = [];
    let pages = 0;
    for await (const page of catalog.allLinkTargets()) {
      expect(page.length).toBeLessThanOrEqual(5000);
      all.push(...page);
      pages++;
    }
    expect(pages).toBeGreaterThanOrEqual(2);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    const ofThis = all.filter((link) => link.issue === issue.id);
    expect(ofThis.map(({ publicId }) => publicId)).toEqual(issue.links.map(({ publicId }) => publicId));
    expect(all).toContainEqual(await catalog.findLinkTarget(issue.links[77]?.publicId ?? NOBODY));
    expect(Date.now() - started).toBeLessThan(15_000);
  });

  test('issues of many at once are all written', async () => {
    const { catalog } = engine;
    const publication = await newPublication(catalog);
    const made = await Promise.all(Array.from({ length: 20 }, () => catalog.createIssue(publication.id, tides)));
    expect(new Set(made.map(({ publicId }) => publicId)).size).toBe(20);
    expect(await catalog.countIssues(publication.id)).toBe(20);
    expect(await catalog.countIssues(2_000_000_000 as PublicationId)).toBe(0);
  });
});
