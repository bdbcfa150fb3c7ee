import { describe, expect, test } from '@jest/globals';
import { ISSUE_TEXTS } from './content/all-issues.ts';
import { sampleIssues } from './issues.ts';

const MARK = '<!-- paywall -->';
const issues = sampleIssues(Date.UTC(2026, 2, 2, 12)).map((issue, index) => [issue.title, issue, index] as const);
const paid = issues.flatMap(([title, { whole, cut }, index]) => (cut === null ? [] : [{ title, whole, cut, index }]));
const free = issues.filter(([, { cut }]) => cut === null);

const hrefs = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1] ?? '');
const contents = (html: string) => hrefs(html.slice(html.indexOf('<ul'), html.indexOf('</ul>')));

describe.each(paid)('the editions of “$title”', ({ whole, cut, index }) => {
  test('are the same up to the paywall', () => {
    const upTo = (html: string) => html.slice(0, html.indexOf(MARK) + MARK.length);
    expect(cut.split(MARK)).toHaveLength(2);
    expect(upTo(cut)).toBe(upTo(whole));
  });

  test('name every section in their contents, whether or not they hold it', () => {
    const sections = ISSUE_TEXTS[index]?.sections ?? [];
    expect(contents(whole)).toHaveLength(sections.length);
    expect(contents(cut)).toEqual(contents(whole));
    expect(new Set(contents(whole)).size).toBe(sections.length);
    const headings = (html: string) => [...html.matchAll(/<h2 id="([^"]+)"/g)].map((match) => match[1]);
    expect(headings(whole)).toEqual(contents(whole).map((href) => href.split('#')[1]));
    expect(headings(cut).length).toBeLessThan(sections.length);
  });

  test('offer the trial in the cut one and a gift in the whole one', () => {
    const offers = (html: string) => hrefs(html).filter((href) => href.includes('/premium/'));
    expect(offers(cut)).toEqual([
      expect.stringMatching(/^https:\/\/tidetable\.example\/premium\/trial\?from=[a-z0-9-]+$/),
    ]);
    expect(offers(whole)).toEqual([expect.stringMatching(/^https:\/\/tidetable\.example\/premium\/gift\?from=/)]);
    expect(cut).toContain('7-day free trial');
  });
});

describe.each(issues)('the mail of “%s”', (_, { whole, cut }) => {
  test('is one HTML document in which every bracket of the text has become a link', () => {
    for (const html of cut === null ? [whole] : [whole, cut]) {
      expect(html).toMatch(/^<!doctype html>\n/);
      expect(html.match(/<\/body>/g)).toHaveLength(1);
      expect(html).not.toContain('](');
      expect(html).not.toMatch(/undefined|\[object/);
    }
  });

  test('leads to reserved domains and to quoted posts only, and out of the subscription', () => {
    for (const href of hrefs(whole)) {
      expect(href).toMatch(/^https:\/\/(([a-z-]+\.)*example(\.(com|org|net))?\/|x\.com\/tt_[a-z0-9]+\/status\/\d+$)/);
    }
    expect(hrefs(whole).at(-1)).toBe('https://tidetable.example/unsubscribe');
  });
});

test('what is free to all has one edition, which asks for an upgrade', () => {
  expect(free.length).toBeGreaterThan(0);
  for (const [, { whole }] of free) {
    expect(whole).not.toContain(MARK);
    expect(whole).toContain('Upgrade to premium');
  }
});
