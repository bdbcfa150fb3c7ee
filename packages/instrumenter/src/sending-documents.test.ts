import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { analyseIssue, renderEdition } from './index.ts';

test('what the document on listmonk shows is what comes of it', () => {
  const document = readFileSync(new URL('../../../docs/sending-listmonk.md', import.meta.url), 'utf8');
  const [written = '', tracked] = [...document.matchAll(/```html\n([\s\S]*?)```/g)].map(([, block]) => block);
  const mergeTag = /--merge-tag '([^']*)'/.exec(document)?.[1] ?? '';
  const { editions, links } = analyseIssue([{ edition: 'whole', html: written }]);
  expect(links.map(({ url }) => url)).toEqual(['https://example.org/harbour']);
  const addresses = { base: 'https://read.example.org', issue: 'k3JvQ8sTn2Xa', links: ['p7RwB4mLc9Zd'], mergeTag };
  expect(editions.map((edition) => renderEdition(edition, addresses))).toEqual([tracked]);
});
