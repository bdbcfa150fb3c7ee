import type { ImportColumns, ImportMapping } from '@readout/api-contract';

/** What a column can be. */
export const MAPPED_PARTS = ['address', 'time', 'kind', 'post', 'title', 'url', 'country', 'agent'] as const;
export type MappedPart = (typeof MAPPED_PARTS)[number];

/** What every row can be, where no column says it. */
export const ROW_KINDS = [
  'sent',
  'delivered',
  'opened',
  'clicked',
  'bounced',
  'complained',
  'unsubscribed',
  'subscribed',
] as const;
type RowKind = (typeof ROW_KINDS)[number];

/** What is chosen so far: a column's name by what it is; `everyKind` counts where no column has the kind. */
export interface MappingDraft {
  readonly columns: Partial<Readonly<Record<MappedPart, string>>>;
  readonly everyKind: string;
}

/** What still has to be chosen. `twice`: one column for two things. */
export type MappingGap = 'address' | 'time' | 'kind' | 'issue' | 'twice';

/** Of rows of these kinds nobody has to say which issue they belong to. */
const OF_NO_ISSUE: readonly string[] = ['subscribed', 'unsubscribed'];

/** What columns are mostly called; what comes first is looked for first. */
const NAMES: Readonly<Record<MappedPart, RegExp>> = {
  address: /^(e ?mail( address)?|address|recipient( address)?|subscriber( email)?|member( email)?|reader|correo.*|to)$/,
  time: /^(time( ?stamp)?|date( ?time)?|event (time|date)|(created|occurred|sent|opened|clicked)( at| on)?|at|ts|fecha|hora)$/,
  kind: /^(event( type| name| kind)?|kind|type|action|activity|status|evento|tipo|accion)$/,
  title: /^(title|subject( line)?|(issue|post|campaign|email|newsletter)( title| name| subject)|titulo|asunto)$/,
  post: /^((post|issue|campaign|newsletter|message|broadcast|edition|email)( ?id)?|edicion|boletin|campana|envio)$/,
  url: /^(url|link( url)?|(clicked|click|destination|target) ?(url|link)?|href|enlace)$/,
  country: /^((geo )?country( code)?|pais)$/,
  agent: /^(user ?agent|agent|ua|client|agente)$/,
};
const IN_ORDER = ['address', 'kind', 'time', 'url', 'agent', 'country', 'title', 'post'] as const;

/** By contents, where no name says it. Addresses come hidden, as `r…@e….org`. */
const HOLDS: Partial<Readonly<Record<MappedPart, RegExp>>> = {
  address: /^\S+@\S+$/,
  time: /^(\d{4}-\d{2}-\d{2}|\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{10}(\d{3})?$)/,
  kind: /^(e?mail[ ._]?)?(sent|delivered|open(ed)?|click(ed)?|bounced?|complain(t|ed)|(un)?subscribed?)$/i,
  url: /^https?:\/\//i,
  agent: /^Mozilla\/|\(via /,
};
const FILE_KINDS: readonly (readonly [RowKind, RegExp])[] = [
  ['unsubscribed', /unsubscri|bajas/],
  ['subscribed', /subscri|signup|altas/],
  ['clicked', /click|clic/],
  ['opened', /open|apertur|views/],
  ['delivered', /deliver|entreg/],
  ['bounced', /bounc|rebot/],
  ['complained', /complain|spam/],
  ['sent', /sent|sends|recipient|envi/],
];

/** What the columns most likely are, by their names and then by what stands in them. */
export function guessMapping({ columns, rows }: ImportColumns, file = ''): MappingDraft {
  const names = columns.map(plainName);
  const guess: Partial<Record<MappedPart, string>> = {};
  const isFree = (column: string) => !Object.values(guess).includes(column);
  const choose = (part: MappedPart, fits: (at: number) => boolean) => {
    if (guess[part] !== undefined) return;
    const found = columns.find((column, at) => isFree(column) && fits(at));
    if (found !== undefined) guess[part] = found;
  };
  for (const part of IN_ORDER) choose(part, (at) => NAMES[part].test(names[at] ?? ''));
  for (const part of IN_ORDER) {
    const holds = HOLDS[part];
    if (holds !== undefined) choose(part, (at) => mostly(rows, at, holds));
  }
  const name = file.toLowerCase();
  return { columns: guess, everyKind: FILE_KINDS.find(([, shape]) => shape.test(name))?.[0] ?? '' };
}

/** What lacks before rows can be read. */
export function gapsOf({ columns, everyKind }: MappingDraft): readonly MappingGap[] {
  const chosen = MAPPED_PARTS.flatMap((part) => columns[part] ?? []);
  const needsIssue = columns.kind !== undefined || !OF_NO_ISSUE.includes(everyKind);
  return [
    ...(columns.address === undefined ? (['address'] as const) : []),
    ...(columns.time === undefined ? (['time'] as const) : []),
    ...(columns.kind === undefined && everyKind === '' ? (['kind'] as const) : []),
    ...(needsIssue && columns.post === undefined && columns.title === undefined ? (['issue'] as const) : []),
    ...(new Set(chosen).size < chosen.length ? (['twice'] as const) : []),
  ];
}

/** As the API takes it; null while something lacks. */
export function mappingOf(draft: MappingDraft): ImportMapping | null {
  const { address, time, kind, ...others } = draft.columns;
  if (gapsOf(draft).length > 0 || address === undefined || time === undefined) return null;
  return { address, time, ...(kind === undefined ? { everyKind: draft.everyKind } : { kind }), ...others };
}

/** The way back, to change it. */
export function draftOf({ everyKind = '', ...columns }: ImportMapping): MappingDraft {
  const chosen: Partial<Record<MappedPart, string>> = {};
  for (const part of MAPPED_PARTS) {
    const column = columns[part];
    if (column !== undefined) chosen[part] = column;
  }
  return { columns: chosen, everyKind };
}

/** `Sent At (UTC)` and `sentAt` are both `sent at`. */
function plainName(text: string): string {
  return text
    .replaceAll(/\(.*?\)/g, '')
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z\d]+/g, ' ')
    .trim();
}

function mostly(rows: readonly (readonly string[])[], at: number, shape: RegExp): boolean {
  const fields = rows.map((row) => (row[at] ?? '').trim()).filter((field) => field !== '');
  return fields.length > 0 && fields.filter((field) => shape.test(field)).length > fields.length / 2;
}
