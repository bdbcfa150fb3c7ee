import type { Readable } from 'node:stream';
import { PassThrough, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { UnreadableImportError } from '../source.ts';

const MEGABYTE = 1_048_576;

/** What an archive may hold at most. A table of readers shrinks to a tenth; nothing that people write shrinks to a 300th. */
export const LIMITS = {
  entries: 200_000,
  /** Unpacked, of one file and of all. */
  entryBytes: 16_384 * MEGABYTE,
  bytes: 65_536 * MEGABYTE,
  ratio: 300,
  /** Smaller ones may shrink as much as they like. */
  ratioFrom: 10 * MEGABYTE,
} as const;

/** A file within an archive. */
export interface ArchiveFile {
  /** Its path there, with slashes. */
  readonly path: string;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly entry: Entry;
}

/** A ZIP archive, read where it lies: nothing of it is unpacked onto the disk. */
export interface Archive {
  readonly files: readonly ArchiveFile[];
  /** @param onRead hears of every so many packed bytes. */
  open(file: ArchiveFile, signal: AbortSignal, onRead?: (packedBytes: number) => void): Promise<Readable>;
  close(): Promise<void>;
}

/**
 * Opens an archive and reads its contents' names.
 * @throws {UnreadableImportError} where it is none, or is not to be trusted.
 */
export async function openArchive(
  path: string,
  limits: Readonly<Record<keyof typeof LIMITS, number>> = LIMITS,
): Promise<Archive> {
  const zip = await opened(path);
  try {
    const files = await filesOf(zip, limits);
    return {
      files,
      open: (file, signal, onRead) => reading(zip, file, signal, onRead),
      close: async () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

function opened(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) => {
      if (zip !== undefined && error === null) resolve(zip);
      else reject(isOfTheSystem(error) ? error : notAnArchive(error));
    });
  });
}

function filesOf(zip: ZipFile, limits: Readonly<Record<keyof typeof LIMITS, number>>): Promise<ArchiveFile[]> {
  const files: ArchiveFile[] = [];
  let bytes = 0;
  let packed = 0;
  return new Promise((resolve, reject) => {
    const refuse = (why: string) => reject(new UnreadableImportError(`${why} Nothing of it was read.`));
    zip.on('error', (error: unknown) => {
      const text = error instanceof Error ? error.message : '';
      if (/absolute path|relative path|invalid characters in fileName/.test(text)) {
        refuse('The archive holds a file that would leave its folder, as no export does.');
      } else reject(notAnArchive(error));
    });
    zip.on('end', () => resolve(files));
    zip.on('entry', (entry: Entry) => {
      const { fileName: path, compressedSize, uncompressedSize } = entry;
      if (!path.endsWith('/')) {
        bytes += uncompressedSize;
        packed += compressedSize;
        if (files.length >= limits.entries) {
          return refuse(`The archive holds more than ${limits.entries.toLocaleString('en')} files.`);
        }
        if (uncompressedSize > limits.ratioFrom && uncompressedSize > compressedSize * limits.ratio) {
          return refuse('A file in the archive is packed so tightly that it would fill the disk, as no export is.');
        }
        if (uncompressedSize > limits.entryBytes || bytes > limits.bytes) {
          return refuse(
            `The archive holds more than ${gigabytes(uncompressedSize > limits.entryBytes ? limits.entryBytes : limits.bytes)} once it is unpacked.`,
          );
        }
        if (packed > zip.fileSize) return refuse('Files in the archive lie over each other, as in no export.');
        if (entry.isEncrypted())
          return refuse('The archive is locked with a password. Unpack it, and pack it without one.');
        files.push({ path, packedBytes: compressedSize, bytes: uncompressedSize, entry });
      }
      zip.readEntry();
    });
    zip.readEntry();
  });
}

async function reading(
  zip: ZipFile,
  { entry, packedBytes, bytes }: ArchiveFile,
  signal: AbortSignal,
  onRead?: (packedBytes: number) => void,
): Promise<Readable> {
  signal.throwIfAborted();
  const unpacked = await new Promise<Readable>((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (stream !== undefined && error === null) resolve(stream);
      else reject(notAnArchive(error));
    });
  });
  const share = bytes === 0 ? 0 : packedBytes / bytes;
  const counted =
    onRead === undefined
      ? new PassThrough()
      : new Transform({
          transform(chunk: Buffer, _, done) {
            onRead(chunk.length * share);
            done(null, chunk);
          },
        });
  pipeline(unpacked, counted, { signal }).catch((error: unknown) => {
    // Whoever reads hears of it: the stream at hand is destroyed with it.
    if (!counted.destroyed) counted.destroy(error instanceof Error ? error : undefined);
  });
  return counted;
}

function notAnArchive(error: unknown): UnreadableImportError {
  const reason = error instanceof Error ? error.message : String(error);
  return new UnreadableImportError(
    `The file is not a ZIP archive that can be read (${reason}). Download the export again, and give it as it comes.`,
    { cause: error },
  );
}

/** A file that is not there, or a disk that fails, is nothing that the author can mend. */
function isOfTheSystem(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

function gigabytes(bytes: number): string {
  return `${Math.round(bytes / 1_073_741_824)} GB`;
}
