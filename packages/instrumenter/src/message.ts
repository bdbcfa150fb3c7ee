import { parsedUrl } from '@readout/events';
import { type Markup, type Piece, readMarkup } from './markup.ts';
import type { HrefSpan } from './structure.ts';
import { folded } from './wording.ts';

/** An address found in a message, before anything is made of it. */
export interface RawLink {
  readonly href: string;
  readonly place: Pick<HrefSpan, 'start' | 'end' | 'quote'>;
  /** Offset of its tag. */
  readonly start: number;
  text: string;
  readonly inQuotedPost: boolean;
  /** Only Outlook sees it: within a conditional comment. */
  readonly onlyOutlook: boolean;
}

/** What stands between two breaks: a paragraph, a list item, a heading, a table cell. */
export interface Line {
  readonly start: number;
  end: number;
  text: string;
  /** 1 to 6; 0: no heading. */
  readonly level: number;
  /** All of its text is bold. */
  bold: boolean;
  /** Number of the list that it is an item of; 0: none. */
  readonly list: number;
  /** All of its text is a link. */
  linked: boolean;
}

/** An issue's HTML as far as it matters here, in the order of its source. */
export interface Message {
  readonly html: string;
  /** Of the `<title>`; empty where there is none. */
  readonly title: string;
  readonly lines: readonly Line[];
  readonly links: readonly RawLink[];
  readonly base: string | null;
  /** Offsets of what a reader sees: words and pictures. */
  readonly seenAt: readonly number[];
  /** Offset of the first explicit paywall mark. */
  readonly paywallMark: number | null;
  /** Where the closing matter begins that is marked as such or ruled off; null: nowhere. */
  readonly footers: readonly number[];
  readonly amp: boolean;
  /** Where the pixel goes. */
  readonly pixelAt: number;
}

const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** What stands in these is not shown as part of the message. */
const UNSHOWN = new Set([
  'script',
  'style',
  'title',
  'textarea',
  'template',
  'noscript',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
]);
const PAYWALL_COMMENT = /^\s*(readout:\s*)?paywall\s*$/i;
const PAYWALL_WORD = /(^|[\s_-])paywall($|[\s_-])/i;
const FOOTER_WORD = /(^|[\s_-])footer($|[\s_-])/i;
const QUOTED_POST = /(^|\s)(twitter-tweet|bluesky-embed|instagram-media|tweet|mastodon-embed)($|\s)/i;
const CONDITIONAL = /^(<!--\s*\[if[^\]>]*\]>)([\s\S]*)<!\[endif\]\s*-->$/i;
/** Elements whose `href` leads somewhere; the second kind is Outlook's vector markup, as in its buttons. */
const LINKS = new Set(['a', 'area', 'v:roundrect', 'v:rect', 'v:oval', 'v:shape']);

export function readMessage(html: string): Message {
  const markup = readMarkup(html);
  const reading = new Reading(html);
  for (const piece of markup.pieces) reading.take(piece);
  return reading.finish(pixelPlace(html, markup));
}

class Reading {
  readonly #html: string;
  readonly #lines: Line[] = [];
  readonly #links: RawLink[] = [];
  readonly #footers: number[] = [];
  readonly #seenAt: number[] = [];
  // What is open and matters. Broken markup leaves some open for ever, which harms little.
  #bold = 0;
  readonly #unshown = new Map<string, number>();
  #hidden = 0;
  #inTitle = false;
  #title = '';
  #hasTitle = false;
  #base: string | null = null;
  #paywallMark: number | null = null;
  #line: Line | null = null;
  #link: RawLink | null = null;
  #level = 0;
  #lists: number[] = [];
  #listCount = 0;
  #quotedPosts = 0;
  #amp = false;

  constructor(html: string) {
    this.#html = html;
  }

  take(piece: Piece): void {
    if (piece.kind === 'text') this.#text(piece.text, piece.start, piece.end);
    else if (piece.kind === 'comment') this.#comment(piece.text, piece.start, piece.end);
    else if (piece.kind === 'open') this.#opened(piece);
    else this.#closed(piece.name);
  }

  finish(pixelAt: number): Message {
    this.#break();
    return {
      html: this.#html,
      title: folded(this.#title),
      lines: this.#lines,
      links: this.#links.map((link) => ({ ...link, text: folded(link.text) })),
      base: this.#base,
      seenAt: this.#seenAt,
      paywallMark: this.#paywallMark,
      footers: this.#footers,
      amp: this.#amp,
      pixelAt,
    };
  }

  #opened({ name, attributes, foreign, selfClosing, start }: Extract<Piece, { kind: 'open' }>): void {
    const href = attributes.get('href');
    if (
      !this.#isHidden &&
      name === 'base' &&
      href !== undefined &&
      this.#base === null &&
      parsedUrl(href.value) !== null
    )
      this.#base = href.value;
    if (UNSHOWN.has(name) && !(foreign && selfClosing)) this.#hide(name, 1);
    if (name === 'title') this.#inTitle = !foreign && !this.#hasTitle;
    if (name === 'html' && (attributes.has('⚡4email') || attributes.has('amp4email'))) this.#amp = true;
    if (this.#isHidden) return;
    const marks = `${attributes.get('class')?.value ?? ''} ${attributes.get('id')?.value ?? ''}`;
    // `<body class="has-paywall">` says something of the issue, not where the paywall is.
    const isMark = attributes.has('data-readout-paywall') || attributes.has('data-paywall') || PAYWALL_WORD.test(marks);
    if (isMark && name !== 'html' && name !== 'head' && name !== 'body') {
      this.#paywallMark ??= start;
    }
    if (name === 'br') this.#lineBreak();
    if (BLOCKS.has(name)) this.#boundary();
    if (name === 'footer' || name === 'hr' || FOOTER_WORD.test(marks)) this.#footers.push(start);
    if (/^h[1-6]$/.test(name)) {
      this.#break();
      this.#level = Number(name[1]);
    }
    if (name === 'ul' || name === 'ol') this.#lists.push(++this.#listCount);
    if (name === 'b' || name === 'strong') this.#bold++;
    if (name === 'blockquote' && (QUOTED_POST.test(marks) || this.#quotedPosts > 0)) this.#quotedPosts++;
    if (name === 'a') this.#link = null;
    if (LINKS.has(name) && href !== undefined) {
      this.#found(href, start, false, name === 'a', name === 'area' ? (attributes.get('alt')?.value ?? '') : '');
    }
    if (name === 'img') this.#seenAt.push(start);
    const alt = name === 'img' ? attributes.get('alt')?.value : undefined;
    if (alt !== undefined && this.#link !== null) this.#link.text += ` ${alt}`;
  }

  #closed(name: string): void {
    if (name === 'title') this.#inTitle = false;
    if (UNSHOWN.has(name)) this.#hide(name, -1);
    if (this.#isHidden) return;
    if (BLOCKS.has(name)) this.#boundary();
    if (/^h[1-6]$/.test(name)) this.#level = 0;
    if (name === 'ul' || name === 'ol') this.#lists.pop();
    if (name === 'b' || name === 'strong') this.#bold = Math.max(0, this.#bold - 1);
    if (name === 'blockquote') this.#quotedPosts = Math.max(0, this.#quotedPosts - 1);
    if (name === 'a') this.#link = null;
  }

  #text(text: string, start: number, end: number): void {
    if (this.#inTitle) {
      this.#title += text;
      this.#hasTitle = true;
    }
    if (this.#isHidden) return;
    if (this.#link !== null) this.#link.text += text;
    if (folded(text) === '') {
      if (this.#line !== null) this.#line.text += ' ';
      return;
    }
    this.#seenAt.push(start);
    this.#line ??= {
      start,
      end,
      text: '',
      level: this.#level,
      bold: true,
      list: this.#lists.at(-1) ?? 0,
      linked: true,
    };
    this.#line.text += text;
    this.#line.end = end;
    if (this.#bold === 0) this.#line.bold = false;
    if (this.#link === null) this.#line.linked = false;
  }

  #comment(text: string, start: number, end: number): void {
    if (this.#isHidden) return;
    if (PAYWALL_COMMENT.test(text)) this.#paywallMark ??= start;
    // From the source and not from the token, whose line breaks are normalised: offsets would not hold.
    const source = this.#html.slice(start, end);
    const [, condition, inner] = CONDITIONAL.exec(source) ?? [];
    if (condition === undefined || inner === undefined) return;
    for (const piece of readMarkup(inner, start + condition.length).pieces) {
      if (piece.kind !== 'open' || !LINKS.has(piece.name)) continue;
      const href = piece.attributes.get('href');
      if (href !== undefined) this.#found(href, piece.start, true, false, '');
    }
  }

  #found(
    { value, start, end, quote }: { value: string; start: number; end: number; quote: HrefSpan['quote'] },
    at: number,
    onlyOutlook: boolean,
    gathersText: boolean,
    text: string,
  ): void {
    const link: RawLink = {
      href: value,
      place: { start, end, quote },
      start: at,
      text,
      inQuotedPost: this.#quotedPosts > 0,
      onlyOutlook,
    };
    this.#links.push(link);
    if (gathersText) this.#link = link;
  }

  #break(): void {
    if (this.#line !== null) this.#lines.push({ ...this.#line, text: folded(this.#line.text) });
    this.#line = null;
  }

  /** Two lines of text; in a heading one title. */
  #lineBreak(): void {
    if (this.#link !== null) this.#link.text += ' ';
    if (this.#level === 0) this.#break();
    else if (this.#line !== null) this.#line.text += ' ';
  }

  /** The edge of a block. A heading that was never closed ends here too, once it has words. */
  #boundary(): void {
    if (this.#link !== null) this.#link.text += ' ';
    if (this.#line !== null) this.#level = 0;
    this.#break();
  }

  #hide(name: string, change: 1 | -1): void {
    const open = this.#unshown.get(name) ?? 0;
    if (open + change < 0) return;
    this.#unshown.set(name, open + change);
    this.#hidden += change;
  }

  get #isHidden(): boolean {
    return this.#hidden > 0;
  }
}

function closesOutsideTemplates(pieces: readonly Piece[]): Extract<Piece, { kind: 'close' }>[] {
  const closes: Extract<Piece, { kind: 'close' }>[] = [];
  let templates = 0;
  for (const piece of pieces) {
    if (piece.kind !== 'open' && piece.kind !== 'close') continue;
    if (piece.name === 'template') templates = Math.max(0, templates + (piece.kind === 'open' ? 1 : -1));
    else if (piece.kind === 'close' && templates === 0) closes.push(piece);
  }
  return closes;
}

/** Before the last `</body>` or, where there is none, `</html>`; otherwise behind everything that is closed. */
function pixelPlace(html: string, { pieces, soundUntil }: Markup): number {
  for (const name of ['body', 'html']) {
    const last = closesOutsideTemplates(pieces).findLast((piece) => piece.name === name);
    if (last !== undefined) return last.start;
  }
  return html.slice(soundUntil).trim() === '' ? html.length : soundUntil;
}
