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

/** What is chosen so far: a column's name by what it is; `everyKind` counts where no column has the kind. */
export interface MappingDraft {
  readonly columns: Partial<Readonly<Record<MappedPart, string>>>;
  readonly everyKind: string;
}

/** What still has to be chosen. `twice`: one column for two things. */
export type MappingGap = 'address' | 'time' | 'kind' | 'issue' | 'twice';

/** Of rows of these kinds nobody has to say which issue they belong to. */
const OF_NO_ISSUE: readonly string[] = ['subscribed', 'unsubscribed'];

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

/** The way back, to change it; or of what the server takes the columns for, to begin with. */
export function draftOf({ everyKind = '', ...columns }: ImportColumns['guess']): MappingDraft {
  const chosen: Partial<Record<MappedPart, string>> = {};
  for (const part of MAPPED_PARTS) {
    const column = columns[part];
    if (column !== undefined) chosen[part] = column;
  }
  return { columns: chosen, everyKind };
}
