/** Records one after the other, each of which ends with a line feed but for the last of all. */
export interface Records {
  readonly text: string;
  /** On which line of the file each record begins, from 1. */
  readonly lines: readonly number[];
}

/** A quoted value may hold line breaks, but a quote that is never closed would swallow the rest of the file. */
const MOST_LINES = 200;
const MOST_CHARACTERS = 262_144;

/**
 * Cuts text at the ends of records, which are lines but where a quote is open. A line with a quote that is not closed
 * within the next 200 lines or 256 KB is given to `spoilt` by its number and left out; so is one that is longer.
 */
export async function* wholeRecords(
  texts: AsyncIterable<string>,
  spoilt: (line: number) => void,
): AsyncGenerator<Records> {
  let pending = '';
  let line = 1;
  let isSkipping = false;
  for await (const text of texts) {
    let all = pending + text;
    if (isSkipping) {
      const end = all.indexOf('\n');
      pending = '';
      if (end === -1) continue;
      all = all.slice(end + 1);
      line++;
      isSkipping = false;
    }
    const cut = cutAll(all, line, false, spoilt);
    yield* cut.records;
    line = cut.line;
    pending = all.slice(cut.end);
    if (pending.length > MOST_CHARACTERS && !pending.includes('\n')) {
      spoilt(line);
      isSkipping = true;
      pending = '';
    }
  }
  if (pending !== '' && !isSkipping)
    yield* cutAll(pending.endsWith('\n') ? pending : `${pending}\n`, line, true, spoilt).records;
}

function cutAll(all: string, firstLine: number, isLast: boolean, spoilt: (line: number) => void) {
  const records: Records[] = [];
  let lines: number[] = [];
  /** Of the records that have been gathered, of the record at hand, and of its line at hand. */
  let from = 0;
  let start = 0;
  let at = 0;
  let startLine = firstLine;
  let line = firstLine;
  let isOpen = false;
  let quote = all.indexOf('"');
  const gather = () => {
    if (lines.length > 0) records.push({ text: all.slice(from, start - 1), lines });
    lines = [];
  };
  const dropFirstLine = () => {
    gather();
    spoilt(startLine);
    from = start = at = all.indexOf('\n', start) + 1;
    line = startLine = startLine + 1;
    isOpen = false;
    quote = all.indexOf('"', at);
  };
  for (;;) {
    const end = all.indexOf('\n', at);
    if (end === -1) {
      if (isLast && isOpen) {
        dropFirstLine();
        continue;
      }
      break;
    }
    for (; quote !== -1 && quote < end; quote = all.indexOf('"', quote + 1)) isOpen = !isOpen;
    line++;
    at = end + 1;
    if (!isOpen) {
      lines.push(startLine);
      start = at;
      startLine = line;
    } else if (line - startLine > MOST_LINES || at - start > MOST_CHARACTERS) dropFirstLine();
  }
  gather();
  return { records, end: start, line: startLine };
}
