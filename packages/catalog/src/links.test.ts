import { expect, test } from '@jest/globals';
import { newPublication, onBothEngines } from './testing/engines.ts';
import { bareIssue } from './testing/new-issue.ts';

onBothEngines('links', (engine) => {
  test('links are found by their numbers, and not those of others', async () => {
    const { catalog } = engine;
    const [one, other] = [await newPublication(catalog), await newPublication(catalog)];
    const link = { url: 'https://example.com/a', text: 'a source', kind: 'outbound' as const, section: null };
    const mine = await catalog.createIssue(one.id, bareIssue({ links: [link, { ...link, text: 'another' }] }));
    const theirs = await catalog.createIssue(other.id, bareIssue({ links: [link] }));
    const ids = [mine.links[1], theirs.links[0]].flatMap((its) => (its === undefined ? [] : [its.id]));
    expect((await catalog.linksNumbered(one.id, ids)).map(({ text }) => text)).toEqual(['another']);
    expect(await catalog.linksNumbered(one.id, [])).toEqual([]);
  });

  test('of all issues come in their order, those alone that hold a text where one is given', async () => {
    const { catalog } = engine;
    const one = await newPublication(catalog);
    const link = { text: 'a source', kind: 'outbound' as const, section: null };
    const urls = ['https://example.com/a', 'https://Sponsor.example/x', 'https://example.com/b'];
    for (const some of [urls.slice(0, 2), urls.slice(2)]) {
      await catalog.createIssue(one.id, bareIssue({ links: some.map((url) => ({ ...link, url })) }));
    }
    expect((await catalog.allLinks(one.id)).map(({ url }) => url)).toEqual(urls);
    expect((await catalog.allLinks(one.id, 'sponsor.EXAMPLE')).map(({ url }) => url)).toEqual([urls[1]]);
    expect(await catalog.allLinks(one.id, '%')).toEqual([]);
  });
});
