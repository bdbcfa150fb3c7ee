import type { CountedLink } from './link-list.tsx';

/** Of an issue's links those that an edition holds, in its order. @param html Of its preview. */
export function linksIn(html: string, links: readonly CountedLink[]): readonly CountedLink[] {
  const byId = new Map(links.map((link) => [link.id, link]));
  const ids = new Set([...html.matchAll(/data-readout-link="(\w+)"/g)].map(([, id = '']) => id));
  return [...ids].flatMap((id) => byId.get(id) ?? []);
}
