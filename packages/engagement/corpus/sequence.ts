import type { NetworkKind, Segment, Verdict } from '@readout/events';

/** What really happened; the same words as a verdict, because that is what it is compared with. */
export type Truth = Exclude<Verdict, 'none'>;
export const TRUTHS = ['human', 'proxied', 'prefetched', 'scanner', 'unclear'] as const satisfies readonly Truth[];

/** What the mail provider's webhook said about a fetch, where there was one. */
export const PROVIDER_WORDS = ['nothing', 'bot', 'apple', 'gmail', 'person'] as const;
export type ProviderWord = (typeof PROVIDER_WORDS)[number];

export const PARTS = ['tuning', 'held-out'] as const;
/** `tuning`: rules may be written from it. `held-out`: rules are only measured on it. */
export type Part = (typeof PARTS)[number];

export type Headers = Readonly<Record<string, string>>;

/** One request to the pixel or to a tracked link. */
export interface CorpusFetch {
  /** Milliseconds since the message was delivered. */
  readonly at: number;
  readonly kind: 'opened' | 'clicked';
  /** Which link, from 1, or the invisible one. Absent for the pixel. */
  readonly link?: number | 'honeypot';
  readonly method: 'GET' | 'HEAD';
  /** Lower-case names; only what the client itself sends. */
  readonly headers: Headers;
  readonly network: NetworkKind;
  /** Equal label: same network within this sequence. A label starting with `shared-` is used by many readers. */
  readonly place: string;
  /** How many other readers of the issue had the same client and place click within a minute. */
  readonly crowd: number;
  readonly said: ProviderWord;
  readonly truth: Truth;
}

/** Everything that one reader's copy of one message saw. */
export interface Sequence {
  readonly name: string;
  readonly family: string;
  readonly note: string;
  /** How many visible links the message has. */
  readonly links: number;
  /** Whether the message carries an invisible link as well. */
  readonly honeypot: boolean;
  readonly segment?: Segment;
  /** In order of arrival. */
  readonly fetches: readonly CorpusFetch[];
}
