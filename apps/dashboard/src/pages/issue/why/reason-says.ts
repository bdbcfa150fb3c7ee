import type { VerdictReason } from '@readout/api-contract';
import { words } from '../../../words/words.ts';

const OWN = 'own:';

/** A reason's sentence; a rule of the publication's own is called by its name. */
export function reasonSays({ name, says }: Pick<VerdictReason, 'name' | 'says'>): string {
  return name.startsWith(OWN) ? words.why.ownRule(name.slice(OWN.length)) : words.why.reason(name, says);
}
