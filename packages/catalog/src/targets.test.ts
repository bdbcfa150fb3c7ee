import { expect, test } from '@jest/globals';
import type { IssueId, LinkId, PublicationId } from '@readout/events';
import type { Catalog, NewIssue } from './catalog.ts';
import { newPublication, onBothEngines } from './testing/engines.ts';
import { bareIssue } from './testing/new-issue.ts';

const links = (count: number): NewIssue['links'] =>
  Array.from({ length: count }, (_, n) => ({
    url: `https://example.com/${n}`,
    text: '',
    kind: 'outbound' as const,
    section: null,
  }));

async function all<T>(pages: AsyncIterable<readonly T[]>): Promise<T[]> {
  const found: T[] = [];
  for await (const page of pages) found.push(...page);
  return found;
}

const newIssues = async (catalog: Catalog, publication: PublicationId, count: number) => {
  for (let n = 0; n < count; n++) await catalog.createIssue(publication, bareIssue());
};

onBothEngines("a collector's own copy", (engine) => {
  test('of an empty catalog is empty', async () => {
    const { catalog } = engine;
    expect(await catalog.countTargets()).toEqual({ links: 0, lastLink: 0, issues: 0, lastIssue: 0 });
    expect(await all(catalog.allLinkTargets())).toEqual([]);
    expect(await all(catalog.allIssueTargets())).toEqual([]);
  });

  test('has every issue and every link, and is brought up to date by what came after its last numbers', async () => {
    const { catalog } = engine;
    const publication = await newPublication(catalog);
    const first = await catalog.createIssue(publication.id, bareIssue({ links: links(3) }));
    await newIssues(catalog, publication.id, 2);
    const copied = await catalog.countTargets();
    const [knownLinks, knownIssues] = [await all(catalog.allLinkTargets()), await all(catalog.allIssueTargets())];
    expect(copied).toEqual({
      links: knownLinks.length,
      lastLink: knownLinks.at(-1)?.id,
      issues: knownIssues.length,
      lastIssue: knownIssues.at(-1)?.id,
    });
    expect(knownIssues).toContainEqual(await catalog.findIssueTarget(first.publicId));

    const added = await catalog.createIssue(publication.id, bareIssue({ links: links(2) }));
    expect(await all(catalog.linkTargetsAfter(copied.lastLink))).toEqual(
      added.links.map(({ publicId, id, section, url }) => ({
        publicId,
        id,
        publication: publication.id,
        issue: added.id,
        issuePublicId: added.publicId,
        section,
        url,
      })),
    );
    expect(await all(catalog.issueTargetsAfter(copied.lastIssue))).toEqual([
      { publicId: added.publicId, id: added.id, publication: publication.id },
    ]);
    expect(await all(catalog.allLinkTargets())).toEqual([
      ...knownLinks,
      ...(await all(catalog.linkTargetsAfter(copied.lastLink))),
    ]);
    expect(await catalog.countTargets()).toEqual({
      links: copied.links + 2,
      lastLink: added.links[1]?.id,
      issues: copied.issues + 1,
      lastIssue: added.id,
    });
    const end = await catalog.countTargets();
    expect(await all(catalog.linkTargetsAfter(end.lastLink))).toEqual([]);
    expect(await all(catalog.issueTargetsAfter(end.lastIssue))).toEqual([]);
    expect(await all(catalog.linkTargetsAfter(2_147_483_647 as LinkId))).toEqual([]);
    expect(await all(catalog.issueTargetsAfter(2_147_483_647 as IssueId))).toEqual([]);
  });

  test('sees by the counts that a publication was removed, whose numbers were not the last', async () => {
    const { catalog } = engine;
    const [doomed, spared] = [await newPublication(catalog), await newPublication(catalog)];
    await catalog.createIssue(doomed.id, bareIssue({ links: links(4) }));
    await catalog.createIssue(spared.id, bareIssue({ links: links(1) }));
    const before = await catalog.countTargets();
    await catalog.deletePublication(doomed.id);
    expect(await catalog.countTargets()).toEqual({ ...before, links: before.links - 4, issues: before.issues - 1 });
    expect((await all(catalog.allLinkTargets())).filter((link) => link.publication === doomed.id)).toEqual([]);
  });

  test('of more than a page comes in pages, and each once', async () => {
    const { catalog } = engine;
    const publication = await newPublication(catalog);
    const { lastLink } = await catalog.countTargets();
    const issue = await catalog.createIssue(publication.id, bareIssue({ links: links(10_001) }));
    const sizes: number[] = [];
    const found: string[] = [];
    for await (const page of catalog.linkTargetsAfter(lastLink)) {
      sizes.push(page.length);
      found.push(...page.map(({ publicId }) => publicId));
    }
    expect(sizes).toEqual([5000, 5000, 1]);
    expect(found).toEqual(issue.links.map(({ publicId }) => publicId));
  }, 30_000);
});

onBothEngines('what judging asks of an issue', (engine) => {
  const kinds = ['outbound', 'honeypot', 'contents', 'honeypot'] as const;
  const mixed: NewIssue['links'] = kinds.map((kind, n) => ({
    url: `https://example.com/${n}`,
    text: '',
    kind,
    section: null,
  }));

  test('is how many links a reader sees, and which ones only machines follow', async () => {
    const { catalog } = engine;
    const publication = await newPublication(catalog);
    const issue = await catalog.createIssue(publication.id, bareIssue({ links: mixed }));
    await catalog.createIssue(publication.id, bareIssue({ links: mixed }));
    expect(await catalog.findIssueFacts(issue.id)).toEqual({
      links: 2,
      honeypots: [issue.links[1]?.id, issue.links[3]?.id],
    });
  });

  test('of an issue without links is none, and of no issue null', async () => {
    const { catalog } = engine;
    const publication = await newPublication(catalog);
    const issue = await catalog.createIssue(publication.id, bareIssue({ links: [] }));
    expect(await catalog.findIssueFacts(issue.id)).toEqual({ links: 0, honeypots: [] });
    await catalog.deletePublication(publication.id);
    expect(await catalog.findIssueFacts(issue.id)).toBeNull();
    expect(await catalog.findIssueFacts(4_294_967_295 as IssueId)).toBeNull();
  });
});
