import type { ImportFormat } from '@readout/api-contract';

/** Formats that are files. */
export type FileFormat = Exclude<ImportFormat, 'listmonk'>;

/** What a file is for an import. */
export interface FileRole {
  /** `main`: without it there is nothing. */
  readonly role: 'main' | 'members';
  /** What it is sent as. */
  readonly name: string;
}

export const ACCEPTED: Readonly<Record<FileFormat, string>> = {
  substack: '.zip,application/zip',
  ghost: '.json,.csv,application/json,text/csv',
  table: '.csv,.tsv,.txt,.ndjson,.jsonl,text/csv',
};

const SHAPES: Readonly<Record<FileFormat, RegExp>> = {
  substack: /\.zip$/i,
  ghost: /\.(json|csv)$/i,
  table: /\.(csv|tsv|txt|ndjson|jsonl)$/i,
};
const LONGEST_NAME = 200;

/** Why a choice of files is not sent at all. */
export type Unfit = 'none' | 'wrong-kind' | 'empty' | 'too-many';

/** What each of the files is, or why they are not sent. Ghost's two go by the same names always: one takes the other's place. */
export function rolesOf(
  format: FileFormat,
  files: readonly { readonly name: string; readonly size: number }[],
): readonly FileRole[] | Unfit {
  if (files.length === 0) return 'none';
  if (files.some(({ name }) => !SHAPES[format].test(name))) return 'wrong-kind';
  if (files.some(({ size }) => size === 0)) return 'empty';
  const roles = files.map(({ name }) => roleOf(format, name));
  return new Set(roles.map(({ role }) => role)).size < roles.length ? 'too-many' : roles;
}

/** Whether an import that has these files would have two of one sort with `role`: then a new one is begun. */
export function standsBeside(role: FileRole, present: readonly { readonly name: string }[]): boolean {
  return role.role === 'main' && present.some(({ name }) => name !== role.name && name !== MEMBERS);
}

const MEMBERS = 'members.csv';

function roleOf(format: FileFormat, name: string): FileRole {
  if (format !== 'ghost') return { role: 'main', name: sendable(name) };
  return /\.csv$/i.test(name) ? { role: 'members', name: MEMBERS } : { role: 'main', name: 'export.json' };
}

/** As the API takes names: without slashes and control characters, and not too long; the end says what it is. */
function sendable(name: string): string {
  return name.replaceAll(/[/\\\p{Cc}]/gu, '_').slice(-LONGEST_NAME);
}

/** What a publication is called until its export says more: its file's name, without what machines put there. */
export function nameOfFile(name: string): string {
  const bare = name
    .replace(/\.[a-z]{1,6}$/i, '')
    .replaceAll(/[_-]+/g, ' ')
    .replaceAll(/\b(export|substack)\b|\(\d+\)|\b\d{4,}\b/gi, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return bare === '' || /^[\d\W]+$/.test(bare) ? '' : bare.slice(0, 100);
}
