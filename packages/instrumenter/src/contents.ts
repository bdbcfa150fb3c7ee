import type { Line, Message } from './message.ts';
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
  const titles = new Set(lines.filter(({ level, bold }) => level > 0 || bold).map(({ text }) => plain(text)));
  // A preview line may say “In this issue” too: the first that a list follows is meant.
  for (const [at, { text }] of lines.entries()) {
    const contents = announcesContents(text) ? contentsBelow(lines, at, titles, html) : null;
    if (contents !== null) return contents;
  }
  return null;
}

function contentsBelow(lines: readonly Line[], at: number, titles: ReadonlySet<string>, html: string): Contents | null {
  const announcement = lines[at];
  if (announcement === undefined) return null;
  // One sentence may stand before the list (“Four short ones:”).
  const from = lines[at + 1]?.list === 0 && (lines[at + 2]?.list ?? 0) > 0 && !lines[at + 1]?.linked ? at + 2 : at + 1;
  const list = lines[from]?.list ?? 0;
  const most = list > 0 ? lines.length : from + MOST_LINES;
  const names: string[] = [];
  const seen = new Set<string>();
  let last = at;
  for (let next = from; next < most; next++) {
    const line = lines[next];
    if (line === undefined || line.level > 0 || line.text.length > LONGEST_NAME) break;
    const name = plain(line.text);
    if (list === 0 && /^\d*$/.test(name)) continue;
    // In a list: all of its items. Otherwise: lines that are links, or that name a heading further down, once each.
    const belongs = list > 0 ? line.list > 0 : !seen.has(name) && (line.linked || titles.has(name));
    if (!belongs) break;
    names.push(line.text);
    seen.add(name);
    last = next;
  }
  return names.length === 0 ? null : { names, start: announcement.start, end: lines[last + 1]?.start ?? html.length };
}
