import type { ImportedPost } from '@readout/importers';
import { analyseIssue, type IssueStructure, UnsafeDestinationError } from '@readout/instrumenter';
import { headingOf, headingPrint, textPrint } from './post-prints.ts';
import type { NewPost } from './worker-messages.ts';

type Editions = Parameters<typeof analyseIssue>[0];

/** What an issue is to be made of. Up to some 10 ms for a long post: done in the thread that reads. */
export function takeApart(post: ImportedPost): NewPost {
  const { key, sentAt, tags, audience } = post;
  const heading = headingOf(post);
  const structure = structureOf(post);
  return {
    key,
    ...heading,
    sentAt,
    tags,
    isForPaying: audience === 'paying',
    structure: structure ?? analyseIssue([]),
    hasUnsafeLink: structure === null,
    prints: { heading: headingPrint(heading), text: textPrint(post) },
  };
}

/** Null: it has a link that must never be stored. */
function structureOf(post: ImportedPost): IssueStructure | null {
  try {
    // What went out elsewhere had no link for machines in it.
    return analyseIssue(editionsOf(post));
  } catch (error) {
    if (error instanceof UnsafeDestinationError) return null;
    throw error;
  }
}

/** Whole as paying readers got it, and where it says where the paywall is, cut there for the others. */
function editionsOf({ html, audience }: ImportedPost): Editions {
  if (html === null) return [];
  const whole = { edition: 'whole' as const, html };
  if (audience === 'everyone') return [whole];
  const paywallAt = analyseIssue([whole]).editions[0]?.paywallAt ?? null;
  const before = paywallAt === null ? '' : html.slice(0, paywallAt);
  return before.trim() === '' ? [whole] : [whole, { edition: 'cut', html: before }];
}
