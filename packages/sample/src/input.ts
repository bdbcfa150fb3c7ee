import type { LinkKind, Segment } from '@readout/events';

/** A link as the catalog keeps it. */
export interface InputLink {
  readonly id: number;
  readonly publicId: string;
  readonly kind: LinkKind;
  /** Ordinal of the section that it stands in; null before the first. */
  readonly section: number | null;
  readonly url: string;
}

export interface InputSection {
  readonly id: number;
  readonly ordinal: number;
  readonly access: 'before' | 'across' | 'behind';
}

/** An issue as the catalog keeps it. */
export interface InputIssue {
  readonly id: number;
  readonly publicId: string;
  /** UTC, milliseconds. */
  readonly sentAt: number;
  /** In the order in which they stand in the issue. */
  readonly links: readonly InputLink[];
  readonly sections: readonly InputSection[];
  readonly hasPaywall: boolean;
}

export interface InputReader {
  readonly id: number;
  readonly token: string;
  /** The standing with which the sample begins (or with which the reader subscribes, who joins later). */
  readonly segment: Exclude<Segment, 'none'>;
}

export interface SampleInput {
  /** UTC, milliseconds; no record is later. */
  readonly now: number;
  /** Number of the publication in the catalog. */
  readonly publication: number;
  readonly issues: readonly InputIssue[];
  /** In the order of `sampleReaders`: the last ones are those who join during the sample. */
  readonly readers: readonly InputReader[];
  /** Share of the readers who take part, above 0 and at most 1; 1 where left out. */
  readonly scale?: number;
  /** Another seed, another run of luck. */
  readonly seed?: number;
}
