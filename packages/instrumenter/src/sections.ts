import type { Contents } from './contents.ts';
import type { Line, Message } from './message.ts';
import { announcesContents, plain } from './wording.ts';

/** A section as one edition has it. */
export interface EditionSection {
  readonly title: string;
  /** Offset at which it begins. */
  readonly start: number;
}

/** The issue's own title: of `<title>`, or the first heading of the first level. */
export function titleOf({ title, lines }: Message): string | null {
  return title || lines.find(({ level }) => level === 1)?.text || null;
}

/**
 * The sections of an edition, by its headings; where it has none, by bold lines that its contents name.
 * Headings below the level of the sections belong to the section that they stand in.
 */
export function findSections(message: Message, contents: Contents | null): EditionSection[] {
  const isContents = ({ start, text }: Line) =>
    announcesContents(text) || (contents !== null && start >= contents.start && start < contents.end);
  const named = new Set(contents?.names.map(plain));
  const lines = message.lines.filter((line) => !isContents(line));
  const headings = withoutTitle(
    lines.filter(({ level, text }) => level > 0 && text !== ''),
    message.title,
  );
  if (headings.length === 0) {
    return lines
      .filter(({ bold, text }) => bold && named.has(plain(text)))
      .map(({ text, start }) => ({ title: text, start }));
  }
  const level = sectionLevel(headings, named);
  return headings
    .filter((heading) => heading.level === level || (heading.level > level && named.has(plain(heading.text))))
    .map(({ text, start }) => ({ title: text, start }));
}

/** The only heading of the first level, or the first heading where it says what `<title>` does. */
function withoutTitle(headings: readonly Line[], title: string): readonly Line[] {
  const firstLevel = headings.filter(({ level }) => level === 1);
  const first = headings[0];
  if (firstLevel.length === 1 && headings.length > 1) return headings.filter(({ level }) => level !== 1);
  const isTitle =
    first !== undefined && (firstLevel.length === 1 || (title !== '' && plain(first.text) === plain(title)));
  return isTitle ? headings.slice(1) : headings;
}

/** That of most of the headings which the contents name; without contents the first that comes more than once. */
function sectionLevel(headings: readonly Line[], named: ReadonlySet<string>): number {
  const levels = [...new Set(headings.map(({ level }) => level))].sort((a, b) => a - b);
  const count = (level: number, some: readonly Line[]) => some.filter((heading) => heading.level === level).length;
  const namedHeadings = headings.filter(({ text }) => named.has(plain(text)));
  const byContents = levels.toSorted((a, b) => count(b, namedHeadings) - count(a, namedHeadings))[0];
  if (namedHeadings.length > 0 && byContents !== undefined) return byContents;
  return levels.find((level) => count(level, headings) > 1) ?? levels[0] ?? 1;
}

/** Index of the section that an offset stands in; null before the first. */
export function sectionAt(sections: readonly EditionSection[], offset: number): number | null {
  let low = 0;
  let high = sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sections[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? null : low - 1;
}
