import { NOT_KEPT } from './rules/agent.ts';
import { BORROWED_AGENT, HONEYPOT, HONEYPOT_VISITOR } from './rules/pattern.ts';
import type { Category } from './rules/rule.ts';
import { PROXY_AT_DELIVERY } from './rules/timing.ts';
import { CERTAIN_RULES, WEIGHING_RULES } from './weigh.ts';
import { RULES_AROUND } from './weigh-around.ts';

interface RuleEntry {
  /** As in a verdict's reasons; a publication's own rules are all under `own`, their reasons begin with `own:`. */
  readonly name: string;
  readonly category: Category;
  /** It decides by itself. */
  readonly certain: boolean;
  /** What it adds to the suspicion (0.7 condemns); negative where it speaks for a reader; 0 where it does not weigh. */
  readonly weight: number;
  /** For the interface, after "why?". */
  readonly says: string;
  readonly source: string;
}

const TOKENS: readonly (readonly [name: string, says: string])[] = [
  ['token_malformed', "What stands in the place of the reader's token is none."],
  ['token_unknown_version', "The reader's token is of a version that is not known here."],
  ['token_unknown_key', "The reader's token was signed with a key that is not known here."],
  ['token_forged', "The reader's token does not hold: somebody changed it or made it up."],
  ['token_foreign', "The reader's token belongs to another publication."],
];

/** Every rule, with a sentence for "why?". */
export const RULE_BOOK: readonly RuleEntry[] = [
  { ...plain('own', 'own', "One of the publication's own rules says so.", 'the publication'), certain: true },
  ...[HONEYPOT, HONEYPOT_VISITOR, BORROWED_AGENT, ...CERTAIN_RULES].map(({ name, category, says, source }) => ({
    ...plain(name, category, says, source),
    certain: true,
  })),
  ...[...WEIGHING_RULES, ...RULES_AROUND].map(({ name, category, weight, says, source }) => ({
    ...plain(name, category, says, source),
    weight,
  })),
  plain(PROXY_AT_DELIVERY.name, PROXY_AT_DELIVERY.category, PROXY_AT_DELIVERY.says, PROXY_AT_DELIVERY.source),
  plain(
    'mail_network',
    'network',
    'It came from the network of a mail provider, which fetches for the reader.',
    'packages/network/README.md',
  ),
  plain(
    'ordinary_client',
    'agent',
    'It is a browser or mail client that people use, and nothing speaks against it.',
    'docs/mail-machines.md',
  ),
  plain(NOT_KEPT.name, NOT_KEPT.category, NOT_KEPT.says, NOT_KEPT.source),
  ...TOKENS.map(([name, says]) => plain(name, 'token', says, 'packages/tokens')),
];

function plain(name: string, category: Category, says: string, source: string): RuleEntry {
  return { name, category, certain: false, weight: 0, says, source };
}
