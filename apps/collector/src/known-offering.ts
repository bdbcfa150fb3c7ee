import type { Offering, TokenKey } from '@readout/catalog';
import {
  EXPERIMENT_READERS,
  isPublicId,
  type KeyId,
  type PublicationId,
  type PublicId,
  type ReaderId,
} from '@readout/events';
import type { Offering as Offered } from '@readout/experiments';
import { z } from 'zod';

const publication = z.custom<PublicationId>(Number.isSafeInteger);
const publicId = z.custom<PublicId>((value) => typeof value === 'string' && isPublicId(value));

const storedOfferings = z.array(
  z.object({
    publication,
    offers: z.array(z.looseObject({ publicId })),
    usual: publicId.nullable(),
    experiment: z
      .object({
        publicId,
        arms: z.array(z.object({ offer: publicId, weight: z.number() })),
        readers: z.enum(EXPERIMENT_READERS),
        visitors: z.boolean(),
        share: z.number(),
      })
      .nullable(),
  }),
);
const storedKeys = z.array(z.object({ id: z.custom<KeyId>(Number.isSafeInteger), publication, secret: z.string() }));

/** What a publication offers, and how each offer is told to a page. */
export interface KnownOffering extends Offered {
  /** JSON, as it stands in the answer, by the offer's id. */
  readonly told: ReadonlyMap<PublicId, string>;
}

export function writeOfferings(offerings: readonly Offering[]): string {
  return JSON.stringify(offerings);
}

export function readOfferings(text: string): ReadonlyMap<PublicationId, KnownOffering> {
  return new Map(
    storedOfferings.parse(JSON.parse(text)).map(({ publication: id, offers, usual, experiment }) => {
      const told = new Map(
        offers.map(({ publicId: offer, ...terms }) => [offer, JSON.stringify({ id: offer, ...terms })]),
      );
      return [id, { usual, experiment, told }];
    }),
  );
}

export function writeKeys(keys: readonly TokenKey[]): string {
  return JSON.stringify(
    keys.map(({ id, publication: of, secret }) => ({
      id,
      publication: of,
      secret: Buffer.from(secret).toString('base64'),
    })),
  );
}

export type KnownKey = Pick<TokenKey, 'id' | 'publication' | 'secret'>;

export function readKeys(text: string): ReadonlyMap<KeyId, KnownKey> {
  return new Map(
    storedKeys
      .parse(JSON.parse(text))
      .map(({ id, publication: of, secret }) => [id, { id, publication: of, secret: Buffer.from(secret, 'base64') }]),
  );
}

/** Four bytes for each: of a hundred thousand readers that is less than half a megabyte. */
export function writeReaders(readers: readonly ReaderId[]): string {
  return Buffer.from(Uint32Array.from(readers).buffer).toString('base64');
}

export function readReaders(text: string): ReadonlySet<ReaderId> {
  const bytes = Uint8Array.from(Buffer.from(text, 'base64'));
  return new Set(Array.from(new Uint32Array(bytes.buffer), (id) => id as ReaderId));
}
