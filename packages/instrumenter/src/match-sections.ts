import type { ReadEdition } from './read-edition.ts';
import type { EditionSection } from './sections.ts';
import type { FoundSection, Notice } from './structure.ts';
import { plain } from './wording.ts';

export interface MatchedSections {
  readonly sections: readonly FoundSection[];
  /** For each edition the index among the sections of each of its own. */
  readonly places: ReadonlyMap<ReadEdition, readonly number[]>;
  readonly notices: readonly Notice[];
}

/** Sections of both editions by title, the first of a title with the first, the second with the second. */
export function matchSections(whole: ReadEdition | undefined, cut: ReadEdition | undefined): MatchedSections {
  const notices: Notice[] = [];
  const main = whole ?? cut;
  if (main === undefined) return { sections: [], places: new Map(), notices };
  const other = main === cut ? undefined : cut;
  const inCut = other === undefined ? null : new Set(keysOf(other.sections));
  const sections: FoundSection[] = main.sections.map(({ title }) => ({ title, access: 'before' }));
  const keys = keysOf(main.sections);
  const index = new Map(keys.map((key, at) => [key, at]));
  const places = new Map<ReadEdition, readonly number[]>([[main, keys.map((_, at) => at)]]);

  const lastInCut = other === undefined ? undefined : index.get(keysOf(other.sections).at(-1) ?? '');
  const accesses = main.sections.map((_, at) =>
    main.edition === 'whole' ? accessInWhole(main, at, inCut?.has(keys[at] ?? '') ?? null, lastInCut, other) : 'before',
  );
  for (const [at, access] of accesses.entries()) {
    const section = sections[at];
    if (section !== undefined) sections[at] = { ...section, access };
  }
  if (other !== undefined) {
    const own = keysOf(other.sections).map((key, at) => {
      const known = index.get(key);
      if (known !== undefined) return known;
      const title = other.sections[at]?.title ?? '';
      notices.push({
        code: 'edition_differs',
        message: `The section “${title}” is in the cut edition only. If it was renamed in one of them, use the same title in both.`,
      });
      sections.push({ title, access: 'before' });
      return sections.length - 1;
    });
    places.set(other, own);
  }
  notices.push(...behindByContents(main, sections));
  return { sections, places, notices };
}

/**
 * What the contents name and no heading does. In a cut edition alone these are the sections behind its paywall;
 * otherwise the author has renamed one, or made a typing error.
 */
function behindByContents(main: ReadEdition, sections: FoundSection[]): Notice[] {
  const notices: Notice[] = [];
  const titles = new Set(sections.map(({ title }) => plain(title)));
  for (const name of main.contents?.names ?? []) {
    if (namesOne(name, titles)) continue;
    titles.add(plain(name));
    if (main.edition === 'cut') sections.push({ title: name, access: 'behind' });
    else {
      notices.push({
        code: 'contents_without_section',
        message: `The contents name “${name}”, and no section is called so.`,
      });
    }
  }
  return notices;
}

/** A line may number its section ("2. Tides"), shorten it ("Forty berths, one…") or describe it ("Tides — why"). */
function namesOne(name: string, titles: ReadonlySet<string>): boolean {
  const bare = name.replace(/^\s*#?\d{1,3}\s?[.):–—-]\s+/, '');
  const ways = [name, bare, ...bare.split(/\s+[—–|-]\s+|:\s+/, 1)].map(plain);
  if (ways.some((way) => titles.has(way))) return true;
  const beginning = plain(bare);
  return /(?:…|\.\.\.)\s*$/.test(name) && beginning !== '' && [...titles].some((title) => title.startsWith(beginning));
}

function accessInWhole(
  whole: ReadEdition,
  at: number,
  isInCut: boolean | null,
  /** Which of the sections the cut edition ends in. */
  lastInCut: number | undefined,
  cut: ReadEdition | undefined,
): FoundSection['access'] {
  const section = whole.sections[at];
  if (section === undefined) return 'before';
  const end = Math.min(whole.sections[at + 1]?.start ?? whole.footerAt, Math.max(whole.footerAt, section.start));
  const mark = whole.message.paywallMark;
  if (mark !== null) {
    if (section.start > mark) return 'behind';
    return mark < end && isSeenBetween(whole, mark, end) ? 'across' : 'before';
  }
  if (isInCut === null) return 'before';
  if (!isInCut) return 'behind';
  const last = cut?.sections.at(-1);
  if (cut === undefined || last === undefined || lastInCut !== at) return 'before';
  const shown = linesBetween(cut, last.start, cut.paywallAt ?? cut.footerAt);
  return linesBetween(whole, section.start, end) > shown ? 'across' : 'before';
}

function linesBetween({ message }: ReadEdition, start: number, end: number): number {
  return message.lines.filter((line) => line.start >= start && line.start < end && line.text !== '').length;
}

/** Whether words or a picture stand there; a mark may stand within a paragraph. */
function isSeenBetween({ message }: ReadEdition, start: number, end: number): boolean {
  return message.seenAt.some((at) => at > start && at < end);
}

/** A title and which of that title it is. */
function keysOf(sections: readonly EditionSection[]): string[] {
  const seen = new Map<string, number>();
  return sections.map(({ title }) => {
    const name = plain(title);
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    return `${nth} ${name}`;
  });
}
