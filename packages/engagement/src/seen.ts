import type { FetchVerdict, NetworkKind, ProviderWord } from '@readout/events';
import type { Client } from './client.ts';

/** What is kept of one fetch once address and agent are gone: enough for every verdict, now and later. */
export interface Seen {
  readonly kind: 'opened' | 'clicked';
  /** UTC, milliseconds since 1970. */
  readonly time: number;
  /** 0 for an open. */
  readonly link: number;
  readonly method: 'GET' | 'HEAD';
  readonly client: Client;
  readonly network: NetworkKind;
  /** Keyed hash of the truncated address, 0 where unknown: equal means the same network. */
  readonly place: number;
  /** `HEADER_SHAPE` bits, 0 where the headers were not recorded. */
  readonly shape: number;
  /** The mail provider's own word: Mailgun's `client-info.bot`, SendGrid's `sg_machine_open`. */
  readonly said: ProviderWord;
}

/** Everything fetched for one message: one issue sent to one reader. */
export interface Message {
  /** UTC, milliseconds since 1970; null where the mail provider reports nothing. */
  readonly deliveredAt: number | null;
  /** How many visible links the issue has. */
  readonly links: number;
  /** Links that nobody sees. */
  readonly honeypots: ReadonlySet<number>;
  /** Of the address that it was sent to: what stands after the @, in lower case. */
  readonly domain?: string;
  /** In any order. */
  readonly seen: readonly Seen[];
}

/** What happened around a message, over all readers of the issue. */
export interface Surroundings {
  /** How many distinct other readers the same client and place clicked for within a minute of `seen.time`. */
  crowd(seen: Seen): number;
}

export interface Judgement {
  readonly verdict: FetchVerdict;
  /** Names of the rules that led there, see `RULE_BOOK`; `own:<name>` for a publication's own. Never empty. */
  readonly reasons: readonly string[];
  /** 0 to 1: how sure. Not a probability; 0.5 is a toss-up. */
  readonly confidence: number;
}
