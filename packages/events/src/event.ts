import type { IssueId, LinkId, PublicationId, ReaderId, SectionId } from './ids.ts';
import type { Origin } from './origin.ts';
import type { Edition, EventKind, Segment, Source, Verdict } from './vocabulary.ts';

/** An event as the warehouse keeps it: understood, classified, without address or user agent. */
export interface ReaderEvent {
  readonly origin: Origin;
  readonly kind: EventKind;
  /** UTC, milliseconds since 1970. */
  readonly time: number;
  readonly publication: PublicationId;
  readonly issue: IssueId | null;
  readonly section: SectionId | null;
  readonly link: LinkId | null;
  /** Null where the token did not verify: such events are kept but are nobody's. */
  readonly reader: ReaderId | null;
  readonly segment: Segment;
  readonly edition: Edition;
  readonly source: Source;
  readonly verdict: Verdict;
  /** Names of the rules that led to the verdict. */
  readonly reasons: readonly string[];
}
