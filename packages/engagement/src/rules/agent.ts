import { APPLE_PRIVACY, GMAIL_PREFETCH, GMAIL_PROXY, HEY_PROXY, OTHER_PROXY, YAHOO_PROXY } from '../clients/proxies.ts';
import type { CertainRule, WeighingRule } from './rule.ts';

export const KNOWN_CRAWLER: CertainRule = {
  name: 'known_crawler',
  category: 'agent',
  verdict: 'scanner',
  confidence: 0.99,
  says: 'It calls itself a crawler, a script or a security product.',
  source: 'npm crawler-user-agents, npm isbot, names of gateway vendors',
  applies: (_, client) => client.kind === 'machine',
};

// Its opens come within hours of delivery, read or not, with exactly this agent (docs/mail-machines.md; the example in Mailgun's
// "Open and Click Bot Detection").
export const APPLE_PRIVACY_PROTECTION: CertainRule = {
  name: 'apple_privacy_protection',
  category: 'agent',
  verdict: 'prefetched',
  confidence: 0.97,
  says: 'Apple Mail fetched the pictures in advance, whether or not anybody reads.',
  source: 'docs/mail-machines.md; Mailgun, Open and Click Bot Detection',
  applies: (seen) => seen.kind === 'opened' && seen.client === APPLE_PRIVACY,
};

export const GMAIL_PREFETCHED: CertainRule = {
  name: 'gmail_prefetch',
  category: 'agent',
  verdict: 'prefetched',
  confidence: 0.95,
  says: 'Gmail fetched the pictures in advance, whether or not anybody reads.',
  source: 'docs/mail-machines.md',
  applies: (seen) => seen.client === GMAIL_PREFETCH,
};

export const GMAIL_PROXIED: CertainRule = {
  name: 'gmail_proxy',
  category: 'agent',
  verdict: 'proxied',
  confidence: 0.92,
  says: 'Gmail fetched the pictures when the reader opened the message.',
  source: 'docs/mail-machines.md',
  applies: (seen) => seen.kind === 'opened' && seen.client === GMAIL_PROXY,
};

export const YAHOO_PROXIED: CertainRule = {
  name: 'yahoo_proxy',
  category: 'agent',
  verdict: 'proxied',
  confidence: 0.92,
  says: 'Yahoo Mail fetched the pictures when the reader opened the message.',
  source: 'help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html',
  applies: (seen) => seen.kind === 'opened' && seen.client === YAHOO_PROXY,
};

export const HEY_PROXIED: CertainRule = {
  name: 'hey_proxy',
  category: 'agent',
  verdict: 'proxied',
  confidence: 0.92,
  says: 'HEY fetched the pictures when the reader looked at the message.',
  source: 'hey.com/image-proxy',
  applies: (seen) => seen.kind === 'opened' && seen.client === HEY_PROXY,
};

export const OTHER_PROXIED: CertainRule = {
  name: 'mail_proxy',
  category: 'agent',
  verdict: 'proxied',
  confidence: 0.8,
  says: 'A mail provider fetched the pictures for the reader.',
  source: 'its own name, as with SeznamEmailProxy',
  applies: (seen) => seen.kind === 'opened' && seen.client === OTHER_PROXY,
};

/** Weighs nothing: it is told with every verdict on such a fetch. */
export const NOT_KEPT = {
  name: 'agent_not_kept',
  category: 'agent',
  says: 'It comes from a system that does not keep what program it was: a prefetch counts as a reader here, too.',
  source: 'docs/decisions/0012-what-is-imported-counts-once.md',
} as const;

export const AGENT_RULES: readonly WeighingRule[] = [
  {
    name: 'no_agent',
    category: 'agent',
    weight: 0.5,
    says: 'It does not say what program it is; browsers and mail clients do.',
    source: 'docs/mail-machines.md; RFC 9110 §10.1.5; mysociety/fixmystreet issue 4543 (Safe Links)',
    applies: (_, client) => client.kind === 'none',
  },
  {
    name: 'bare_agent',
    category: 'agent',
    weight: 0.5,
    says: 'It calls itself Mozilla/5.0 and nothing more; no browser that people click with does.',
    source: 'RFC 9110 §10.1.5; agents of browsers in client.test.ts',
    applies: (seen) => seen.kind === 'clicked' && seen.client === APPLE_PRIVACY,
  },
  {
    name: 'proxy_clicked',
    category: 'agent',
    weight: 0.4,
    says: 'A proxy for pictures followed a link.',
    source: 'docs/mail-machines.md',
    applies: (seen, client) => seen.kind === 'clicked' && client.kind === 'proxy' && seen.client !== APPLE_PRIVACY,
  },
  {
    name: 'unknown_program',
    category: 'agent',
    weight: 0.5,
    says: 'It names itself as a program that is neither a browser nor a mail client known here.',
    source: 'npm isbot: the form of the agent',
    applies: (_, client) => client.kind === 'program',
  },
  {
    // Gateways look at links with a browser frozen years ago (opencollective issue 3656: Chrome 64 and 72).
    name: 'outdated_browser',
    category: 'agent',
    weight: 0.3,
    says: 'It calls itself a browser that has been out of use for years.',
    source: 'opencollective/opencollective issue 3656',
    applies: (_, client) => client.outdated,
  },
  {
    // Gateways come as browsers or as nothing.
    name: 'mail_client',
    category: 'agent',
    weight: -0.15,
    says: 'It is a mail client, which gateways seldom pretend to be.',
    source: 'docs/mail-machines.md',
    applies: (seen, client) => seen.kind === 'opened' && client.kind === 'mail',
  },
];
