/** A field of a header, and where it stands. */
export interface Field {
  /** In lower case. */
  readonly name: string;
  /** Unfolded, trimmed; each character a byte, as it came. */
  readonly value: string;
  /** Offsets in the message, end exclusive, with its line break. */
  readonly start: number;
  readonly end: number;
}

/** A value with parameters, such as that of `Content-Type`; names and the value itself in lower case. */
export interface Parametrised {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
  /** Whether a parameter is given twice: programs disagree on which one counts. */
  readonly isAmbiguous: boolean;
}

const PARAMETER = /;\s*([^\s=;"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]*))/gy;

export function fieldValue(fields: readonly Field[], name: string): string | null {
  return fields.find((field) => field.name === name)?.value ?? null;
}

/** RFC 2045 §5.1, without comments. Null: it is not written like that. */
export function readParametrised(text: string): Parametrised | null {
  const [head = ''] = /^[^;]*/.exec(text) ?? [];
  const parameters = new Map<string, string>();
  let isAmbiguous = false;
  let at = head.length;
  for (PARAMETER.lastIndex = at; ; ) {
    const found = PARAMETER.exec(text);
    if (found === null) break;
    const [, name = '', quoted, plain = ''] = found;
    const key = name.toLowerCase();
    if (parameters.has(key)) isAmbiguous = true;
    parameters.set(key, quoted === undefined ? plain : quoted.replace(/\\(.)/g, '$1'));
    at = PARAMETER.lastIndex;
  }
  if (!/^[\s;]*$/.test(text.slice(at))) return null;
  return { value: head.trim().toLowerCase(), parameters, isAmbiguous };
}
