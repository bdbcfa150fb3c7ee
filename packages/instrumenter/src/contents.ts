import type { Message } from './message.ts';
import { announcesContents, plain } from './wording.ts';

/** The list of an issue's sections near its beginning. */
export interface Contents {
  /** What its lines say, in their order. */
  readonly names: readonly string[];
  /** Offsets, end exclusive: everything from its announcement to its last line. */
  readonly start: number;
  readonly end: number;
}

/** A list without list markup ends at the latest here. */
const MOST_LINES = 30;
/** Longer lines are sentences, not names of sections. */
const LONGEST_NAME = 160;

/** Finds “In this issue” and the lines below it; null where there is none. */
export function findContents({ lines, html }: Message): Contents | null {
  const at = lines.findIndex(({ text }) => announcesContents(text));
  const announcement = lines[at];
  if (announcement === undefined) return null;
  const following = lines.slice(at + 1, at + 1 + MOST_LINES);
  const list = following[0]?.list ?? 0;
  const titles = new Set(lines.filter(({ level, bold }) => level > 0 || bold).map(({ text }) => plain(text)));
  const names: string[] = [];
  let end = announcement.start + announcement.text.length;
  for (const line of following) {
    // In a list: all of its items. Otherwise: lines that are links, or that name a heading further down.
    const belongs = list > 0 ? line.list > 0 : line.linked || (line.level === 0 && titles.has(plain(line.text)));
    if (line.level > 0 || !belongs || line.text.length > LONGEST_NAME) break;
    names.push(line.text);
    end = line.start;
  }
  if (names.length === 0) return null;
  const next = lines.find(({ start }) => start > end);
  return { names, start: announcement.start, end: next?.start ?? html.length };
}
