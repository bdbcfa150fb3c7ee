import type { EditionLink, ReadEdition } from './read-edition.ts';
import type { FoundLink, HrefSpan } from './structure.ts';

export interface MatchedLinks {
  readonly links: readonly FoundLink[];
  /** In the order of the source. */
  readonly spans: ReadonlyMap<ReadEdition, readonly HrefSpan[]>;
}

/**
 * One link for each place in the issue that leads somewhere: the same address in the same section is the same
 * place in both editions, the first with the first, the second with the second. Within one edition two places
 * stay two links. What only Outlook sees shares the link of its visible twin.
 */
export function matchLinks(
  whole: ReadEdition | undefined,
  cut: ReadEdition | undefined,
  sectionPlaces: ReadonlyMap<ReadEdition, readonly number[]>,
): MatchedLinks {
  const found = new Map<string, FoundLink>();
  const order = new Set<string>();
  /** Keys that only the cut edition has, by the key that they follow there; '' at the beginning. */
  const onlyCut = new Map<string, string[]>();
  const keysOf = new Map<ReadEdition, readonly (readonly [EditionLink, string])[]>();
  for (const edition of [whole, cut]) {
    if (edition === undefined) continue;
    const isFirst = keysOf.size === 0;
    const places = sectionPlaces.get(edition) ?? [];
    const keys = withKeys(edition, places);
    keysOf.set(edition, keys);
    let previous = '';
    for (const [link, key] of keys) {
      const known = found.get(key);
      // An Outlook button says nothing itself; its twin does.
      if (known?.text === '') found.set(key, { ...known, text: link.text });
      if (known === undefined) {
        const { url, text, kind } = link;
        found.set(key, { url, text, kind, section: sectionOf(link, places) });
        if (isFirst) order.add(key);
        else listIn(onlyCut, previous).push(key);
      }
      if (order.has(key)) previous = key;
    }
  }
  const ordered = ['', ...order].flatMap((key) => [...(key === '' ? [] : [key]), ...(onlyCut.get(key) ?? [])]);
  const index = new Map(ordered.map((key, at) => [key, at]));
  const spans = new Map(
    [...keysOf].map(([edition, keys]) => [
      edition,
      keys
        .map(([{ raw }, key]): HrefSpan => ({ ...raw.place, link: index.get(key) ?? 0 }))
        .sort((a, b) => a.start - b.start),
    ]),
  );
  const links = ordered.flatMap((key) => found.get(key) ?? []);
  return { links, spans };
}

function withKeys({ links }: ReadEdition, places: readonly number[]): (readonly [EditionLink, string])[] {
  const seen = new Map<string, number>();
  const visible = new Map<string, string[]>();
  const keyed = new Map<EditionLink, string>();
  const next = (link: EditionLink) => {
    const place = `${link.kind} ${sectionOf(link, places) ?? ''} ${link.url}`;
    const nth = seen.get(place) ?? 0;
    seen.set(place, nth + 1);
    return `${nth} ${place}`;
  };
  for (const link of links) {
    if (link.raw.onlyOutlook) continue;
    const key = next(link);
    keyed.set(link, key);
    listIn(visible, link.url).push(key);
  }
  // An Outlook button usually comes before its twin, in the same order as the visible ones of its address.
  const used = new Map<string, number>();
  for (const link of links) {
    if (!link.raw.onlyOutlook) continue;
    const twins = visible.get(link.url) ?? [];
    const nth = used.get(link.url) ?? 0;
    used.set(link.url, nth + 1);
    keyed.set(link, twins[Math.min(nth, twins.length - 1)] ?? next(link));
  }
  return links.map((link) => [link, keyed.get(link) ?? next(link)] as const);
}

function sectionOf({ section }: EditionLink, places: readonly number[]): number | null {
  return section === null ? null : (places[section] ?? null);
}

function listIn(lists: Map<string, string[]>, key: string): string[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
