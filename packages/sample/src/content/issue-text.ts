/** A post quoted in an issue. The handle is invented; it links to `https://x.com/<handle>/status/<status>`. */
interface Post {
  readonly post: string;
  readonly status: string;
  readonly text: string;
}

/** Something to listen to or to watch. */
interface Media {
  readonly media: string;
  readonly label: string;
}

/** Where the cut edition ends: between two blocks, or, as a section's last block, between two sections. */
export const PAYWALL = { paywall: true } as const;

/**
 * A block of a section. Text is a paragraph; `[words](https://…)` within it is a link.
 * What stands behind the paywall in the same section holds no links: so a link's section tells who can see it.
 */
export type Block = string | Post | Media | typeof PAYWALL;

export interface SectionText {
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface IssueText {
  readonly title: string;
  readonly subtitle: string;
  readonly sections: readonly SectionText[];
}

export const section = (title: string, ...blocks: readonly Block[]): SectionText => ({ title, blocks });

export const post = (handle: string, status: string, text: string): Post => ({ post: handle, status, text });

export const listen = (media: string, label: string): Media => ({ media, label });
