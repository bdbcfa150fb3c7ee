import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  analyseIssue,
  type EditionInput,
  type IssueStructure,
  renderEdition,
  UnsafeDestinationError,
} from './index.ts';

const CORPUS = join(import.meta.dirname, 'corpus');
const messages = readdirSync(CORPUS).map((name) => [name, readFileSync(join(CORPUS, name), 'utf8')] as const);
const MERGE_TAGS = ['{{ readout_token }}', '*|TOKEN|*', '%%token%%', '[[token]]', '{{token}}'];

const whole = (html: string): EditionInput => ({ edition: 'whole', html });
const cut = (html: string): EditionInput => ({ edition: 'cut', html });
const addresses = (structure: IssueStructure, mergeTag = '{{ token }}') => ({
  base: 'https://read.example',
  issue: 'issueissuexx',
  links: structure.links.map((_, at) => `link${at}`.padEnd(12, 'x')),
  mergeTag,
});

/** The tracked HTML must be the original with nothing but the addresses and the pixel in other words. */
function expectOnlyTheEdits(html: string, mergeTag: string): void {
  const structure = analyseIssue([whole(html)]);
  const [edition] = structure.editions;
  if (edition === undefined) throw new Error('no edition');
  const where = addresses(structure, mergeTag);
  let rest = renderEdition(edition, where);
  let done = 0;
  const take = (text: string) => {
    expect(rest.startsWith(text)).toBe(true);
    rest = rest.slice(text.length);
  };
  const edits = [
    ...edition.hrefs.map(({ start, end, link, quote }) => {
      const address = `${where.base}/c/${where.links[link]}/${mergeTag}`;
      return { start, end, text: quote === '' ? `"${address}"` : address };
    }),
    { start: edition.pixelAt, end: edition.pixelAt, text: null },
  ].sort((a, b) => a.start - b.start || a.end - b.end);
  for (const { start, end, text } of edits) {
    expect(start).toBeGreaterThanOrEqual(done);
    take(html.slice(done, start));
    if (text !== null) take(text);
    else {
      const pixel = /^<(img|amp-img) src="([^"]*)"[^>]*>(<\/amp-img>)?/.exec(rest);
      expect(pixel?.[2]).toBe(`${where.base}/o/${where.issue}/${mergeTag}.gif`);
      take(pixel?.[0] ?? '');
    }
    done = end;
  }
  expect(rest).toBe(html.slice(done));
}

describe('outside the edits every character stays as it was', () => {
  test.each(messages)('%s', (_name, html) => {
    for (const mergeTag of MERGE_TAGS) expectOnlyTheEdits(html, mergeTag);
  });

  test('also when messages are cut, doubled and spliced into each other at any place', () => {
    const piece = fc
      .constantFrom(...messages)
      .chain(([, html]) =>
        fc.tuple(fc.nat(html.length), fc.nat(html.length)).map(([a, b]) => html.slice(Math.min(a, b), Math.max(a, b))),
      );
    const noise = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '<!--',
      '-->',
      '</body>',
      '<a href=',
      '\0',
      '\r\n',
      '&',
      '<title>',
      '<script>',
      '🌊',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, noise, fc.string()), { maxLength: 8 }), (parts) => {
        try {
          expectOnlyTheEdits(parts.join(''), '{{ token }}');
        } catch (error) {
          // What splicing made of an address may be one that is refused, and nothing else may happen.
          if (!(error instanceof UnsafeDestinationError)) throw error;
        }
      }),
      { numRuns: 2_000 },
    );
  });

  test('whatever the text, it is taken or refused with a reason, in both editions', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        try {
          const { links, sections } = analyseIssue([whole(a), cut(b)]);
          for (const { section } of links) expect(section === null || section < sections.length).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(UnsafeDestinationError);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('links', () => {
  test.each(messages)('each address in %s that is replaced is that of its link', (_name, html) => {
    const { editions, links } = analyseIssue([whole(html)]);
    for (const { start, end, link } of editions[0]?.hrefs ?? []) {
      const source = html.slice(start, end);
      const decoded = source.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&lt;', '<').trim();
      const url = links[link]?.url ?? '';
      const asWritten =
        url === decoded || url === `https:${decoded}` || (!/^\w+:/.test(decoded) && url.endsWith(decoded));
      expect(asWritten ? url : `${url} is not ${decoded}`).toBe(url);
    }
  });

  test('are found in the whole corpus, and nothing that only looks like one', () => {
    const found = Object.fromEntries(
      messages.map(([name, html]) => [
        name,
        analyseIssue([whole(html)]).links.map(({ url, text }) => `${url} ${text}`.trim()),
      ]),
    );
    expect(found).toEqual({
      'outlook-conditionals.html': ['https://harbour.example/premium?a=1&b=2 Go premium'],
      'nested-tables.html': ['https://a.example/1 one', 'https://a.example/2 two', 'https://a.example/3 three'],
      'amp.html': ['https://a.example/amp amp'],
      'quoted-printable-leftovers.html': ['https://a.example/ok?x=3D1 kept'],
      'unclosed.html': ['https://a.example/1 one', 'https://a.example/2 two Next', 'https://a.example/3 three four'],
      'uppercase-unquoted.html': [
        'https://A.example/Path?Q=1&R=2 loud',
        'HTTPS://b.example/ mixed',
        'https://c.example/a twice',
      ],
      'srcset-base-data.html': [
        'https://base.example/issues/7/notes.html the chart',
        'https://base.example/root root',
        'https://p.example/area',
      ],
      'text-elements.html': ['https://yes.example/ yes'],
      'crlf.html': ['https://a.example/crlf y', 'https://a.example/2 z'],
      'bom-emoji-nul.html': ['https://a.example/🌊?q=é wave 🌊', 'https://a.example/%F0%9F%8C%8A encoded'],
      'fragments.html': ['https://a.example/?a=1&copy=2&lt=3&b=4 entities', 'https://proto.example/x relative scheme'],
      'merge-tags.html': ['https://a.example/plain plain'],
      'body-in-strange-places.html': ['https://a.example/ a'],
      'unclosed-comment.html': ['https://a.example/before before'],
      'unclosed-tag.html': ['https://a.example/1 one'],
      'only-attributes.html': [
        'https://a.example/slash slash',
        'https://a.example/space space',
        'https://a.example/last/ last',
        'https://a.example/quote"s q',
        "https://a.example/it's u",
      ],
      'gateway-banner.html': ['https://a.example/p/b#one One', 'https://x.com/somebody/status/1234567890 post'],
      'empty-and-blank.html': [],
      'broken-conditional.html': ['https://a.example/after after'],
    });
  });

  test.each([
    ['https://shop.example/', 'a shop', 'outbound'],
    ['https://x.com/tt_quaywatcher/status/1700000000000000101', '', 'embed'],
    ['https://twitter.com/a/status/1', 'x', 'embed'],
    ['https://x.com/somebody', 'follow me', 'outbound'],
    ['https://bsky.app/profile/a.example/post/3k', 'x', 'embed'],
    ['https://social.example/@ann/110000000000000000', 'x', 'embed'],
    ['https://social.example/@ann', 'x', 'outbound'],
    ['https://www.youtube.com/watch?v=1', 'watch', 'media'],
    ['https://files.example/talk.mp3?x=1', 'listen', 'media'],
    ['https://a.example/p/1', 'Keep reading with a 7-day free trial', 'call_to_action'],
    ['https://a.example/p/1', 'Upgrade to premium', 'call_to_action'],
    ['https://a.example/premium?from=x', 'more', 'call_to_action'],
    ['https://a.example/p/2', 'the equity risk premium', 'outbound'],
    ['https://a.example/p/3', 'a clinical trial', 'outbound'],
    ['https://a.example/p/3', 'Hazte premium', 'call_to_action'],
    ['https://a.example/subscribe', 'x', 'subscribe'],
    ['https://a.example/p/4', 'Subscribe for free', 'subscribe'],
    ['https://a.example/p/4', 'S’abonner', 'subscribe'],
  ])('%s “%s” is of the kind %s', (url, text, kind) => {
    const { links } = analyseIssue([whole(`<p><a href="${url}">${text}</a></p>`)]);
    expect(links).toEqual([{ url, text, kind, section: null }]);
  });

  test('a quoted post is one whatever it links to', () => {
    const { links } = analyseIssue([
      whole(
        '<blockquote class="twitter-tweet"><a href="https://t.example/1">x</a></blockquote><a href="https://t.example/1">y</a>',
      ),
    ]);
    expect(links.map(({ kind }) => kind)).toEqual(['embed', 'outbound']);
  });

  test.each([
    ['<a href="https://a.example/u/1">Unsubscribe</a>', []],
    ['<a href="https://a.example/unsubscribe?x=1">here</a>', []],
    ['<a href="https://a.example/x">Se désabonner</a>', []],
    ['<a href="mailto:a@b.example">m</a><a href="tel:1">t</a><a href="#x">a</a><a href="">e</a>', []],
    [
      '<a href="{{ unsubscribe_url }}">u</a><a href="*|UNSUB|*">u</a><a href="%%unsub%%">u</a><a href="[[unsub]]">u</a>',
      [],
    ],
    ['<a href="sms:123">s</a>', ['unsupported_scheme']],
    ['<a href="page.html">p</a>', ['relative_url']],
    ['<a href="https://">p</a><a href="https://[bad/">q</a>', ['invalid_url', 'invalid_url']],
    ['<a href="https://a.example/?mail={{email}}">p</a>', ['personal_link']],
    ['<a href="https://read.example/c/123456789ABC/tok">p</a>', ['already_tracked']],
  ])('%s is left alone, with the notices %j', (html, codes) => {
    const { links, notices, editions } = analyseIssue([whole(html)]);
    expect(links).toEqual([]);
    expect(editions[0]?.hrefs).toEqual([]);
    expect(notices.map(({ code }) => code)).toEqual(codes);
    for (const { message } of notices) expect(message.length).toBeGreaterThan(30);
  });

  test.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' \u0001javascript:alert(1)',
    'java&#10;script:alert(1)',
    'java\tscript:alert(1)',
    'javascript&colon;alert(1)',
    'vbscript:x',
    'data:text/html,<script>x</script>',
    'file:///etc/passwd',
    'https://example.com/&#13;&#10;set-cookie:a=b',
    'https://example.com/\nhttps://other.example/',
    'https://example.com/\u0001x',
    '//example.com/&#10;x',
  ])('an issue with a link to %j is refused, and the refusal says what to do', (href) => {
    const refused = () => analyseIssue([whole(`<p><a href="${href}">x</a></p>`)]);
    expect(refused).toThrow(UnsafeDestinationError);
    expect(refused).toThrow(/Link to an https|Write the address in one piece/);
  });

  test('what was instrumented once says so and is not tracked again', () => {
    const structure = analyseIssue([whole('<p><a href="https://a.example/1">one</a></p>')]);
    const ids = { ...addresses(structure), links: ['123456789ABC'], mergeTag: '%%t%%' };
    const [edition] = structure.editions;
    const again = analyseIssue([
      whole(edition === undefined ? '' : renderEdition(edition, { ...ids, mergeTag: 'abc' })),
    ]);
    expect(again.links).toEqual([]);
    expect(again.notices.map(({ code }) => code)).toEqual(['already_tracked']);
  });

  test('ten thousand of them work', () => {
    const html = Array.from(
      { length: 10_000 },
      (_, at) => `<p><a href="https://a.example/${at % 5_000}">l ${at}</a></p>`,
    ).join('\n');
    const structure = analyseIssue([whole(`<h2>One</h2>${html}`), cut(`<h2>One</h2>${html}`)]);
    expect(structure.links).toHaveLength(10_000);
    const [edition] = structure.editions;
    if (edition !== undefined)
      expect(renderEdition(edition, addresses(structure)).match(/\/c\/link/g)).toHaveLength(10_000);
  });
});

describe('sections', () => {
  const titles = (html: string) => analyseIssue([whole(html)]).sections.map(({ title }) => title);

  test.each([
    ['the headings below the title', '<h1>Title</h1><h2>One</h2><h3>Detail</h3><h2>Two</h2>', ['One', 'Two']],
    ['the first level where it comes more than once', '<title>T</title><h1>One</h1><h1>Two</h1>', ['One', 'Two']],
    [
      'not the heading that repeats the title',
      '<title>Tides &amp; rates</title><h2>Tides &amp; Rates</h2><h2>One</h2><h2>Two</h2>',
      ['One', 'Two'],
    ],
    [
      'those that the contents name, whatever their level',
      '<h1>T</h1><p>In this issue</p><ul><li>One</li><li>Two</li></ul><h2>Lead</h2><h3>One</h3><h3>Two</h3>',
      ['One', 'Two'],
    ],
    [
      'bold lines that the contents name, where there are no headings',
      '<p>In this issue:</p><ul><li>One</li><li>Two</li></ul><p><b>One</b></p><p>x <b>not this</b></p><p><strong>Two</strong></p>',
      ['One', 'Two'],
    ],
    ['entities and white space as they are shown', '<h1>T</h1><h2> A&nbsp;&amp;\n B </h2><h2>C</h2>', ['A & B', 'C']],
    ['two of the same name', '<h1>T</h1><h2>News</h2><h2>News</h2>', ['News', 'News']],
    ['none', '<p>Just a letter.</p>', []],
  ])('are %s', (_what, html, expected) => {
    expect(titles(html)).toEqual(expected);
  });

  test('hold the links after their heading; contents and closing matter belong to none', () => {
    const { links, notices } = analyseIssue([
      whole(`<h1>T</h1><p><a href="https://a.example/before">b</a></p><h2>In this issue</h2>
        <ul><li><a href="https://a.example/p#1">One</a></li><li><a href="https://a.example/p#2">Two</a></li><li>Three</li></ul>
        <h2>One</h2><p><a href="https://a.example/1">1</a></p><hr><h2>Two</h2><p><a href="https://a.example/2">2</a></p><hr>
        <p><a href="https://a.example/subscribe">Subscribe</a> or <a href="https://a.example/bye">unsubscribe</a></p>`),
    ]);
    expect(links.map(({ url, kind, section }) => [url.slice(18), kind, section])).toEqual([
      ['before', 'outbound', null],
      ['p#1', 'contents', null],
      ['p#2', 'contents', null],
      ['1', 'outbound', 0],
      ['2', 'outbound', 1],
      ['subscribe', 'subscribe', null],
    ]);
    expect(notices).toMatchObject([{ code: 'contents_without_section', message: expect.stringContaining('Three') }]);
  });

  test.each([
    ['en', 'In this issue'],
    ['es', 'En este número'],
    ['fr', 'Au sommaire'],
    ['de', 'In dieser Ausgabe'],
  ])('contents as paragraphs are understood (%s)', (_language, announcement) => {
    const { links } = analyseIssue([
      whole(
        `<p>${announcement}</p><p><a href="https://a.example/p#1">One</a><br><a href="https://a.example/p#2">Two</a></p><p>Dear all, <a href="https://a.example/x">x</a></p><h2>One</h2><h2>Two</h2>`,
      ),
    ]);
    expect(links.map(({ kind }) => kind)).toEqual(['contents', 'contents', 'outbound']);
  });
});

describe('the paywall and the editions', () => {
  const head = '<h1>T</h1><p>In this issue</p><ul><li>One</li><li>Two</li><li>Three</li></ul>';
  const one = '<h2>One</h2><p>1 <a href="https://a.example/1">a</a></p>';
  const offer = '<p><a href="https://a.example/premium">Keep reading with a 7-day free trial</a></p>';
  const foot =
    '<hr><p><a href="https://a.example/subscribe">Subscribe</a>, <a href="https://a.example/unsubscribe">unsubscribe</a></p>';
  const access = (...inputs: EditionInput[]) =>
    analyseIssue(inputs).sections.map((section) => [section.title, section.access]);

  test.each([
    '<!-- paywall -->',
    '<!--PAYWALL-->',
    '<div class="x paywall"></div>',
    '<hr data-readout-paywall>',
    '<p id="paywall-start"></p>',
  ])('a mark %s within a section divides it', (mark) => {
    const html = `${head}${one}<h2>Two</h2><p>free</p>${mark}<p>paid</p><h2>Three</h2><p>paid</p>${foot}`;
    const structure = analyseIssue([whole(html)]);
    expect(structure.hasPaywall).toBe(true);
    expect(structure.editions[0]?.paywallAt).toBe(html.indexOf(mark));
    expect(structure.sections.map((section) => section.access)).toEqual(['before', 'across', 'behind']);
  });

  test('a mark between two sections divides none', () => {
    const html = `${head}${one}<h2>Two</h2><p>free</p><!-- paywall --><h2>Three</h2><p>paid</p>${foot}`;
    expect(access(whole(html))).toEqual([
      ['One', 'before'],
      ['Two', 'before'],
      ['Three', 'behind'],
    ]);
  });

  test('without a mark the cut edition tells where the paywall is', () => {
    const full = `${head}${one}<h2>Two</h2><p>free</p><p>paid</p><h2>Three</h2><p>paid</p>${foot}`;
    const shortened = `${head}${one}<h2>Two</h2><p>free</p>${offer}${foot}`;
    expect(access(whole(full), cut(shortened))).toEqual([
      ['One', 'before'],
      ['Two', 'across'],
      ['Three', 'behind'],
    ]);
    expect(access(cut(shortened), whole(full))).toEqual([
      ['One', 'before'],
      ['Two', 'across'],
      ['Three', 'behind'],
    ]);
    const atTheEnd = `${head}${one}<h2>Two</h2><p>free</p><p>paid</p>${offer}${foot}`;
    expect(access(whole(full), cut(atTheEnd))).toEqual([
      ['One', 'before'],
      ['Two', 'before'],
      ['Three', 'behind'],
    ]);
  });

  test('of a cut edition alone, the contents name what is behind its paywall', () => {
    const structure = analyseIssue([cut(`${head}${one}${offer}${foot}`)]);
    expect(structure.sections).toEqual([
      { title: 'One', access: 'before' },
      { title: 'Two', access: 'behind' },
      { title: 'Three', access: 'behind' },
    ]);
    expect(structure.hasPaywall).toBe(true);
    expect(structure.notices).toEqual([]);
  });

  test('the same link in both editions is one link, each of the others its own, in the order of the issue', () => {
    const full = `${head}${one}<p><a href="https://a.example/1">again</a></p><h2>Two</h2><p>x</p><!-- paywall --><h2>Three</h2><a href="https://a.example/3">3</a>${foot}`;
    const shortened = `${head}${one}<p><a href="https://a.example/1">again</a></p><h2>Two</h2><p>x</p><!-- paywall -->${offer}${foot}`;
    const { links, editions } = analyseIssue([whole(full), cut(shortened)]);
    expect(links.map(({ url, text, section }) => `${url.slice(18)} ${text} ${section}`)).toEqual([
      '1 a 0',
      '1 again 0',
      'premium Keep reading with a 7-day free trial 1',
      '3 3 2',
      'subscribe Subscribe null',
    ]);
    expect(editions.map(({ hrefs }) => hrefs.map(({ link }) => link))).toEqual([
      [0, 1, 3, 4],
      [0, 1, 2, 4],
    ]);
  });

  test('a section that only the cut edition has is told to the author', () => {
    const { sections, notices } = analyseIssue([whole('<h2>One</h2><h2>Two</h2>'), cut('<h2>One</h2><h2>Tow</h2>')]);
    expect(sections.map(({ title }) => title)).toEqual(['One', 'Two', 'Tow']);
    expect(notices).toMatchObject([{ code: 'edition_differs', message: expect.stringContaining('Tow') }]);
  });

  test('what only Outlook sees shares the link of what everybody sees', () => {
    const [, html = ''] = messages.find(([name]) => name === 'outlook-conditionals.html') ?? [];
    const { editions, links } = analyseIssue([whole(html)]);
    expect(links).toHaveLength(1);
    expect(editions[0]?.hrefs.map(({ link }) => link)).toEqual([0, 0]);
  });
});

describe('the pixel', () => {
  const tracked = (html: string) => {
    const structure = analyseIssue([whole(html)]);
    const [edition] = structure.editions;
    return edition === undefined ? '' : renderEdition(edition, addresses(structure));
  };

  test.each([
    ['at the end of the body', '<html><body><p>x</p></body></html>', /<p>x<\/p><img [^>]*><\/body><\/html>$/],
    ['before the end of the document', '<html><p>x</p></html>', /<p>x<\/p><img [^>]*><\/html>$/],
    ['at the end of a fragment', '<p>x</p>\n', /<p>x<\/p>\n<img [^>]*>$/],
    ['before a comment that is never closed', '<p>x</p><!-- y', /<p>x<\/p><img [^>]*><!-- y$/],
    ['before a tag that is never closed', '<p>x</p><a href="', /<p>x<\/p><img [^>]*><a href="$/],
    ['before a script that is never closed', '<p>x</p><script>y', /<p>x<\/p><img [^>]*><script>y$/],
    ['in an empty message', '', /^<img [^>]*>$/],
    [
      'as AMP has it',
      '<html amp4email><body>x</body></html>',
      /x<amp-img [^>]*layout="fixed"[^>]*><\/amp-img><\/body>/,
    ],
  ])('stands %s', (_where, html, expected) => {
    expect(tracked(html)).toMatch(expected);
    expect(tracked(html)).toContain('src="https://read.example/o/issueissuexx/{{ token }}.gif"');
  });
});
