import { createHash } from 'node:crypto';
import type { ImportedPost } from '@readout/importers';

/** Letters of a title, and of a subtitle. */
const LONGEST = 500;
/** 132 bits of SHA-256 in base64url: two texts have the same by no accident. */
const LENGTH = 22;

/** What an issue is called that is made of this post. */
export interface Heading {
  readonly title: string;
  readonly subtitle: string;
}

/** What an issue's post looked like when it was imported: by this a later export's changes are told. */
export interface KnownPost {
  /** What the source calls it. */
  readonly key: string;
  /** Fingerprints; empty: nobody noted it. */
  readonly heading: string;
  readonly text: string;
}

export function headingOf({ key, title, subtitle }: Pick<ImportedPost, 'key' | 'title' | 'subtitle'>): Heading {
  return { title: title.trim().slice(0, LONGEST) || `Post ${key}`, subtitle: subtitle.trim().slice(0, LONGEST) };
}

export function headingPrint({ title, subtitle }: Heading): string {
  return print([title, subtitle]);
}

/** Of the text and of who may read it: what its sections and links are made of. */
export function textPrint({ html, audience }: Pick<ImportedPost, 'html' | 'audience'>): string {
  return print([html, audience]);
}

/** What has changed of a post since it was imported. */
export function changesOf(post: ImportedPost, known: KnownPost): { readonly heading: boolean; readonly text: boolean } {
  return {
    heading: known.heading !== '' && known.heading !== headingPrint(headingOf(post)),
    text: known.text !== '' && known.text !== textPrint(post),
  };
}

function print(parts: readonly (string | null)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, LENGTH);
}
