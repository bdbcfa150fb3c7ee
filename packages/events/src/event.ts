import type { IssueId, LinkId, OfferId, PublicationId, ReaderId, SectionId } from './ids.ts';
import type { Origin } from './origin.ts';
import type { Edition, EventKind, NetworkKind, ProviderWord, Segment, Source, Verdict } from './vocabulary.ts';

/** An event as the warehouse keeps it: understood, classified, without address or user agent. */
export interface ReaderEvent {
  readonly origin: Origin;
  /** Which of the events of one record it is, from 0; left out: the only one. They are written together, in this order. */
  readonly part?: number;
  readonly kind: EventKind;
  /** UTC, milliseconds since 1970. */
  readonly time: number;
  readonly publication: PublicationId;
  readonly issue: IssueId | null;
  readonly section: SectionId | null;
  readonly link: LinkId | null;
  /** Which offer was shown, or followed; left out: none, or nobody said which. */
  readonly offer?: OfferId;
  /** Null where the token did not verify: such events are kept but are nobody's. Or a visitor, see `visitorAsReader`. */
  readonly reader: ReaderId | null;
  readonly segment: Segment;
  readonly edition: Edition;
  readonly source: Source;
  readonly verdict: Verdict;
  /** Names of the rules that led to the verdict. */
  readonly reasons: readonly string[];
  /** Where a fetch came from: ISO 3166-1 alpha-2, and the kind of network. Left out where no fetch was; empty and `unknown` where nobody knows. */
  readonly country?: string;
  readonly network?: NetworkKind;
  /** What a fetch's verdict can be made of again, once address and agent are gone; left out where no fetch was. */
  readonly fetch?: EventFetch;
  /** An open or a click that the mail provider reports; left out where it is one of our own, which alone is counted. */
  readonly sighting?: Sighting;
  /** Domain of the address that it was sent to. */
  readonly domain?: string;
  /** Host of the page that led to a web page that was `viewed`, see `referrerHost`; left out: none, or nobody said. */
  readonly referrer?: string;
}

/** What is kept of a fetch for its verdict: `Seen` of packages/engagement, but for what the event says anyway. */
export interface EventFetch {
  /** What the agent was, in a few words: see `clientOf`. */
  readonly client: string;
  readonly method: 'GET' | 'HEAD';
  /** Keyed hash of the network that it came from; 0: unknown. */
  readonly place: number;
  /** `HEADER_SHAPE` bits; 0: not recorded. */
  readonly shape: number;
  /** How sure the verdict is, 0 to 1; see `Judgement`. */
  readonly confidence: number;
  /** What the mail provider says of it; left out: nothing. */
  readonly said?: ProviderWord;
}

/** What is kept of what a mail provider saw, to tell which of our own fetches it speaks of: docs/decisions/0010. */
export interface Sighting extends Pick<EventFetch, 'client' | 'place'> {
  readonly said: Exclude<ProviderWord, 'nothing'>;
}
