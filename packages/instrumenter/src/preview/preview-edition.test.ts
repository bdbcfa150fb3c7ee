import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { analyseIssue } from '../analyse-issue.ts';
import type { EditionInput } from '../structure.ts';
import { previewEdition } from './preview-edition.ts';

const CORPUS = join(import.meta.dirname, '../corpus');

/** As the catalog would know the issue. */
function known(inputs: readonly EditionInput[]) {
  const { links, sections } = analyseIssue(inputs);
  return {
    links: links.map(({ url }, at) => ({ id: `link${at}`, url })),
    sections: sections.map(({ title }, at) => ({ id: `section${at}`, title })),
  };
}
const preview = (html: string, edition: EditionInput['edition'] = 'whole') =>
  previewEdition([{ edition, html }], edition, known([{ edition, html }]));
const bodyOf = (html: string) => /<body[^>]*>([\s\S]*)<\/body>/.exec(preview(html))?.[1];

const WHOLE = `<!doctype html><h1>Ebb</h1><p>In this issue</p><ul><li>One</li><li>Two</li></ul>
<h2>One</h2><p>See <a href="https://example.org/a">a</a> and <a href='https://example.org/b?x=1&amp;y=2'>b</a>.</p>
<!-- paywall --><h2>Two</h2><p><a href=https://example.org/c>c</a></p><p><a href="mailto:me@example.org">write</a></p>`;
const CUT = WHOLE.replace(/<h2>Two[\s\S]*/, '<p><a href="https://example.org/premium">Keep reading</a></p>');

describe('a preview', () => {
  test('marks links by their ids, the beginnings of sections, and the paywall, in each edition', () => {
    const inputs = [
      { edition: 'whole', html: WHOLE },
      { edition: 'cut', html: CUT },
    ] as const;
    const issue = known(inputs);
    expect(issue.links.map(({ url }) => url)).toEqual([
      'https://example.org/a',
      'https://example.org/b?x=1&y=2',
      'https://example.org/premium',
      'https://example.org/c',
    ]);
    const whole = previewEdition(inputs, 'whole', issue);
    expect(whole).toContain('<h2><span data-readout-section="section0"></span>One</h2>');
    expect(whole).toContain('<h2><span data-readout-section="section1"></span>Two</h2>');
    expect(whole).toContain('See <a data-readout-link="link0">a</a> and <a data-readout-link="link1">b</a>.');
    expect(whole).toContain('<a data-readout-link="link3">c</a>');
    expect(whole).toContain('<a data-readout-dead="">write</a>');
    expect(whole).toMatch(/b<\/a>\.<\/p>\s*<span data-readout-paywall=""><\/span><h2>/);
    const cut = previewEdition(inputs, 'cut', issue);
    expect(cut).toContain('<a data-readout-link="link2">Keep reading</a>');
    expect(cut).not.toContain('section1');
    expect(cut).toContain('<span data-readout-paywall=""></span>');
  });

  test('marks nothing that the catalog knows otherwise', () => {
    const inputs = [{ edition: 'whole', html: WHOLE }] as const;
    const { links, sections } = known(inputs);
    const html = previewEdition(inputs, 'whole', {
      links: [{ id: 'other', url: 'https://example.org/other' }, ...links.slice(1)],
      sections: [{ id: 'other', title: 'Another' }, ...sections.slice(1)],
    });
    expect(html).not.toContain('other');
    expect(html).toContain('data-readout-link="link1"');
    expect(html).toContain('data-readout-section="section1"');
  });

  test('puts a mark that stands within a table where something may stand', () => {
    const html = bodyOf('<h2>A</h2><table><tr><!-- paywall --><td><h2>B</h2></td></tr></table><h2>C</h2>');
    expect(html).toContain('<td><span data-readout-paywall=""></span><h2>');
  });

  test.each([
    ['a script', '<p>a<script>alert(1)</script>b</p>', '<p>ab</p>'],
    ['event handlers', '<p onclick="x()" onmouseover=x()>a</p>', '<p>a</p>'],
    ['a javascript: link', '<a href="java&#x73;cript:alert(1)">a</a>', null],
    ['a refresh and a base', '<meta http-equiv=refresh content="0;url=//t.example"><base href="//t.example/">a', 'a'],
    [
      'a form',
      '<form action="//t.example"><label>a<input name=a></label><button formaction=x>go</button></form>',
      '<div><span>a</span><span>go</span></div>',
    ],
    ['a style sheet of another place', '<link rel=stylesheet href="//t.example/a.css">a', 'a'],
    [
      'vector graphics with a script',
      '<svg onload=x()><script>alert(1)</script><a href="#x"/></svg>a',
      '<span class="readout-picture" role="img" aria-label="svg" style=""></span>a',
    ],
    [
      'a frame',
      '<iframe srcdoc="<script>x()</script>" src="//t.example"></iframe>a',
      '<span class="readout-picture" role="img" aria-label="iframe" style=""></span>a',
    ],
    [
      'markup that would be read otherwise the second time',
      '<math><mtext><table><mglyph><style><img src=x onerror=x()>',
      '<span class="readout-picture" role="img" aria-label="math" style=""></span>',
    ],
    [
      'what only those see who have no scripts',
      '<noscript><p title="</noscript><img src=x onerror=x()>">a</noscript>',
      '<p title="&lt;/noscript&gt;&lt;img src=x onerror=x()&gt;">a</p>',
    ],
    ['names that objects have', '<constructor onclick=x()>a</constructor>b', 'ab'],
    ['a claim to be marked', '<a href="#x" data-readout-link="forged">a</a>', '<a data-readout-dead="">a</a>'],
    [
      'an address in a style',
      '<p style="background:url(//t.example/a.gif);position:fixed">a</p>',
      '<p style="background:none;position:static">a</p>',
    ],
    ['comments', '<!--[if mso]><a href="https://example.org">x</a><![endif]-->a', 'a'],
  ])('holds nothing of %s', (_what, html, expected) => {
    if (expected === null) expect(() => preview(html)).toThrow(/javascript:/);
    else expect(bodyOf(html)).toBe(expected);
  });

  test.each([
    [
      'a picture',
      '<img src="https://t.example/a.png" srcset="x 2x" width=600 height=200 alt="The harbour">',
      '<span class="readout-picture" role="img" aria-label="The harbour" style="width:600px;aspect-ratio:600/200;">The harbour</span>',
    ],
    [
      'one with a style of its own',
      '<img src=//t.example/a class=hero style="width:100%;background:url(x)">',
      '<span class="readout-picture hero" aria-hidden="true" style="width:100%;width:100%;background:none"></span>',
    ],
    [
      'one that comes along',
      '<img src="data:image/png;base64,iVBORw0KGgo=" alt="x" id=body onerror=x()>',
      '<img src="data:image/png;base64,iVBORw0KGgo=" alt="x" class="" style="">',
    ],
    [
      'one that comes along as a document',
      '<img src="data:image/svg+xml,<svg onload=x()>" alt="x">',
      '<span class="readout-picture" role="img" aria-label="x" style="">x</span>',
    ],
  ])('keeps the place of %s', (_what, html, expected) => {
    expect(bodyOf(html)).toBe(expected);
  });

  test('holds no pixel, neither ours nor anybody’s', () => {
    expect(bodyOf('a<img src="https://read.example/o/hB4tZs8WqLpE/x.gif" width="1" height="1" alt="">')).toBe('a');
    expect(bodyOf('a<img src="https://t.example/p" style="display:block;height:1px">')).toBe('a');
  });

  test('keeps for which screens a style is, and leaves that for the dark away', () => {
    const made = preview(
      '<head><style media="print">p{color:red}</style><style media="(prefers-color-scheme: dark)">p{color:blue}</style></head><p>x',
    );
    expect(made).toContain('<style media="print">p{color:red}</style>');
    expect(made).not.toContain('blue');
  });

  test('copes with messages that nest deeper than anybody means to', () => {
    const html = `${'<div>'.repeat(50_000)}deep`;
    const body = bodyOf(html) ?? '';
    expect(body).toContain('deep');
    expect(body.match(/<div>/g)?.length).toBeLessThanOrEqual(300);
  });

  test.each(readdirSync(CORPUS))('of %s names nothing to fetch, and hides nothing', (name) => {
    const html = readFileSync(join(CORPUS, name), 'utf8');
    const made = preview(html);
    expect(made).not.toMatch(/<(script|link|base|iframe|form|input|svg|object|embed)\b/i);
    const withoutStyles = made.replace(/<style>[\s\S]*?<\/style>/g, '');
    expect(withoutStyles).not.toMatch(/\s(href|src|srcset|background|action|on\w+)\s*=(?!"data:image)/i);
    expect(made).not.toContain('visibility:hidden');
    const { links } = analyseIssue([{ edition: 'whole', html }]);
    const marked = new Set([...made.matchAll(/data-readout-link="(link\d+)"/g)].map(([, id]) => id));
    expect(marked.size).toBeLessThanOrEqual(links.length);
  });
});
