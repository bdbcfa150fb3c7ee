import { Token, Tokenizer, TokenizerMode } from 'parse5';

/** An attribute: its value with entities decoded, and where its value stands in the source, quotes not included. */
interface Attribute {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly quote: '"' | "'" | '';
}

/** A piece of markup, with its place in the source (UTF-16 offsets, end exclusive). */
export type Piece =
  | {
      readonly kind: 'open';
      readonly name: string;
      readonly attributes: ReadonlyMap<string, Attribute>;
      /** Within SVG or MathML, where `<title>` names a drawing. */
      readonly foreign: boolean;
      readonly selfClosing: boolean;
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'close'; readonly name: string; readonly start: number; readonly end: number }
  | { readonly kind: 'text'; readonly text: string; readonly start: number; readonly end: number }
  | { readonly kind: 'comment'; readonly text: string; readonly start: number; readonly end: number };

export interface Markup {
  readonly pieces: readonly Piece[];
  /** Where the last thing ends that is whole: what comes after is the inside of something never closed. */
  readonly soundUntil: number;
}

/** What stands inside these is text, as the HTML standard has it; without a tree builder somebody must say so. */
const TEXT_MODES: ReadonlyMap<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]> = new Map([
  ['title', TokenizerMode.RCDATA],
  ['textarea', TokenizerMode.RCDATA],
  ['style', TokenizerMode.RAWTEXT],
  ['xmp', TokenizerMode.RAWTEXT],
  ['iframe', TokenizerMode.RAWTEXT],
  ['noembed', TokenizerMode.RAWTEXT],
  ['noframes', TokenizerMode.RAWTEXT],
  ['noscript', TokenizerMode.RAWTEXT],
  ['script', TokenizerMode.SCRIPT_DATA],
  ['plaintext', TokenizerMode.PLAINTEXT],
]);

/**
 * Takes HTML apart in the order of its source. Only the standard's tokenizer is used and no tree: a tree moves,
 * adds and drops things in broken markup, and here each thing's place in the source is what matters.
 * @param shift Added to all offsets.
 */
export function readMarkup(html: string, shift = 0): Markup {
  const pieces: Piece[] = [];
  let soundUntil = 0;
  let insideText = false;
  let templates = 0;
  let foreign = 0;
  const sound = (end: number) => {
    if (templates === 0 && !insideText) soundUntil = end;
  };
  const placed = ({ location }: { location: Token.Location | null }) => ({
    start: (location?.startOffset ?? 0) + shift,
    end: (location?.endOffset ?? 0) + shift,
  });
  const text = (token: Token.CharacterToken) => {
    const { start, end } = placed(token);
    pieces.push({ kind: 'text', text: token.chars, start, end });
    sound(end);
  };
  const tokenizer: Tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: true },
    {
      onStartTag(token) {
        const { start, end } = placed(token);
        const { tagName: name, selfClosing } = token;
        const attributes = attributesOf(token, html, shift);
        pieces.push({ kind: 'open', name, attributes, foreign: foreign > 0, selfClosing, start, end });
        if (name === 'template') templates++;
        // SVG closes `<title/>` where HTML would read on to the end of the message.
        const mode = foreign > 0 && selfClosing ? undefined : TEXT_MODES.get(name);
        if ((name === 'svg' || name === 'math') && !selfClosing) foreign++;
        insideText = mode !== undefined;
        if (mode !== undefined) tokenizer.state = mode;
        sound(end);
      },
      onEndTag(token) {
        const { start, end } = placed(token);
        pieces.push({ kind: 'close', name: token.tagName, start, end });
        insideText = false;
        if (token.tagName === 'template') templates = Math.max(0, templates - 1);
        if (token.tagName === 'svg' || token.tagName === 'math') foreign = Math.max(0, foreign - 1);
        sound(end);
      },
      onComment(token) {
        const { start, end } = placed(token);
        pieces.push({ kind: 'comment', text: token.data, start, end });
        if (isClosed(html.slice(start - shift, end - shift))) sound(end);
      },
      onCharacter: text,
      onWhitespaceCharacter: text,
      onNullCharacter: text,
      onDoctype(token) {
        sound(placed(token).end);
      },
      onEof() {
        // Nothing to note.
      },
    },
  );
  tokenizer.write(html, true);
  return { pieces, soundUntil };
}

/** A comment that runs to the end of the message may still end in `>`, as in `<!-- <b>`. */
function isClosed(comment: string): boolean {
  return comment.startsWith('<!--') ? /--!?>$/.test(comment.slice(-4)) : comment.endsWith('>');
}

function attributesOf(token: Token.TagToken, html: string, shift: number): ReadonlyMap<string, Attribute> {
  const attributes = new Map<string, Attribute>();
  const places = token.location?.attrs ?? {};
  for (const { name, value } of token.attrs) {
    const place = places[name];
    if (place === undefined || attributes.has(name)) continue;
    attributes.set(name, { value, ...valuePlace(html, place, name.length, shift) });
  }
  return attributes;
}

const BEFORE_VALUE = /[\t\n\f\r ]*=[\t\n\f\r ]*/y;

/** A location covers the attribute as a whole, such as `href = "x"`. */
function valuePlace(html: string, place: Token.Location, nameLength: number, shift: number): Omit<Attribute, 'value'> {
  const nameEnd = place.startOffset + nameLength;
  BEFORE_VALUE.lastIndex = nameEnd;
  const equals = BEFORE_VALUE.exec(html);
  if (equals === null || nameEnd + equals[0].length > place.endOffset) {
    return { start: place.endOffset + shift, end: place.endOffset + shift, quote: '' };
  }
  const at = nameEnd + equals[0].length;
  const first = html[at];
  const quote = (first === '"' || first === "'") && at < place.endOffset ? first : '';
  return { start: at + quote.length + shift, end: place.endOffset - quote.length + shift, quote };
}
