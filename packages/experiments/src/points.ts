import { createHash } from 'node:crypto';
import type { PublicId, ReaderId } from '@readout/events';

/** 52 bits, as thirteen hexadecimal digits: a double holds them exactly. */
const DIGITS = 13;
const STEPS = 2 ** 52;

/** Where somebody stands in an experiment: two numbers from 0 up to, but not including, 1, each as if drawn by lot. */
export interface Points {
  /** Decides which arm is theirs. */
  readonly arm: number;
  /** Decides whether they take part, where only a share does. */
  readonly share: number;
}

/**
 * The first and the second thirteen hexadecimal digits of SHA-256 over `<experiment's id>:<number>`, each over 2^52.
 * Written down for senders in docs/experiments.md: what they compute must be what a page is told.
 */
export function pointsOf(experiment: PublicId, number: ReaderId): Points {
  const digest = createHash('sha256').update(`${experiment}:${number}`).digest('hex');
  return { arm: pointAt(digest, 0), share: pointAt(digest, DIGITS) };
}

function pointAt(digest: string, from: number): number {
  return Number.parseInt(digest.slice(from, from + DIGITS), 16) / STEPS;
}
