import type { SingleReaders } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import type { ApiDependencies } from '../dependencies.ts';
import { Refusal } from '../http/problem.ts';

type Allowing = Pick<ApiDependencies, 'allowsReaderHistory'>;

/** Operator and publication must both allow it, whoever asks. */
export function singleReaders({ allowsReaderHistory }: Allowing, { showsReaders }: Publication): SingleReaders {
  if (!allowsReaderHistory) return 'operator_forbids';
  return showsReaders ? 'shown' : 'publication_forbids';
}

const WHO_ALLOWS = {
  operator_forbids:
    'This Readout shows groups of readers only. Whoever runs it can allow single readers to be looked at, by READOUT_ALLOW_READER_HISTORY=on; the publication has to choose it as well.',
  publication_forbids:
    'This publication shows groups of readers only. Its owner can choose otherwise in the settings of the publication (showsReaders).',
} as const;

/** @throws {Refusal} where single readers may not be looked at, with who can allow it. */
export function refuseUnlessShown(deps: Allowing, publication: Publication): void {
  const permission = singleReaders(deps, publication);
  if (permission !== 'shown') throw new Refusal('readers_not_shown', WHO_ALLOWS[permission]);
}
