import { isPublicId, type PublicId } from '@readout/events';
import { InvalidCursorError, type Issue } from './catalog.ts';

/** The last issue of a page. By its public id, not by its number, which counts the issues of everybody here. */
export interface IssueCursor {
  readonly sentAt: Date | null;
  readonly publicId: PublicId;
}

const UNSENT = '-';
/** Years 1 to 9999: all that a Date writes in a way which PostgreSQL reads. */
const EARLIEST = -62_135_596_800_000;
const LATEST = 253_402_300_799_999;

/** The cursor of what comes after an issue in the list. */
export function encodeCursor({ sentAt, publicId }: Pick<Issue, 'sentAt' | 'publicId'>): string {
  return Buffer.from(`${publicId} ${sentAt?.getTime() ?? UNSENT}`, 'latin1').toString('base64url');
}

/** @throws {InvalidCursorError} for whatever `encodeCursor` cannot have written. */
export function decodeCursor(cursor: string): IssueCursor {
  const [publicId = '', time = ''] = Buffer.from(cursor, 'base64url').toString('latin1').split(' ');
  const sentAt = time === UNSENT ? null : new Date(Number(time));
  const inRange = sentAt === null || (sentAt.getTime() >= EARLIEST && sentAt.getTime() <= LATEST);
  // Written again it has to come out the same: base64 and numbers both have many spellings of one value.
  if (!isPublicId(publicId) || !inRange || encodeCursor({ sentAt, publicId }) !== cursor) throw invalidCursor();
  return { sentAt, publicId };
}

export function invalidCursor(): InvalidCursorError {
  return new InvalidCursorError(
    'This is not a cursor of this list: give the `next` of the page before it, or none for the first page.',
  );
}
