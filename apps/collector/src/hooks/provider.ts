import type { IncomingHttpHeaders } from 'node:http';
import type { MailProvider, NoticeKind, ProviderWord } from '@readout/events';

/** A request to a hook, as it came. Nobody has vouched for any of it yet. */
export interface Posted {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The body, read. */
  readonly json: unknown;
}

/** What may be used once only, and when it was signed (UTC, milliseconds). */
export interface Token {
  readonly token: string;
  readonly signedAt: number;
}

export type Proof =
  /** `once`: null where the signature covers the whole body, so that the same request says the same thing again. */
  | { readonly ok: true; readonly once: Token | null }
  /** `unavailable`: nobody can tell now. `says`: what is wrong, where the usual sentence does not say it. */
  | { readonly ok: false; readonly refusal: 'forged' | 'stale' | 'unavailable'; readonly says?: string };

/** One thing that the provider reports, in our words. */
export interface Happening {
  /** The provider's own name for it. */
  readonly event: string;
  /** `unknown`: it is none that we know; `passing`: it is known and decides nothing, such as a delay. */
  readonly kind: NoticeKind | 'passing' | 'unknown';
  /** The provider's own id; the same whenever it is reported again. */
  readonly id: string;
  /** UTC, milliseconds. */
  readonly time: number;
  /** What the sender put into the provider's variables; empty: nothing, so that it is another mail than an issue. */
  readonly issue: string;
  readonly token: string;
  /** To whom the message went: goes no further than to be hashed. */
  readonly recipient: string;
  readonly said: ProviderWord;
  /** Of a click: what was followed, which is a link of ours where those are in the message. */
  readonly url: string;
  readonly agent: string;
  readonly address: string;
}

/** How one mail provider reports. Everything that is peculiar to it is in its own file. */
export interface HookProvider {
  readonly name: MailProvider;
  /**
   * Whether the request is the provider's own.
   * @param key what the author was given by the provider for that.
   * @param now UTC, milliseconds.
   */
  verify(posted: Posted, key: string, now: number): Proof | Promise<Proof>;
  /**
   * Does what the provider asks for before it reports anything. Only for what is verified.
   * @returns null: the body asks for nothing of the kind; `unavailable`: it could not be done now; `malformed`: it is
   * nothing that is done.
   */
  introduce?(json: unknown, key: string): Promise<'done' | 'unavailable' | 'malformed' | null>;
  /**
   * What a verified body reports, null for each report that has not the shape that the provider documents; null in place
   * of them all: nothing of it has.
   */
  read(json: unknown): readonly (Happening | null)[] | null;
}

/** Names of the provider's variables in which a sender says what a message is: docs/mail-providers.md. */
export const ISSUE_VARIABLE = 'readout_issue';
export const TOKEN_VARIABLE = 'readout_token';
