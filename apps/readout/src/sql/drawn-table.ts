const WIDEST = 60;

/** Rows of NDJSON as a table to look at: figures stand to the right. @param most rows that are drawn */
export function drawnTable(lines: string, most: number): string {
  const all = lines.split('\n').filter((line) => line !== '');
  if (all.length === 0) return 'No rows.\n';
  const rows = all.slice(0, most).map((line): Record<string, unknown> => JSON.parse(line));
  const names = Object.keys(rows[0] ?? {});
  const cells = rows.map((row) => names.map((name) => shown(row[name])));
  const widths = names.map((name, at) => Math.max(width(name), ...cells.map((row) => width(row[at] ?? ''))));
  const isNumber = names.map((name) => rows.every((row) => row[name] === null || typeof row[name] === 'number'));
  const line = (row: readonly string[]) =>
    row
      .map((cell, at) => {
        const space = ' '.repeat((widths[at] ?? 0) - width(cell));
        return isNumber[at] ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd();
  const more = all.length > most ? [`… and ${(all.length - most).toLocaleString('en')} more rows`] : [];
  return `${[line(names), line(widths.map((one) => '─'.repeat(one))), ...cells.map(line), ...more].join('\n')}\n`;
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  // What would move the cursor is drawn as a space.
  const plain = text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ');
  return [...plain].length > WIDEST ? `${[...plain].slice(0, WIDEST - 1).join('')}…` : plain;
}

function width(text: string): number {
  return [...text].length;
}
