import type { VerdictReason } from '@readout/api-contract';
import { RULE_BOOK } from '@readout/engagement';

const RULES = new Map(RULE_BOOK.map((rule) => [rule.name, rule]));
/** A publication's own rules stand in the book as one. */
const OWN = 'own';

/** A reason as the warehouse keeps it, with what the rule book says of it. */
export function reasonView(name: string): VerdictReason {
  const rule = RULES.get(name.startsWith(`${OWN}:`) ? OWN : name);
  return rule === undefined
    ? { name, says: 'A rule said so that this version does not know.', category: null, source: null }
    : { name, says: rule.says, category: rule.category, source: rule.source };
}
