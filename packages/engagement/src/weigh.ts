import { type Traits, traitsOf } from './client-traits.ts';
import {
  AGENT_RULES,
  APPLE_PRIVACY_PROTECTION,
  GMAIL_PREFETCHED,
  GMAIL_PROXIED,
  HEY_PROXIED,
  KNOWN_CRAWLER,
  NOT_KEPT,
  OTHER_PROXIED,
  YAHOO_PROXIED,
} from './rules/agent.ts';
import { NETWORK_RULES } from './rules/network.ts';
import { PROVIDER_RULES, PROVIDER_SAYS_APPLE, PROVIDER_SAYS_GMAIL } from './rules/provider.ts';
import { HEAD_REQUEST, REQUEST_RULES } from './rules/request.ts';
import type { CertainRule, WeighingRule } from './rules/rule.ts';
import { type Otherwise, Scales } from './scales.ts';
import type { Judgement, Seen } from './seen.ts';

/** Asked in this order; the first that applies decides. */
export const CERTAIN_RULES: readonly CertainRule[] = [
  KNOWN_CRAWLER,
  HEAD_REQUEST,
  APPLE_PRIVACY_PROTECTION,
  PROVIDER_SAYS_APPLE,
  GMAIL_PREFETCHED,
  GMAIL_PROXIED,
  YAHOO_PROXIED,
  HEY_PROXIED,
  OTHER_PROXIED,
  PROVIDER_SAYS_GMAIL,
];

export const WEIGHING_RULES: readonly WeighingRule[] = [
  ...AGENT_RULES,
  ...NETWORK_RULES,
  ...REQUEST_RULES,
  ...PROVIDER_RULES,
];

/** What it is where nothing is held against it. */
const ORDINARY_CLIENT = { verdict: 'human', reason: 'ordinary_client' } as const;
/** Proxies that name themselves as no proxy, such as Outlook's: told by the network, and a person's for all we know. */
const MAIL_NETWORK_OPEN = { verdict: 'proxied', reason: 'mail_network' } as const;
/** Nobody can tell who fetched: counted as its source counts it, and known to be less sure. */
const UNKNOWN_CLIENT = { verdict: 'human', reason: NOT_KEPT.name, unsure: 0.2 } as const;

/** All that one fetch says by itself. */
export interface Weighed {
  readonly client: Traits;
  /** What it comes to without anything around it. */
  readonly judgement: Judgement;
  /** Whether a certain rule made that judgement; then the scales are empty. */
  readonly certain: boolean;
  readonly scales: Scales;
  readonly balance: number;
  /** What it came to with rules on its surroundings, see `weigh-around.ts`. */
  readonly settled: Map<number, Judgement>;
  readonly otherwise: Otherwise;
}

/** There are few combinations, so they are weighed once each. Emptied when it grows beyond what readers can cause. */
const known = new Map<string, Map<number, Weighed>>();
const MOST_CLIENTS = 20_000;
const MOST_COMBINATIONS = 4096;

const NETWORKS = { unknown: 0, other: 1, hosting: 2, mail: 3, security: 4 } as const;
const WORDS = { nothing: 0, bot: 1, apple: 2, gmail: 3, person: 4 } as const;

/** Weighs one fetch by itself; time, place and link do not come into it. */
export function weigh(seen: Seen): Weighed {
  // 10 bits of shape, then method, kind, network, word.
  const combination =
    (seen.shape & 1023) |
    (seen.method === 'HEAD' ? 1024 : 0) |
    (seen.kind === 'clicked' ? 2048 : 0) |
    (NETWORKS[seen.network] << 12) |
    (WORDS[seen.said] << 15);
  let combinations = known.get(seen.client);
  if (combinations === undefined) {
    if (known.size >= MOST_CLIENTS) known.clear();
    combinations = new Map();
    known.set(seen.client, combinations);
  }
  const found = combinations.get(combination);
  if (found !== undefined) return found;
  if (combinations.size >= MOST_COMBINATIONS) combinations.clear();
  const weighed = weighAnew(seen);
  combinations.set(combination, weighed);
  return weighed;
}

function weighAnew(seen: Seen): Weighed {
  const client = traitsOf(seen.client);
  const otherwise = otherwiseOf(seen, client);
  const scales = new Scales();
  const rule = CERTAIN_RULES.find((one) => one.applies(seen, client));
  if (rule !== undefined) {
    const { verdict, name, confidence } = rule;
    return {
      client,
      judgement: { verdict, reasons: [name], confidence },
      certain: true,
      scales,
      balance: verdict === 'scanner' ? 1 : 0,
      settled: new Map(),
      otherwise,
    };
  }
  for (const one of WEIGHING_RULES) if (one.applies(seen, client)) scales.add(one);
  return {
    client,
    judgement: scales.verdict(otherwise),
    certain: false,
    scales,
    balance: scales.balance,
    settled: new Map(),
    otherwise,
  };
}

function otherwiseOf(seen: Seen, client: Traits): Otherwise {
  if (seen.kind === 'opened' && seen.network === 'mail') return MAIL_NETWORK_OPEN;
  return client.kind === 'not_kept' ? UNKNOWN_CLIENT : ORDINARY_CLIENT;
}
