import { NETWORK_NAMES, type NetworkKind } from '../../findings/networks.ts';
import { CONDITIONS, type DraftRule } from '../../findings/rules-draft.ts';
import { words } from '../../words/words.ts';

/** When a rule applies: "client contains “curl” and sent to example.org". */
export function sentenceOf({ when }: Pick<DraftRule, 'when'>): string {
  const parts = CONDITIONS.flatMap((one) => {
    const value = (when[one] ?? '').trim();
    if (value === '') return [];
    return one === 'network' && isNetwork(value)
      ? words.rules.parts.network(words.rules.networks[value])
      : words.rules.parts[one](value);
  });
  return parts.length === 0 ? words.rules.nothing : parts.join(words.rules.and);
}

function isNetwork(value: string): value is NetworkKind {
  return NETWORK_NAMES.some((one) => one === value);
}
