import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { safeCss } from './safe-css.ts';

describe('CSS of an issue', () => {
  test.each([
    'color:#222;margin:0 0 16px;font:17px/1.6 Georgia,serif',
    'p{color:red}@media (max-width:600px){.wide{width:100%!important}}',
    'td{table-layout:fixed;background-attachment:fixed}',
    '.sm\\:w-full{width:100%}',
    'a[href^="https://a.example/?q=url(x)"]{color:red}',
    'h1{position:relative;top:-2px;width:calc(100% - 2px)}',
    '@media (width<600px){p{margin:0}}',
  ])('stays as it was: %s', (css) => {
    expect(safeCss(css)).toBe(css);
  });

  test.each([
    ['background:url(https://t.example/a.gif) #fff', 'background:none #fff'],
    ['background:URL( "https://t.example/a.gif" )', 'background:none'],
    ['background:\\75 rl(https://t.example/a.gif)', 'background:none'],
    ['background:u\\72l(https://t.example/a.gif', 'background:none'],
    ["background:url(a'b);color:red", 'background:none;color:red'],
    ['background:image-set(url("a.png") 1x, "b.png" 2x) red', 'background:none red'],
    ['@import "https://t.example/a.css";p{color:red}', ' p{color:red}'],
    ['@\\69mport url(https://t.example/a.css) screen;p{color:red}', ' p{color:red}'],
    ['@font-face{font-family:x;src:url(https://t.example/a.woff2)}p{color:red}', ' p{color:red}'],
    ['@media print{@font-face{src:url(a)}p{color:red}}', '@media print{ p{color:red}}'],
    ['@media print{@import "a"}p{color:red}', '@media print{ }p{color:red}'],
    ['a[title="</style>"]{color:red}', 'a[title="\\3c /style>"]{color:red}'],
    ['p{x:\\<url(a)}', 'p{x:\\3c url(a)}'],
    ['p{u@import x;rl(https://t.example/a)}', 'p{u rl(https://t.example/a)}'],
    ['position:fixed;top:0', 'position:static;top:0'],
    ['position:\\66 ixed', 'position:static'],
    ['p\\6fsition: sticky !important', 'p\\6fsition: static !important'],
    ['position:var(--x)', 'position:static'],
    ['p{--x:fixed;position:/**/FIXED}', 'p{--x:fixed;position: static}'],
    ['@media (prefers-color-scheme: dark){p{color:#fff}}p{color:red}', ' p{color:red}'],
    ['p{color:red}</sty/**/le><script>alert(1)</script>', 'p{color:red}< /sty le>< script>alert(1)< /script>'],
  ])('%s becomes %s', (css, expected) => {
    expect(safeCss(css)).toBe(expected);
  });

  test('never ends the element that it stands in, and never names anything to fetch, whatever comes', () => {
    const pieces = fc.constantFrom(
      ...['url(', 'u\\72 l(', 'image-set(', '@import ', '@font-face{', '{', '}', ';', ')', '"', "'", '/*', '*/', '\\'],
      ...['</style', '<', '/', '<!--', 'position', ':', 'fixed', ' ', '\n', 'https://t.example/x', '\0', 'a'],
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const safe = safeCss(parts.join(''));
        expect(safe).not.toMatch(/<\//);
        // Escaped characters are part of a name; strings are between names.
        const outsideStrings = safe.replace(
          /\\(?:[0-9a-f]{1,6}\s?|[\s\S])|"(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?/g,
          (found) => (found.startsWith('\\') ? 'x' : ' '),
        );
        expect(outsideStrings).not.toMatch(/(?<![\w\\\u0080-\uffff-])(?:url|image-set)\(|@import|@font-face/);
      }),
      { numRuns: 5_000 },
    );
  });
});
