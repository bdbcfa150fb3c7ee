import type { Span } from '../pages/home/home-search.ts';

/** What comes with a home that the server has drawn. */
export interface DrawnHome {
  readonly publication: string;
  readonly days: Span;
  readonly language: string;
  /** How its numbers and dates are written, BCP 47. */
  readonly locale: string;
  /** What the API answered, by path below `/api/v1`. */
  readonly answers: Readonly<Record<string, unknown>>;
}

/** The element with that as JSON. */
export const DRAWN_HOME = 'drawn-home';
