import { IMPORTED_KINDS, type ImportedKind, type TableMapping, UnreadableImportError } from '../source.ts';

/** Where the columns stand; -1: nowhere. */
export interface Places {
  readonly address: number;
  readonly time: number;
  readonly kind: number;
  readonly post: number;
  readonly title: number;
  readonly url: number;
  readonly country: number;
  readonly agent: number;
  readonly everyKind: ImportedKind | null;
}

/** @throws {UnreadableImportError} where the table has no such column, or nobody says what its rows are. */
export function placesOf(mapping: TableMapping, columns: readonly string[]): Places {
  const place = (what: string, column: string | undefined): number => {
    if (column === undefined) return -1;
    const at = columns.indexOf(column);
    if (at !== -1) return at;
    throw new UnreadableImportError(
      `There is no column “${column}” for the ${what}. There are: ${columns.join(', ').slice(0, 500)}.`,
    );
  };
  return {
    address: place('address', mapping.address),
    time: place('time', mapping.time),
    kind: place('kind', mapping.kind),
    post: place('issue', mapping.post ?? mapping.title),
    title: place('title', mapping.title),
    url: place('link', mapping.url),
    country: place('country', mapping.country),
    agent: place('user agent', mapping.agent),
    everyKind: everyKindOf(mapping),
  };
}

function everyKindOf({ kind, everyKind }: TableMapping): ImportedKind | null {
  const kinds = IMPORTED_KINDS.join(', ');
  if (everyKind === undefined) {
    if (kind !== undefined) return null;
    throw new UnreadableImportError(`Say which column has the kind of event, or which kind all rows are: ${kinds}.`);
  }
  const found = IMPORTED_KINDS.find((one) => one === everyKind);
  if (kind === undefined && found !== undefined) return found;
  throw new UnreadableImportError(
    kind === undefined
      ? `“${everyKind.slice(0, 40)}” is no kind of event. There are: ${kinds}.`
      : 'Either a column has the kind of event, or all rows are of one kind: not both.',
  );
}
