import { describe, expect, test } from '@jest/globals';
import { analyseIssue, type EditionInput, renderEdition, UnsafeDestinationError } from './index.ts';

const whole = (html: string): EditionInput => ({ edition: 'whole', html });
const cut = (html: string): EditionInput => ({ edition: 'cut', html });
const titles = (html: string) => analyseIssue([whole(html)]).sections.map(({ title }) => title);
const access = (...inputs: EditionInput[]) => analyseIssue(inputs).sections.map((one) => `${one.title} ${one.access}`);
const kind = (href: string, text: string) => analyseIssue([whole(`<a href="${href}">${text}</a>`)]).links[0]?.kind;
const codes = (html: string) => analyseIssue([whole(html)]).notices.map(({ code }) => code);

function tracked(html: string, mergeTag = '{{ token }}'): string {
  const structure = analyseIssue([whole(html)]);
  const links = structure.links.map(() => '123456789ABC');
  const addresses = { base: 'https://read.example', issue: '123456789ABC', links, mergeTag };
  return structure.editions.map((edition) => renderEdition(edition, addresses)).join('');
}

describe('links', () => {
  test.each(['{{ token }}', '*|TOKEN|*', '%%token%%', '[[token]]', 'plain'])(
    'tracked output with %s says so',
    (tag) => {
      const again = analyseIssue([whole(tracked('<p><a href="https://a.example/1">x</a></p>', tag))]);
      expect(again.links).toEqual([]);
      expect(again.notices.map(({ code }) => code)).toEqual(['already_tracked']);
    },
  );

  test('a collector may stand below a path', () => {
    expect(codes('<a href="https://a.example/readout/c/123456789ABC/tok">x</a>')).toEqual(['already_tracked']);
  });

  test.each([
    '{email}',
    '{$email}',
    '{{ contact &quot;x&quot; }}',
    '%EMAIL%',
    '%recipient.email%',
    '[%email%]',
    '%%=v(@x)=%%',
    '#{x}',
  ])('a link with %s in it is personal', (tag) => {
    expect(codes(`<a href="https://a.example/?e=${tag}">x</a>`)).toEqual(['personal_link']);
  });

  test('a merge tag that a quote ends too early is one all the same', () => {
    expect(codes('<a href="https://a.example/?e={{ contact "x" }}">x</a>')).toEqual(['personal_link']);
    expect(analyseIssue([whole('<base href="https://b.example/"><a href="{{ url "x" }}">x</a>')]).links).toEqual([]);
  });

  test('percent-encoding is no merge tag', () => {
    expect(codes('<a href="https://a.example/%E4%BD%A0%20x">x</a>')).toEqual([]);
  });

  test('a personal link to unsubscribe needs no notice', () => {
    expect(codes('<a href="https://a.example/unsubscribe?e={{email}}">Unsubscribe</a>')).toEqual([]);
  });

  test.each(['https:example.com/a', 'https:\\\\example.com/a', 'https:/example.com/a'])(
    '%s is stored as it is read',
    (href) => {
      expect(analyseIssue([whole(`<a href="${href}">x</a>`)]).links[0]?.url).toBe('https://example.com/a');
    },
  );

  test('a NUL in an address is refused', () => {
    expect(() => analyseIssue([whole('<a href="https://a.example/\0x">x</a>')])).toThrow(UnsafeDestinationError);
  });

  test.each([
    ['https://travel.example/baja-california', 'beaches', 'outbound'],
    ['https://a.example/trial-of-the-century', 'x', 'outbound'],
    ['https://a.example/gift-economy', 'x', 'outbound'],
    ['https://a.example/plans/2024', 'x', 'outbound'],
    ['https://twitter.com/i/web/status/123', 'x', 'embed'],
    ['https://a.example/premium/trial?from=x', 'x', 'call_to_action'],
    ['https://a.example/join/x', 'x', 'outbound'],
  ])('%s “%s” is %s', (href, text, expected) => {
    expect(kind(href, text)).toBe(expected);
  });

  test('text is cut between characters, and blocks in it do not run together', () => {
    const [a, b, c] = analyseIssue([
      whole(
        `<a href="https://a.example/1">a${'🌊'.repeat(150)}</a><a href="https://a.example/2"><div>A</div><div>B<br>C</div></a><area href="https://a.example/3" alt="D">`,
      ),
    ]).links;
    expect(a?.text).toBe(`a${'🌊'.repeat(99)}`);
    expect([b?.text, c?.text]).toEqual(['A B C', 'D']);
  });

  test('what SVG closes hides nothing', () => {
    const html = '<title>T</title><svg><title>Logo</title><title/><style/></svg><a href="https://a.example/1">x</a>';
    const { title, links } = analyseIssue([whole(html)]);
    expect([title, links.length]).toEqual(['T', 1]);
  });

  test('a base in a template is none', () => {
    expect(codes('<template><base href="https://b.example/"></template><a href="x">x</a>')).toEqual(['relative_url']);
  });
});

describe('sections', () => {
  test.each([
    ['a line break in a heading', '<h1>T</h1><h2>Part<br>one</h2><h2>Two</h2>', ['Part one', 'Two']],
    ['a heading never closed', '<h1>T</h1><h2>One<p>para</p><p>more</p><h2>Two</h2>', ['One', 'Two']],
    ['a block in a heading', '<h1>T</h1><h2><div>One</div></h2><p>x</p><h2><p>Two</p></h2><p>y</p>', ['One', 'Two']],
  ])('%s', (_name, html, expected) => {
    expect(titles(html)).toEqual(expected);
  });

  test.each([
    [
      'after a preview line',
      '<div>In this issue</div><p>Hello</p><p>In this issue</p><ul><li><a href="https://a.example/p#1">One</a></li></ul>',
    ],
    [
      'in a table with numbers',
      '<p>In this issue</p><table><tr><td>1.</td><td><a href="https://a.example/p#1">One</a></td></tr></table>',
    ],
    [
      'after a sentence',
      '<p>In this issue</p><p>Just these:</p><ul><li><a href="https://a.example/p#1">One</a></li></ul>',
    ],
  ])('contents are found %s', (_name, html) => {
    const { links } = analyseIssue([whole(`<h1>T</h1>${html}<p>Dear all</p><h2>One</h2><h2>Two</h2>`)]);
    expect(links.map((one) => one.kind)).toEqual(['contents']);
  });

  test('of forty lines all are', () => {
    const list = Array.from({ length: 40 }, (_, at) => `<li><a href="https://a.example/p#${at}">S ${at}</a></li>`).join(
      '',
    );
    const { links } = analyseIssue([whole(`<p>In this issue</p><ul>${list}</ul>`)]);
    expect(links.filter((one) => one.kind === 'contents')).toHaveLength(40);
  });

  test('contents may number, shorten and describe', () => {
    const html =
      '<h1>T</h1><p>In this issue</p><ul><li>1. One</li><li>Forty berths, one wai…</li><li>Three — why</li></ul><h2>One</h2><h2>Forty berths, one waiting list</h2><h2>Three</h2>';
    expect(codes(html)).toEqual([]);
  });

  test('bold titles below contents without list markup keep their place', () => {
    expect(
      titles('<p>In this issue</p><p><b>One</b><br><b>Two</b></p><p><b>One</b></p><p>x</p><p><b>Two</b></p>'),
    ).toEqual(['One', 'Two']);
  });
});

describe('the paywall', () => {
  test('a mark within a paragraph, or before a picture, divides its section', () => {
    expect(access(whole('<h1>T</h1><h2>One</h2><p>a <!-- paywall --> b</p><h2>Two</h2>'))).toEqual([
      'One across',
      'Two behind',
    ]);
    expect(access(whole('<h1>T</h1><h2>One</h2><p>a</p><!-- paywall --><img src="x"><h2>Two</h2>'))).toEqual([
      'One across',
      'Two behind',
    ]);
  });

  test('the class of the body is no mark', () => {
    expect(analyseIssue([whole('<body class="has-paywall"><h2>One</h2>')]).hasPaywall).toBe(false);
  });

  test('without a mark the invitation to read on is where a cut edition ends', () => {
    const html =
      '<h2>One</h2><p><a href="https://a.example/trial">Keep reading with a free trial</a></p><p><a href="https://a.example/gift">Gift a subscription</a></p>';
    expect(analyseIssue([cut(html)]).editions[0]?.paywallAt).toBe(html.indexOf('<a '));
  });
});

describe('the pixel', () => {
  test.each([
    ['an open comment that ends like a tag', '<p>x</p>', '<!-- <b>'],
    ['an open template', '<p>x</p>', '<template><p>y'],
    ['an open noscript', '<p>x</p>', '<noscript>y'],
  ])('stands before %s', (_name, before, after) => {
    expect(tracked(before + after)).toMatch(/^<p>x<\/p><img /);
    expect(tracked(before + after).endsWith(after)).toBe(true);
  });

  test('takes no notice of a body that ends in a template', () => {
    expect(tracked('<body>x<template></body></template>y</body>')).toMatch(/y<img [^>]*><\/body>$/);
  });

  test('is AMP where the html tag says so, wherever that stands', () => {
    expect(tracked(`<!--${'x'.repeat(3_000)}--><html ⚡4email><body>x</body>`)).toContain('<amp-img');
    expect(tracked('<html data-x=" amp4email"><body>x</body>')).not.toContain('<amp-img');
  });

  test('and links are quoted so that the merge tag fits in', () => {
    const html = `<a href="https://a.example/1">x</a>`;
    expect(tracked(html, '{{ t | or: "x" }}')).toContain(
      `href='https://read.example/c/123456789ABC/{{ t | or: "x" }}'>`,
    );
    expect(tracked(html, '{{ t | or: "x" }}')).toContain(
      `src='https://read.example/o/123456789ABC/{{ t | or: "x" }}.gif' width`,
    );
  });
});

test('the heading over the offer of a cut edition begins no section', () => {
  const full = '<h1>T</h1><h2>One</h2><p>x</p><h2>Two</h2><p>y</p>';
  const offer =
    '<h2>Keep reading with a 7-day free trial</h2><p><a href="https://a.example/premium">Start trial</a></p>';
  const { sections, notices, links } = analyseIssue([whole(full), cut(`<h1>T</h1><h2>One</h2><p>x</p>${offer}`)]);
  expect(sections.map((one) => `${one.title} ${one.access}`)).toEqual(['One before', 'Two behind']);
  expect(notices).toEqual([]);
  expect(links.map(({ kind: of, section }) => [of, section])).toEqual([['call_to_action', 0]]);
});

test('no link of a cut edition is lost behind an Outlook twin that stands elsewhere', () => {
  const a = (path: string) => `<a href="https://a.example/${path}">${path}</a>`;
  const shortened = `<h2>One</h2>${a('both')}${a('x')}${a('y')}<!--[if mso]>${a('x')}<![endif]-->${a('z')}`;
  const { links, editions } = analyseIssue([whole(`<h2>One</h2>${a('both')}`), cut(shortened)]);
  expect(links.map(({ text }) => text)).toEqual(['both', 'x', 'y', 'z']);
  expect(editions[1]?.hrefs.map(({ link }) => link)).toEqual([0, 1, 2, 1, 3]);
});

/** So long that anything quadratic would still be at it when the test's time is up (minutes), and linear is not. */
test.each([
  ['templates', '<template>'.repeat(400_000) + '</p>'.repeat(400_000)],
  ['open braces', `<a href="https://a.example/${'{{'.repeat(400_000)}">x</a>`],
  ['open brackets', `<a href="https://a.example/${'[['.repeat(400_000)}">x</a>`],
  ['sections of one name', `<h1>T</h1>${'<h2>News</h2><p>x</p>'.repeat(50_000)}`],
])('many %s are taken', (_name, html) => {
  expect(analyseIssue([whole(html), cut(html)]).editions).toHaveLength(2);
});
