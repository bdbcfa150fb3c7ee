import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { analyseIssue, type IssueStructure, renderEdition } from './index.ts';

const CORPUS = join(import.meta.dirname, 'corpus');
const messages = readdirSync(CORPUS).map((name) => [name, readFileSync(join(CORPUS, name), 'utf8')] as const);
const WITH_SITE = { honeypot: { site: 'https://letters.example' } };
const WITHOUT_SITE = { honeypot: { site: null } };
const ISSUE = '<body><h1>One</h1><p><a href="https://a.example/x?y=1">a</a></p></body>';

const whole = (html: string) => ({ edition: 'whole', html }) as const;
const cut = (html: string) => ({ edition: 'cut', html }) as const;
const rendered = ({ links, editions }: IssueStructure, mergeTag = '{{ token }}') => {
  const ids = links.map((_, at) => `link${at}`.padEnd(12, 'x'));
  const addresses = { base: 'https://read.example', issue: 'issueissuexx', links: ids, mergeTag };
  return editions.map((edition) => renderEdition(edition, addresses));
};
/** The tags of links that have no words. */
const hidden = (html: string) => html.match(/<a [^>]*>&#8203;<\/a>/g) ?? [];

describe('a honeypot', () => {
  test('is planted only where it is wished for', () => {
    const structure = analyseIssue([whole(ISSUE)]);
    expect(structure.links.map(({ kind }) => kind)).toEqual(['outbound']);
    expect(hidden(rendered(structure).join())).toEqual([]);
  });

  test('is one link more, of no section, at the end of each edition, and the same one in all', () => {
    const structure = analyseIssue([whole(`${ISSUE} `), cut(ISSUE)], WITH_SITE);
    expect(structure.links.at(-1)).toEqual({
      url: 'https://letters.example/',
      text: '',
      kind: 'honeypot',
      section: null,
    });
    const all = rendered(structure);
    expect(all).toHaveLength(2);
    for (const html of all) {
      const [tag] = hidden(html);
      expect(hidden(html)).toHaveLength(1);
      expect(tag).toContain('href="https://read.example/c/link1xxxxxxx/{{ token }}"');
      expect(html.indexOf('&#8203;')).toBeGreaterThan(html.indexOf('>a</a>'));
      expect(html.indexOf('&#8203;')).toBeLessThan(html.indexOf('</body>'));
    }
  });

  test('is neither seen nor reached by a person, and does not say so by display:none', () => {
    const [tag = ''] = hidden(rendered(analyseIssue([whole(ISSUE)], WITH_SITE)).join());
    for (const part of ['tabindex="-1"', 'aria-hidden="true"', 'width:0', 'height:0', 'font-size:0', 'opacity:0']) {
      expect(tag).toContain(part);
    }
    expect(tag).not.toContain('display:none');
  });

  test('leads to the publication’s site, or to that of the first outbound link', () => {
    const links = (html: string, wishes: typeof WITH_SITE | typeof WITHOUT_SITE) =>
      analyseIssue([whole(html)], wishes).links.flatMap(({ kind, url }) => (kind === 'honeypot' ? [url] : []));
    expect(links(ISSUE, WITH_SITE)).toEqual(['https://letters.example/']);
    expect(links(ISSUE, WITHOUT_SITE)).toEqual(['https://a.example/']);
    const after = `<a href="https://x.com/a/status/1">post</a>${ISSUE}`;
    expect(links(after, WITHOUT_SITE)).toEqual(['https://a.example/']);
  });

  test('is not planted where it would lead nowhere, and the author is told', () => {
    const structure = analyseIssue([whole('<h1>One</h1>'), cut('<h1>One</h1>')], WITHOUT_SITE);
    expect(structure.links).toEqual([]);
    expect(structure.notices.map(({ code }) => code)).toEqual(['no_honeypot']);
    expect(hidden(rendered(structure).join())).toEqual([]);
    expect(analyseIssue([whole('<h1>One</h1>')], WITH_SITE).notices).toEqual([]);
  });

  test.each(messages)('is all that is added to %s', (_name, html) => {
    for (const mergeTag of ['{{ token }}', '*|TOKEN|*', '{{ "token" }}']) {
      const [plain = ''] = rendered(analyseIssue([whole(html)]), mergeTag);
      const [planted = ''] = rendered(analyseIssue([whole(html)], WITH_SITE), mergeTag);
      const tag = /<a href=[^>]* tabindex="-1" aria-hidden="true"[^>]*>&#8203;<\/a>/.exec(planted)?.[0] ?? '';
      expect(tag).not.toBe('');
      expect(planted.replace(tag, '')).toBe(plain);
    }
  });

  test('in AMP for Email has no property that its validator does not know', () => {
    const [html = ''] = rendered(analyseIssue([whole(`<html ⚡4email>${ISSUE}</html>`)], WITH_SITE));
    expect(hidden(html)).toHaveLength(1);
    expect(html).not.toMatch(/mso-|pointer-events|!important/);
  });
});
