import { open, stat } from 'node:fs/promises';
import { UnreadableImportError } from './source.ts';

/** A file that can be opened and is text, as far as its beginning tells. */
export interface OpenedFile {
  readonly path: string;
  readonly bytes: number;
  /**
   * A piece of memory is filled again with the next piece.
   * @param onBytes How many were read so far.
   */
  pieces(signal: AbortSignal, onBytes?: (bytes: number) => void): AsyncIterable<Buffer>;
}

const PIECE = 1 << 18;

/**
 * @param name What a message calls it.
 * @throws {UnreadableImportError} where it cannot be opened, or is an archive or something else than text.
 */
export async function openFile(path: string, name: string): Promise<OpenedFile> {
  try {
    const { size } = await stat(path);
    const file = await open(path);
    try {
      const start = Buffer.alloc(4_096);
      const { bytesRead } = await file.read(start, 0, start.length, 0);
      refuseOthers(start.subarray(0, bytesRead), name);
    } finally {
      await file.close();
    }
    return { path, bytes: size, pieces: (signal, onBytes) => piecesOf(path, signal, onBytes) };
  } catch (error) {
    if (typeof error !== 'object' || error === null || !('syscall' in error) || !('code' in error)) throw error;
    throw new UnreadableImportError(`${name} cannot be read (${error.code}). Is it there, and may it be read?`);
  }
}

async function* piecesOf(
  path: string,
  signal: AbortSignal,
  onBytes: (bytes: number) => void = () => {},
): AsyncGenerator<Buffer> {
  const file = await open(path);
  try {
    const buffer = Buffer.allocUnsafe(PIECE);
    for (let bytes = 0; ; ) {
      signal.throwIfAborted();
      const { bytesRead } = await file.read(buffer, 0, PIECE, null);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
      bytes += bytesRead;
      onBytes(bytes);
    }
  } finally {
    await file.close();
  }
}

function refuseOthers(start: Buffer, name: string): void {
  const begins = (...marks: number[]) => marks.every((mark, at) => start[at] === mark);
  if (begins(0x50, 0x4b, 3, 4)) {
    throw new UnreadableImportError(
      `${name} is an archive or a spreadsheet (.zip, .xlsx). Unpack it, or save the sheet as CSV, and give that.`,
    );
  }
  if (begins(0x1f, 0x8b)) throw new UnreadableImportError(`${name} is compressed (gzip). Unpack it, and give that.`);
  const isUtf16 = begins(0xff, 0xfe) || begins(0xfe, 0xff);
  if (!isUtf16 && start.includes(0)) throw new UnreadableImportError(`${name} is no text file.`);
}
