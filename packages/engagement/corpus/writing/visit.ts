import type { NetworkKind, Segment } from '@readout/events';
import type { CorpusFetch, Headers, ProviderWord, Truth } from '../sequence.ts';
import type { Draw } from './draw.ts';
import type { Draft } from './family.ts';

/** From where a fetch comes. */
export interface Where {
  readonly network: NetworkKind;
  readonly place: string;
  readonly crowd: number;
}

export const HOME: Where = { network: 'other', place: 'home', crowd: 0 };
export const PHONE: Where = { network: 'other', place: 'shared-carrier', crowd: 0 };
export const OFFICE: Where = { network: 'other', place: 'shared-office', crowd: 0 };
export const GOOGLE: Where = { network: 'mail', place: 'shared-google', crowd: 0 };

export function at(network: NetworkKind, place: string, crowd = 0): Where {
  return { network, place, crowd };
}

/** Without a word of the provider; `issue` adds it. */
export type Told = Omit<CorpusFetch, 'said'> & { readonly said?: ProviderWord };

export function open(when: number, headers: Headers, where: Where, truth: Truth): Told {
  return { at: when, kind: 'opened', method: 'GET', headers, ...where, truth };
}

export function click(when: number, link: number | 'honeypot', headers: Headers, where: Where, truth: Truth): Told {
  return { at: when, kind: 'clicked', link, method: 'GET', headers, ...where, truth };
}

export function head(fetch: Told): Told {
  return { ...fetch, method: 'HEAD' };
}

/** The message that a visit is to. */
export interface Message {
  readonly links: number;
  readonly honeypot: boolean;
  readonly all: readonly number[];
}

const PROXY_WORDS: readonly (readonly [string, ProviderWord])[] = [['Chrome/42.0.2311.135', 'gmail']];

/** Providers that say anything know Apple and Gmail surely, miss two gateways in five and seldom accuse a person. */
function providerWord(draw: Draw, fetch: Told, knowsMachines: boolean): ProviderWord {
  const agent = fetch.headers['user-agent'] ?? '';
  if (agent === 'Mozilla/5.0' && fetch.kind === 'opened') return 'apple';
  const known = PROXY_WORDS.find(([part]) => agent.includes(part));
  if (known !== undefined) return known[1];
  if (fetch.truth === 'scanner') return knowsMachines ? 'bot' : 'person';
  return draw.chance(0.01) ? 'bot' : 'person';
}

const SEGMENTS = ['free', 'free', 'free', 'trial', 'premium'] as const satisfies readonly Segment[];

export interface IssueChoices {
  readonly links?: readonly [number, number];
  readonly honeypot?: boolean;
  /** Whether the mail provider's webhook reports on the fetches; otherwise three times in ten. */
  readonly reported?: boolean;
}

/** A message with some links, and what is fetched of it; the fetches in order of arrival. */
export function issue(draw: Draw, tell: (message: Message) => readonly Told[], choices: IssueChoices = {}): Draft {
  const [fewest, most] = choices.links ?? [4, 18];
  const links = draw.whole(fewest, most);
  const honeypot = choices.honeypot ?? draw.chance(0.4);
  const segment = draw.chance(0.5) ? draw.pick(SEGMENTS) : undefined;
  const reported = choices.reported ?? draw.chance(0.3);
  const knowsMachines = draw.chance(0.6);
  const told = tell({ links, honeypot, all: Array.from({ length: links }, (_, index) => index + 1) });
  const fetches = told
    .map(
      (fetch): CorpusFetch => ({
        ...fetch,
        said: fetch.said ?? (reported ? providerWord(draw, fetch, knowsMachines) : 'nothing'),
      }),
    )
    .sort((left, right) => left.at - right.at);
  return { links, honeypot, segment, fetches };
}

export interface Sweep {
  readonly from: number;
  /** How long it takes from the first link to the last, in milliseconds. */
  readonly over: number;
  readonly headers: Headers;
  readonly where: Where;
  readonly how?: 'GET' | 'HEAD' | 'HEAD then GET';
  /** Which links; all where not given. */
  readonly links?: readonly number[];
  /** Whether an invisible link is fetched with the others, where the message has one; it is unless told otherwise. */
  readonly honeypot?: boolean;
}

/** A machine goes through the links. */
export function sweep(draw: Draw, message: Message, plan: Sweep): Told[] {
  const visible: readonly (number | 'honeypot')[] = plan.links ?? message.all;
  const targets = message.honeypot && plan.honeypot !== false ? [...visible, 'honeypot' as const] : visible;
  const step = plan.over / Math.max(1, targets.length);
  return targets.flatMap((link, index) => {
    const when = Math.round(plan.from + step * (index + draw.fraction() * 0.8));
    const get = click(when, link, plan.headers, plan.where, 'scanner');
    if (plan.how === 'HEAD') return [head(get)];
    if (plan.how === 'HEAD then GET') return [head(get), { ...get, at: when + draw.ms(40, 600) }];
    return [get];
  });
}

export interface Reading {
  readonly from: number;
  readonly headers: Headers;
  readonly where: Where;
  readonly count: number;
  /** Seconds between two clicks. */
  readonly pause?: readonly [number, number];
  readonly links?: readonly number[];
}

/** A person clicks some links one after the other, reading in between. */
export function readsOn(draw: Draw, message: Message, plan: Reading): Told[] {
  const [shortest, longest] = plan.pause ?? [12, 240];
  let when = plan.from;
  return (plan.links ?? draw.some(message.all, plan.count)).map((link, index) => {
    if (index > 0) when += draw.seconds(shortest, longest);
    return click(when, link, plan.headers, plan.where, 'human');
  });
}
