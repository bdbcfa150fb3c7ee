import { describe, expect, test } from '@jest/globals';
import { ISSUE_TEXTS } from './all-issues.ts';
import { type Block, type IssueText, PAYWALL, type SectionText } from './issue-text.ts';

/** Reserved for documentation (RFC 2606): they can belong to nobody. */
const RESERVED = /^https:\/\/([a-z-]+\.)*(example|example\.(com|org|net))\/[a-z0-9/.-]*$/;
/** X allows letters, digits and underscores, at most 15; the prefix is the sample's own. */
const HANDLE = /^tt_[a-z0-9]{1,12}$/;

const titles = ISSUE_TEXTS.map(({ title }) => title);
const linksOf = (text: string) => [...text.matchAll(/\[[^\]]+\]\(([^)]+)\)/g)].map((match) => match[1] ?? '');
const blocksOf = (issue: IssueText) => issue.sections.flatMap(({ blocks }) => blocks);
const paragraphsOf = ({ blocks }: SectionText) => blocks.filter((block) => typeof block === 'string');
const postsOf = (issue: IssueText) => blocksOf(issue).flatMap((block) => (isPost(block) ? [block] : []));
const isPost = (block: Block) => typeof block === 'object' && 'post' in block;
const hasPaywall = (issue: IssueText) => blocksOf(issue).includes(PAYWALL);

describe('the texts as a whole', () => {
  test('there are about sixty', () => {
    expect(ISSUE_TEXTS.length).toBeGreaterThanOrEqual(58);
    expect(ISSUE_TEXTS.length).toBeLessThanOrEqual(62);
  });

  test('no title and no subtitle is used twice', () => {
    expect(new Set(titles).size).toBe(titles.length);
    expect(new Set(ISSUE_TEXTS.map(({ subtitle }) => subtitle)).size).toBe(titles.length);
  });

  test('no sentence of any length is used twice', () => {
    const text = ISSUE_TEXTS.flatMap(blocksOf).map((block) => (typeof block === 'string' ? block : ''));
    const sentences = text.flatMap((one) => one.split(/(?<=[.?!])\s+/)).filter((one) => one.length > 40);
    expect(new Set(sentences).size).toBe(sentences.length);
  });

  test('about one issue in six is free to all', () => {
    const free = ISSUE_TEXTS.filter((issue) => !hasPaywall(issue)).length;
    expect(ISSUE_TEXTS.length / free).toBeGreaterThan(5);
    expect(ISSUE_TEXTS.length / free).toBeLessThan(7);
  });

  test('every quoted post has a handle of the sample and a number of its own', () => {
    const posts = ISSUE_TEXTS.flatMap(postsOf);
    expect(posts.length).toBeGreaterThan(ISSUE_TEXTS.length / 2);
    expect(new Set(posts.map(({ status }) => status)).size).toBe(posts.length);
    for (const { post, status } of posts) {
      expect(post).toMatch(HANDLE);
      expect(status).toMatch(/^17000000000000001\d\d$/);
    }
  });

  test('some have something to listen to or to watch, most have not', () => {
    const media = ISSUE_TEXTS.filter((issue) =>
      blocksOf(issue).some((one) => typeof one === 'object' && 'media' in one),
    );
    expect(media.length).toBeGreaterThan(ISSUE_TEXTS.length / 6);
    expect(media.length).toBeLessThan(ISSUE_TEXTS.length / 2);
  });
});

describe.each(ISSUE_TEXTS.map((issue) => [issue.title, issue] as const))('%s', (_, issue) => {
  test('has three to five sections under names of their own, of one to three paragraphs', () => {
    expect(issue.sections.length).toBeGreaterThanOrEqual(3);
    expect(issue.sections.length).toBeLessThanOrEqual(5);
    expect(new Set(issue.sections.map(({ title }) => title.toLowerCase())).size).toBe(issue.sections.length);
    for (const section of issue.sections) {
      expect(paragraphsOf(section).length).toBeGreaterThanOrEqual(1);
      expect(paragraphsOf(section).length).toBeLessThanOrEqual(3);
    }
  });

  test('links out, to reserved domains only', () => {
    const links = blocksOf(issue).flatMap((block) => {
      if (typeof block === 'string') return linksOf(block);
      return 'media' in block ? [block.media] : [];
    });
    expect(links.length).toBeGreaterThan(0);
    expect(new Set(links).size).toBe(links.length);
    for (const link of links) expect(link).toMatch(RESERVED);
  });

  test('has at most one paywall, with text before it and sections behind it', () => {
    const marks = blocksOf(issue).filter((block) => block === PAYWALL);
    expect(marks.length).toBeLessThanOrEqual(1);
    const divided = issue.sections.findIndex(({ blocks }) => blocks.includes(PAYWALL));
    if (divided === -1) return;
    expect(divided).toBeLessThan(issue.sections.length - 1);
    expect(issue.sections[divided]?.blocks[0]).not.toBe(PAYWALL);
  });

  test('holds no link behind the paywall in the section that it divides', () => {
    for (const { blocks } of issue.sections) {
      const at = blocks.indexOf(PAYWALL);
      for (const block of at === -1 ? [] : blocks.slice(at + 1)) {
        expect(typeof block === 'string' ? linksOf(block) : [block]).toEqual([]);
      }
    }
  });
});
