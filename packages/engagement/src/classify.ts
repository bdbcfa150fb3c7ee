import type { PageKind, Verdict } from '@readout/events';
import { isbot } from 'isbot';

/** What a verdict on one fetch is based on. */
export interface Fetch {
  readonly kind: 'opened' | 'clicked' | PageKind;
  readonly method: 'GET' | 'HEAD';
  /** The `User-Agent` header; undefined where there was none. */
  readonly agent: string | undefined;
}

export interface Judgement {
  readonly verdict: Exclude<Verdict, 'none'>;
  /** Names of the rules that led there, in the order they were asked. Never empty. */
  readonly reasons: readonly string[];
}

interface Rule {
  readonly name: string;
  readonly verdict: Judgement['verdict'];
  readonly applies: (fetch: Fetch) => boolean;
}

const agentIncludes = (part: string) => (fetch: Fetch) => fetch.agent?.includes(part) ?? false;

/**
 * Asked in this order; the first that applies decides. Each looks at one fetch alone: what several fetches
 * tell together (bursts, honeypots, networks) needs more than this and is not judged yet.
 */
const RULES: readonly Rule[] = [
  {
    // Apple Mail Privacy Protection fetches within hours of delivery, read or not, with exactly this agent.
    name: 'apple_privacy_protection',
    verdict: 'prefetched',
    applies: (fetch) => fetch.kind === 'opened' && fetch.agent === 'Mozilla/5.0',
  },
  {
    // The same on anything else: nobody's prefetch, yet no browser that people use sends it either.
    name: 'bare_agent',
    verdict: 'unclear',
    applies: (fetch) => fetch.agent === 'Mozilla/5.0',
  },
  {
    // Gmail's prefetch, which comes with this fixed, long outdated browser.
    name: 'gmail_prefetch',
    verdict: 'prefetched',
    applies: agentIncludes('Chrome/42.0.2311.135 Safari/537.36 Edge/12.246'),
  },
  {
    // Gmail's image proxy, which fetches when the reader opens the message.
    name: 'gmail_proxy',
    verdict: 'proxied',
    applies: agentIncludes('GoogleImageProxy'),
  },
  {
    name: 'yahoo_proxy',
    verdict: 'proxied',
    applies: agentIncludes('YahooMailProxy'),
  },
  {
    // No mail client or browser asks for an image or a page with HEAD on a reader's behalf; link checkers do.
    name: 'head_request',
    verdict: 'scanner',
    applies: (fetch) => fetch.method === 'HEAD',
  },
  {
    name: 'known_crawler',
    verdict: 'scanner',
    applies: (fetch) => fetch.agent !== undefined && fetch.agent !== '' && isbot(fetch.agent),
  },
  {
    // Browsers and mail clients name themselves; some gateways do not, and so do some privacy tools.
    name: 'no_agent',
    verdict: 'unclear',
    applies: (fetch) => fetch.agent === undefined || fetch.agent === '',
  },
];

const ORDINARY: Judgement = { verdict: 'human', reasons: ['ordinary_client'] };

/** Human or machine: judges one fetch by itself. The same fetch always gets the same judgement. */
export function classify(fetch: Fetch): Judgement {
  const rule = RULES.find((one) => one.applies(fetch));
  return rule === undefined ? ORDINARY : { verdict: rule.verdict, reasons: [rule.name] };
}
