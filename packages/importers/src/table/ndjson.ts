/** Objects within objects become columns such as `reader.email`, so deep. */
const DEEPEST = 3;
const LONGEST = 1_000_000;

/** Lines of a file, each with its number from 1; those without anything are left out. */
export async function* linesOf(texts: AsyncIterable<string>): AsyncGenerator<readonly (readonly [number, string])[]> {
  let rest = '';
  let number = 0;
  const numbered = (lines: readonly string[]) =>
    lines.flatMap((line) => {
      number++;
      return line.trim() === '' ? [] : [[number, line] as const];
    });
  for await (const text of texts) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    // One that goes on and on is no JSON any more, and becomes a line that cannot be read.
    if (rest.length > LONGEST) rest = rest.slice(0, LONGEST);
    yield numbered(lines);
  }
  yield numbered([rest]);
}

/** A line's fields by name; null: it is no JSON object. */
export function readLine(line: string): ReadonlyMap<string, string> | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (!isObject(value)) return null;
  const fields = new Map<string, string>();
  flatten(value, '', 1, fields);
  return fields;
}

function flatten(
  value: Readonly<Record<string, unknown>>,
  before: string,
  depth: number,
  into: Map<string, string>,
): void {
  for (const [name, field] of Object.entries(value)) {
    if (isObject(field) && depth < DEEPEST) flatten(field, `${before}${name}.`, depth + 1, into);
    else if (typeof field === 'string') into.set(before + name, field);
    else if (field !== null && field !== undefined) into.set(before + name, JSON.stringify(field));
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
