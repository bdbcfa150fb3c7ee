import { escaped } from './escaped.ts';
import { placeholder } from './placeholder.ts';
import { safeCss } from './safe-css.ts';
import { type Element, isElement, isText, type Node, textOf } from './tree.ts';

/** What is written besides the author's own: before a node, and into the tag of an element. */
export interface Additions {
  readonly before: ReadonlyMap<Node, string>;
  /** Public id of the link that an element is. */
  readonly links: ReadonlyMap<Element, string>;
}

/** Elements that stay as they are. */
const KEPT = new Set(
  'a abbr acronym address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i ins kbd li main mark nav ol p pre q rp rt ruby s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr'.split(
    ' ',
  ),
);
/** Elements of which nothing stays but what they look like. */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  ['button', 'span'],
  ['label', 'span'],
  ['form', 'div'],
  ['fieldset', 'div'],
  ['legend', 'div'],
  ['dialog', 'div'],
  ['dir', 'ul'],
  ['menu', 'ul'],
]);
/** What shows or plays something of its own: its place is kept. */
const SHOWN = new Set(
  'img amp-img amp-anim video amp-video audio amp-audio iframe object embed svg math canvas'.split(' '),
);
/** Elements that go with everything in them. What is in none of these lists goes, and what is in it stays. */
const DROPPED = new Set(
  'script template head title meta link base frameset frame noframes noembed applet param source track map area input select textarea option optgroup datalist output progress meter xmp plaintext listing portal'.split(
    ' ',
  ),
);
const VOID = new Set(['br', 'hr', 'col', 'wbr']);
const ATTRIBUTES = new Set(
  'abbr align aria-hidden aria-label bgcolor border cellpadding cellspacing class clear color colspan dir face height hspace id lang nowrap noshade open role rowspan scope size span start style title type valign value vspace width'.split(
    ' ',
  ),
);
/** Browsers nest no deeper than 512, and nobody means to. */
const DEEPEST = 300;

/** What of an element's content is written as safe HTML, in the order of the tree. Nothing is recursive: messages may nest as they like. */
export function safeMarkup(root: Element, additions: Additions): string {
  const out: string[] = [];
  const open: { readonly nodes: readonly Node[]; at: number; readonly close: string }[] = [
    { nodes: root.childNodes, at: 0, close: '' },
  ];
  for (let frame = open.at(-1); frame !== undefined; frame = open.at(-1)) {
    const node = frame.nodes[frame.at++];
    if (node === undefined) {
      out.push(frame.close);
      open.pop();
      continue;
    }
    out.push(additions.before.get(node) ?? '');
    if (isText(node)) out.push(escaped(node.value));
    if (!isElement(node)) continue;
    const { tagName } = node;
    const name = KEPT.has(tagName) ? tagName : INSTEAD.get(tagName);
    if (tagName === 'style') out.push(styles(node));
    else if (SHOWN.has(tagName)) out.push(placeholder(node));
    else if (DROPPED.has(tagName)) continue;
    else if (name === undefined || open.length > DEEPEST) open.push({ nodes: node.childNodes, at: 0, close: '' });
    else {
      out.push(`<${name}${attributesOf(node)}${linkOf(node, additions)}>`);
      if (!VOID.has(name)) open.push({ nodes: node.childNodes, at: 0, close: `</${name}>` });
    }
  }
  return out.join('');
}

/** The styles of a message's head, one after the other. */
export function safeStyles(head: Element): string {
  return head.childNodes
    .filter(isElement)
    .filter(({ tagName }) => tagName === 'style')
    .map(styles)
    .join('');
}

/** What AMP asks for hides everything until its script has come, which here it never does. */
function styles(style: Element): string {
  const isBoilerplate = style.attrs.some(({ name }) => /^amp\w*-boilerplate$/.test(name));
  const media = style.attrs.find(({ name }) => name === 'media')?.value ?? '';
  // An issue stays on its own paper, as with rules for the dark within a style.
  if (isBoilerplate || /prefers-color-scheme\s*:\s*dark/i.test(media)) return '';
  return `<style${media === '' ? '' : ` media="${escaped(media)}"`}>${safeCss(textOf(style))}</style>`;
}

/** An element's attributes as far as they are let through, each with a space before it. */
export function attributesOf({ attrs }: Element): string {
  return attrs
    .filter(({ name }) => ATTRIBUTES.has(name))
    .map(({ name, value }) => ` ${name}="${escaped(name === 'style' ? safeCss(value) : value)}"`)
    .join('');
}

/** A link leads nowhere; where it is one of the issue's, it says which. */
function linkOf(element: Element, { links }: Additions): string {
  if (element.tagName !== 'a' || !element.attrs.some(({ name }) => name === 'href')) return '';
  const id = links.get(element);
  return id === undefined ? ' data-readout-dead=""' : ` data-readout-link="${escaped(id)}"`;
}
