import type { ListedReader } from './reader-list.ts';
import { CommandError } from './running-server.ts';

/** What a file of tokens is read by. */
export type TokenFile = keyof typeof TOKEN_FILES;

interface TokenFileForm {
  readonly header: readonly string[];
  /** @throws {CommandError} naming the row, where what the list says of a reader cannot be kept. */
  row(listed: ListedReader, token: string): readonly string[];
}

export const TOKEN_FILES = {
  any: {
    header: ['reader', 'token'],
    row: ({ reader }, token) => [reader, token],
  },
  /** What listmonk imports over its subscribers: name and attributes of its own export, and the token among them. */
  listmonk: {
    header: ['email', 'name', 'attributes'],
    row: ({ reader, row, cells }, token) => [
      reader,
      cells.get('name') ?? '',
      JSON.stringify({ ...attributesOf(cells.get('attributes') ?? '', row), readout_token: token }),
    ],
  },
} as const satisfies Record<string, TokenFileForm>;

function attributesOf(text: string, row: number): object {
  if (text.trim() === '') return {};
  try {
    const attributes: unknown = JSON.parse(text);
    if (attributes === null) return {};
    if (typeof attributes === 'object' && !Array.isArray(attributes)) return attributes;
  } catch {
    // Said below: it is no object either way.
  }
  throw new CommandError(
    `Row ${row}: its attributes are no JSON object, and would be lost. Give the list as listmonk exports it.`,
  );
}
