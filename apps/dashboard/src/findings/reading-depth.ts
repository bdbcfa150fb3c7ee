import type { IssueReading } from '@readout/api-contract';

/** From fewer web readers than this nobody can say where people stop. */
export const FEW_WEB_READERS = 20;

/** A stretch of an issue from one section's beginning to the next one's, and how many of the web readers came to it. */
export interface Stretch {
  readonly top: number;
  readonly bottom: number;
  readonly reached: number;
  /** Of the web readers, from 0 to 1. */
  readonly share: number;
}

/** @param sections Where each begins, from the top; one that this edition does not hold is not among them. */
export function stretchesOf(
  { webReaders, places }: IssueReading,
  {
    sections,
    height,
  }: { readonly sections: readonly { readonly id: string; readonly top: number }[]; readonly height: number },
): readonly Stretch[] {
  const reachedOf = new Map(places.map(({ section, reached }) => [section, reached]));
  const begins = [
    { top: 0, reached: webReaders },
    ...sections.flatMap(({ id, top }) => {
      const reached = reachedOf.get(id);
      return reached === undefined ? [] : [{ top, reached }];
    }),
  ];
  return begins
    .map(({ top, reached }, at) => ({
      top,
      bottom: begins[at + 1]?.top ?? height,
      reached,
      share: webReaders === 0 ? 0 : reached / webReaders,
    }))
    .filter(({ top, bottom }) => bottom > top);
}

interface Titled {
  readonly id: string;
  readonly title: string;
}

/** The last section that at least half of the web readers came to, or the first one; null where that says little. */
export function halfWay(
  { webReaders, places }: IssueReading,
  sections: readonly Titled[],
): { readonly title: string; readonly share: number } | null {
  if (webReaders < FEW_WEB_READERS) return null;
  const named = titled(places, sections);
  const found = named.findLast(({ reached }) => reached * 2 >= webReaders) ?? named[0];
  return found === undefined ? null : { title: found.title, share: found.reached / webReaders };
}

/**
 * The section after which most of those who got there read no further; null where too few got anywhere. The last one is
 * none: there everybody stops.
 */
export function mostStop(
  { places }: IssueReading,
  sections: readonly Titled[],
): { readonly title: string; readonly share: number } | null {
  const [first] = titled(places, sections)
    .slice(0, -1)
    .filter(({ reached, stopped }) => reached >= FEW_WEB_READERS && stopped > 0)
    .map(({ title, reached, stopped }) => ({ title, share: stopped / reached }))
    .toSorted((a, b) => b.share - a.share);
  return first ?? null;
}

function titled(places: IssueReading['places'], sections: readonly Titled[]) {
  const titles = new Map(sections.map(({ id, title }) => [id, title]));
  return places.flatMap((place) => {
    const title = place.section === null ? undefined : titles.get(place.section);
    return title === undefined ? [] : [{ ...place, title }];
  });
}
