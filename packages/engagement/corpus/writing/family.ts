import type { Segment } from '@readout/events';
import type { CorpusFetch } from '../sequence.ts';
import type { Draw } from './draw.ts';

/** A sequence before it gets its name. */
export interface Draft {
  readonly links: number;
  readonly honeypot: boolean;
  readonly segment: Segment | undefined;
  readonly fetches: readonly CorpusFetch[];
}

/** One course of events, told by hand; `copies` differ in times, versions, places and links. */
interface Variant {
  readonly name: string;
  /** One sentence: what happens. */
  readonly note: string;
  readonly copies: number;
  readonly write: (draw: Draw) => Draft;
}

/** Scenarios around one client, gateway or habit; one file of the corpus. */
export interface Family {
  readonly name: string;
  readonly variants: readonly Variant[];
}
