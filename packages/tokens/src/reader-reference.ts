import { createHmac } from 'node:crypto';
import type { PublicId } from '@readout/events';

/** Name of the installation's secret under which senders' names for readers are hashed. */
export const REFERENCE_SECRET = 'reader-reference';

/**
 * The keyed hash (32 bytes) that stands for whatever the sender calls a reader: the same for the same name, in
 * any case and composition, within one publication; without the secret it leads nowhere.
 */
export function readerReference(secret: Uint8Array, publication: PublicId, reader: string): Buffer {
  const normal = reader.trim().normalize('NFC').toLowerCase();
  return createHmac('sha256', secret).update(`${publication}\0${normal}`, 'utf8').digest();
}
