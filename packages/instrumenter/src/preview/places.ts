import type { HrefSpan } from '../structure.ts';
import type { Additions } from './safe-markup.ts';
import { type Element, isElement, isText, type Node } from './tree.ts';

/** Something to be written where a place in the source is. */
export interface Mark {
  readonly at: number;
  readonly html: string;
}

/** Directly in these nothing but their own parts may stand. */
const TABLE_PARTS = new Set(['table', 'tbody', 'thead', 'tfoot', 'tr', 'colgroup', 'select', 'ul', 'ol', 'dl']);
const WITHOUT_CONTENT = new Set(['head', 'style', 'script', 'template', 'title', 'svg', 'math', 'select', 'noscript']);

/**
 * Finds in the tree what is known by its place in the source: the element of each link's address, and the node that
 * each mark comes before. A mark where nothing may stand, as within a table's row, comes before what stands next.
 * @param marks In the order of the source.
 * @param idOf Public id of a link by its index; undefined: it is none of the issue's.
 */
export function placesIn(
  root: Element,
  marks: readonly Mark[],
  hrefs: readonly HrefSpan[],
  idOf: (link: number) => string | undefined,
): Additions {
  const before = new Map<Node, string>();
  const links = new Map<Element, string>();
  const linkAt = new Map(hrefs.map(({ end, quote, link }) => [end + quote.length, link]));
  let next = 0;
  const stack: Node[] = root.childNodes.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (let mark = marks[next]; mark !== undefined && comesBefore(mark, node); mark = marks[++next]) {
      before.set(node, (before.get(node) ?? '') + mark.html);
    }
    if (!isElement(node)) continue;
    const address = node.sourceCodeLocation?.attrs?.['href'];
    const id = address === undefined ? undefined : idOf(linkAt.get(address.endOffset) ?? -1);
    if (id !== undefined) links.set(node, id);
    if (!WITHOUT_CONTENT.has(node.tagName)) for (const child of node.childNodes.toReversed()) stack.push(child);
  }
  return { before, links };
}

/** Whether a node is the first that stands at the mark or after it, where something may stand before it. */
function comesBefore({ at }: Mark, node: Node): boolean {
  if (!('parentNode' in node) || node.parentNode === null || TABLE_PARTS.has(node.parentNode.nodeName)) return false;
  const place = node.sourceCodeLocation;
  if (place === undefined || place === null) return false;
  return place.startOffset >= at || (isText(node) && place.endOffset > at);
}
