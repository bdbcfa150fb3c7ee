import type { Offering, TokenKey } from '@readout/catalog';
import type { KeyId, PublicId, ReaderId } from '@readout/events';
import { mintToken } from '@readout/tokens';
import { PUBLICATION } from './collector-in-test.ts';

export const CONTROL = 'contractWEEK' as PublicId;
export const OTHER = 'montcontroXZ' as PublicId;
export const EXPERIMENT = 'experimentAB' as PublicId;

export const KEY: TokenKey = {
  id: 3 as KeyId,
  publication: PUBLICATION,
  secret: Buffer.alloc(32, 5),
  createdAt: new Date(0),
};
export const tokenOf = (reader: number) => mintToken(KEY, reader as ReaderId);

const terms = {
  price: 800,
  currency: 'EUR',
  months: 1,
  headline: 'Lies weiter – für 1 €',
  text: '',
  button: 'Los',
  takesCard: false,
};

/** Two offers, and an experiment that shows them half and half. */
export function offering(experiment: Partial<NonNullable<Offering['experiment']>> | null = {}): Offering {
  return {
    publication: PUBLICATION,
    offers: [
      { publicId: CONTROL, trialDays: 7, ...terms },
      { publicId: OTHER, trialDays: 30, ...terms },
    ],
    usual: CONTROL,
    experiment: experiment && {
      publicId: EXPERIMENT,
      readers: 'all',
      visitors: false,
      share: 1,
      arms: [
        { offer: CONTROL, weight: 1 },
        { offer: OTHER, weight: 1 },
      ],
      ...experiment,
    },
  };
}
