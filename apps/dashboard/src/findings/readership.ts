import type { IssueReport } from '@readout/api-contract';
import { ratio } from '../format/numbers.ts';
import { type Contrast, contrastOf } from './contrast.ts';

type Segments = IssueReport['segments'];
type Segment = Segments[number]['segment'];

/** Below this many delivered a segment's open rate is not compared with another's. */
const FEW_DELIVERED = 50;

/** The two ends of how readily segments open, or null where fewer than two are large enough or all do alike. */
export function segmentContrast(segments: Segments): Contrast<Segment> | null {
  const large = segments.filter(({ delivered }) => delivered >= FEW_DELIVERED);
  return contrastOf(
    large.map(({ segment, readers, delivered }) => ({ name: segment, share: ratio(readers, delivered) ?? 0 })),
  );
}

/** Links whose text says nothing of their own: a top place of theirs is no finding. */
const WITHOUT_INTEREST = new Set(['unsubscribe', 'contents']);

/** From fewer clickers of an issue than this, what most of them chose is chance and no finding. */
const FEW_CLICKERS = 10;

/**
 * The link that most clickers chose, with their share of all who clicked anything. Null where too few clicked, or as
 * many chose another.
 * @param clickers of the issue
 */
export function leadingLink(
  links: IssueReport['links'],
  clickers: number,
): {
  readonly link: IssueReport['links'][number];
  readonly share: number;
  /** A link in the contents, which is passed over here, has more. */
  readonly outsideContents: boolean;
} | null {
  const link = leading(
    links.filter((one) => !WITHOUT_INTEREST.has(one.kind)),
    clickers,
  );
  if (link === null) return null;
  const outsideContents = links.some((one) => one.kind === 'contents' && one.clickers > link.clickers);
  return { link, share: Math.min(1, link.clickers / clickers), outsideContents };
}

/**
 * The section with most clickers. Null where too few clicked, or as many clicked in another.
 * @param clickers of the issue
 */
export function leadingSection(
  sections: IssueReport['sections'],
  clickers: number,
): IssueReport['sections'][number] | null {
  return leading(sections, clickers);
}

function leading<Counted extends { readonly clickers: number }>(all: readonly Counted[], clickers: number) {
  const [first, second] = all.toSorted((a, b) => b.clickers - a.clickers);
  if (first === undefined || clickers < FEW_CLICKERS || first.clickers === (second?.clickers ?? 0)) return null;
  return first;
}

/** Where the paywall stands: before this section (an ordinal place in the list), within it, or nowhere. */
export type PaywallPlace =
  | { readonly place: 'before'; readonly index: number }
  | { readonly place: 'within'; readonly index: number }
  | null;

export function paywallPlace(sections: readonly { readonly access: 'before' | 'across' | 'behind' }[]): PaywallPlace {
  const across = sections.findIndex((one) => one.access === 'across');
  if (across >= 0) return { place: 'within', index: across };
  const behind = sections.findIndex((one) => one.access === 'behind');
  return behind >= 0 ? { place: 'before', index: behind } : null;
}

/** Host of a destination without "www.", or the text itself where it is no address. */
export function hostOf(url: string): string {
  try {
    return new URL(url).host.replace(/^www\./, '');
  } catch {
    return url;
  }
}
