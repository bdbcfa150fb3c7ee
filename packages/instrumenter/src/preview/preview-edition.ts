import { parse } from 'parse5';
import { matchedEditions } from '../matched-editions.ts';
import type { EditionInput } from '../structure.ts';
import { escaped } from './escaped.ts';
import { type Mark, placesIn } from './places.ts';
import { attributesOf, safeMarkup, safeStyles } from './safe-markup.ts';
import { type Element, isElement } from './tree.ts';

/** An issue as it was written down when its HTML was taken apart, in the order in which that found it. */
export interface KnownIssue {
  readonly links: readonly { readonly id: string; readonly url: string }[];
  readonly sections: readonly { readonly id: string; readonly title: string }[];
}

/** Nothing is fetched, nothing runs, nothing is sent: whatever was overlooked in the message, and whoever shows it. */
export const PREVIEW_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; base-uri 'none'";

/** An author's own rules, by element or class, come before ours. */
const OURS = `
html { background: #fff; color: #000; color-scheme: light; overflow: hidden !important; }
*, *::before, *::after { animation: none !important; transition: none !important; }
:where(a[data-readout-link], a[data-readout-dead]) { color: #00609a; text-decoration: underline; }
:where(.readout-picture) { display: inline-block; box-sizing: border-box; max-width: 100%; min-width: 1.5em; min-height: 1.5em;
  overflow: hidden; vertical-align: bottom; padding: 0.25em; background: #ecece9; color: #565a60; text-align: left;
  font: 12px/1.4 system-ui, sans-serif; overflow-wrap: anywhere; }
`;

/**
 * Makes an edition's HTML fit to be looked at: as it appears in a mail, with nothing in it that runs, fetches, asks for
 * something to be entered or leads away. A link of the issue carries its public id as `data-readout-link`; an empty
 * `<span data-readout-section>` stands where a section begins, an empty `<span data-readout-paywall>` where the paywall
 * stands.
 *
 * The HTML is read as it was when the issue was created; a link or section that comes out otherwise (an older Readout
 * read it) carries no mark.
 * @param inputs All editions of the issue, as they came.
 * @throws {UnsafeDestinationError} where a link must never be stored.
 */
export function previewEdition(
  inputs: readonly EditionInput[],
  edition: EditionInput['edition'],
  { links: knownLinks, sections: knownSections }: KnownIssue,
): string {
  const { editions, sections, places, links, spans } = matchedEditions(inputs);
  const wanted = editions.find((one) => one.edition === edition);
  if (wanted === undefined) throw new RangeError(`the ${edition} edition is not among those given`);

  const marks: Mark[] = wanted.sections.flatMap(({ start }, at) => {
    const place = places.get(wanted)?.[at] ?? -1;
    const known = knownSections[place];
    return known === undefined || known.title !== sections[place]?.title
      ? []
      : [{ at: start, html: `<span data-readout-section="${escaped(known.id)}"></span>` }];
  });
  if (wanted.paywallAt !== null) marks.push({ at: wanted.paywallAt, html: '<span data-readout-paywall=""></span>' });

  const { html, head, body } = partsOf(wanted.message.html);
  const additions = placesIn(
    body,
    marks.toSorted((a, b) => a.at - b.at),
    spans.get(wanted) ?? [],
    (link) => (knownLinks[link]?.url === links[link]?.url ? knownLinks[link]?.id : undefined),
  );
  return `<!doctype html>
<html${attributesOf(html)}><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="${PREVIEW_POLICY}">
<meta name="viewport" content="width=device-width,initial-scale=1"><style>${OURS}</style>${safeStyles(head)}</head>
<body${attributesOf(body)}>${safeMarkup(body, additions)}</body></html>
`;
}

/** As a browser reads it where scripts are off. Every document has these three, but for a frameset, which has no body. */
function partsOf(source: string): { readonly html: Element; readonly head: Element; readonly body: Element } {
  const document = parse(source, { sourceCodeLocationInfo: true, scriptingEnabled: false });
  const html = document.childNodes.filter(isElement).find(({ tagName }) => tagName === 'html');
  const parts = html?.childNodes.filter(isElement) ?? [];
  const head = parts.find(({ tagName }) => tagName === 'head');
  const body = parts.find(({ tagName }) => tagName === 'body' || tagName === 'frameset');
  if (html === undefined || head === undefined || body === undefined) throw new Error('HTML without head and body');
  return { html, head, body };
}
