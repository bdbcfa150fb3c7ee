import type { Edition, LinkKind } from '@readout/events';

export interface EditionInput {
  readonly edition: Exclude<Edition, 'none'>;
  readonly html: string;
}

/** What is asked for beyond what stands in the HTML. */
export interface Wishes {
  /** A link that nobody sees, for machines to follow; `site` is the publication's web origin, null where it has none. */
  readonly honeypot?: { readonly site: string | null };
}

export interface FoundSection {
  readonly title: string;
  /** Where it stands to the paywall: `across` begins before and ends behind it; `before` where there is no paywall. */
  readonly access: 'before' | 'across' | 'behind';
}

export interface FoundLink {
  /** The destination: absolute http or https, entities decoded. */
  readonly url: string;
  /** What the link says, white space folded, at most 200 characters; an image's alt text; may be empty. */
  readonly text: string;
  readonly kind: LinkKind;
  /** Index into `sections`; null before the first section. */
  readonly section: number | null;
}

/** A span of an edition's HTML (UTF-16 offsets, end exclusive) that a link's address is written into. */
export interface HrefSpan {
  readonly start: number;
  readonly end: number;
  /** Index into `links`. */
  readonly link: number;
  /** How the value stood in the source, so that what replaces it is quoted alike. */
  readonly quote: '"' | "'" | '';
}

export interface AnalysedEdition {
  readonly edition: Exclude<Edition, 'none'>;
  readonly html: string;
  readonly hrefs: readonly HrefSpan[];
  /** Offset at which the pixel goes: before `</body>`, or at the end. */
  readonly pixelAt: number;
  /** Index into `links` of the one that nobody sees, which goes where the pixel goes; null: there is none. */
  readonly honeypot: number | null;
  /** Offset of the paywall mark; null where there is none. */
  readonly paywallAt: number | null;
  /** Whether it is AMP for Email, which lets no `<img>` through. */
  readonly amp: boolean;
}

/** What an issue is made of, found across its editions. */
export interface IssueStructure {
  readonly title: string | null;
  readonly hasPaywall: boolean;
  readonly sections: readonly FoundSection[];
  readonly links: readonly FoundLink[];
  readonly editions: readonly AnalysedEdition[];
  /** Things the author should know: a link left alone and why, a contents line that names no section. */
  readonly notices: readonly Notice[];
}

export interface Notice {
  readonly code:
    | 'unsupported_scheme'
    | 'invalid_url'
    | 'relative_url'
    | 'contents_without_section'
    | 'already_tracked'
    | 'edition_differs'
    | 'personal_link'
    | 'no_honeypot';
  readonly message: string;
}

/** A destination that must never be stored, such as `javascript:` or one with a line break in it. */
export class UnsafeDestinationError extends Error {
  readonly code = 'UNSAFE_DESTINATION';
  constructor(
    readonly destination: string,
    message: string,
  ) {
    super(message);
  }
}

export interface Addresses {
  /** Where the collector stands, without a slash at the end, such as `https://read.example.com`. */
  readonly base: string;
  /** Public id of the issue. */
  readonly issue: string;
  /** Public ids of the links, by index. */
  readonly links: readonly string[];
  /** What the mail provider replaces with the reader's token, such as `{{ token }}`, `*|TOKEN|*`, `%%token%%`, `[[token]]`. */
  readonly mergeTag: string;
}
