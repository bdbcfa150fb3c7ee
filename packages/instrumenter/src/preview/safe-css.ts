/**
 * An author's CSS with nothing in it that fetches, or that stays in place while the page moves. Everything else is as it
 * was, so that an issue looks as it does in a mail. Tokens are those of CSS Syntax Level 3, as far as they matter here.
 */
export function safeCss(css: string): string {
  const source = css.replace(/\r\n?|\f/g, '\n').replaceAll('\0', '\uFFFD');
  return new Cleaning(source).result();
}

const ESCAPE = '\\\\(?:[0-9a-f]{1,6}[ \\t\\n]?|[^\\n0-9a-f])';
const NAME = `(?:[\\w\\u0080-\\u{10ffff}-]|${ESCAPE})+`;
const TOKEN = new RegExp(
  [
    '/\\*[\\s\\S]*?(?:\\*/|$)',
    '"(?:\\\\[\\s\\S]|[^"\\\\\\n])*"?',
    "'(?:\\\\[\\s\\S]|[^'\\\\\\n])*'?",
    '<!--|-->',
    `@?${NAME}\\(?`,
    '\\s+',
    '[\\s\\S]',
  ].join('|'),
  'giuy',
);
/** What stands between the parentheses of an address without quotes. */
const BARE_ADDRESS = /\s*(?!\s*["'])(?:\\[\s\S]|[^)\\])*\)?/y;

/** Functions that name something to be fetched, or to be run. */
const FETCHING = new Set(
  'url src image image-set -webkit-image-set cross-fade -webkit-cross-fade element -moz-element paint expression'.split(
    ' ',
  ),
);
/** At-rules that are kept. `@import`, `@font-face` and whatever else there may be is left out. */
const KEPT_RULES = new Set(['@media', '@supports', '@layer', '@container', '@keyframes', '@-webkit-keyframes']);
const POSITIONS = new Set(['static', 'relative', 'absolute', 'inherit', 'initial', 'unset', 'important']);
const DARK = /[^{;]*prefers-color-scheme\s*:\s*dark/iy;

class Cleaning {
  readonly #css: string;
  #at = 0;
  #out: string[] = [];
  /** Name of the declaration that is being read, as a browser reads it. */
  #property = '';
  #isBeginning = true;

  constructor(css: string) {
    this.#css = css;
  }

  result(): string {
    for (let token = this.#next(); token !== ''; token = this.#next()) this.#take(token);
    return this.#out.join('');
  }

  #take(token: string): void {
    if (token.startsWith('/*') || token === '<!--' || token === '-->') {
      this.#out.push(' ');
      return;
    }
    if (/^\s/.test(token)) {
      this.#out.push(token);
      return;
    }
    if (/^["'<]/.test(token)) {
      this.#out.push(this.#harmless(token));
      this.#isBeginning = false;
      return;
    }
    const name = nameOf(token);
    if (name?.startsWith('@')) this.#atRule(name, token);
    else if (name?.endsWith('(')) this.#function(name, token);
    else if (name !== null && this.#isBeginning) {
      this.#property = name;
      this.#out.push(withoutTags(token));
    } else if (name !== null && this.#property === 'position' && !POSITIONS.has(name)) this.#out.push('static');
    else this.#out.push(withoutTags(token));
    this.#isBeginning = token === '{' || token === '}' || token === ';';
    if (this.#isBeginning) this.#property = '';
  }

  /** Nothing may end the element that the CSS stands in. In a string a `<` can be written otherwise, elsewhere it stands apart. */
  #harmless(token: string): string {
    if (token !== '<') return withoutTags(token);
    return /[/!?a-z]/i.test(this.#css[this.#at] ?? '') ? '< ' : '<';
  }

  #atRule(name: string, token: string): void {
    DARK.lastIndex = this.#at;
    // An issue stays on its own paper, whatever the one is that the page around it stands on.
    if (KEPT_RULES.has(name) && !(name === '@media' && DARK.test(this.#css))) this.#out.push(token);
    else {
      this.#skipRule();
      // What stood on both sides of it must not become one word.
      this.#out.push(' ');
    }
  }

  #function(name: string, token: string): void {
    const isFetching = FETCHING.has(name.slice(0, -1));
    if (!isFetching && this.#property !== 'position') {
      this.#out.push(withoutTags(token));
      return;
    }
    BARE_ADDRESS.lastIndex = this.#at;
    if (name === 'url(' && BARE_ADDRESS.test(this.#css)) this.#at = BARE_ADDRESS.lastIndex;
    else this.#skipParentheses();
    this.#out.push(isFetching ? 'none' : 'static');
  }

  /** Up to the semicolon or the end of the block of a rule; not beyond the block that it stands in. */
  #skipRule(): void {
    let depth = 0;
    for (;;) {
      const before = this.#at;
      const token = this.#next();
      if (token === '' || (token === ';' && depth === 0)) return;
      if (token === '{') depth++;
      if (token !== '}') continue;
      if (depth === 0) this.#at = before;
      if (depth <= 1) return;
      depth--;
    }
  }

  #skipParentheses(): void {
    for (let depth = 1; depth > 0; ) {
      const token = this.#next();
      if (token === '') return;
      if (token.endsWith('(')) depth++;
      else if (token === ')') depth--;
    }
  }

  #next(): string {
    TOKEN.lastIndex = this.#at;
    const token = TOKEN.exec(this.#css)?.[0] ?? '';
    this.#at += token.length;
    return token;
  }
}

/** A name as a browser reads it: in lower case, escapes resolved; null: the token is none. */
function nameOf(token: string): string | null {
  if (!/^@?[\w\\\u0080-\uffff-]/.test(token)) return null;
  return token
    .replace(new RegExp(ESCAPE, 'gi'), (written) => {
      const code = Number.parseInt(written.slice(1), 16);
      if (!/^\\[0-9a-f]/i.test(written)) return written.slice(1);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
    })
    .toLowerCase();
}

/** `<` in a string or a name, as the escape that means it. */
function withoutTags(token: string): string {
  return token.replace(/\\?</g, '\\3c ');
}
