import { instantIn } from '../instant.ts';
import type { ImportedPost } from '../source.ts';
import type { ExportRow } from './export-rows.ts';
import { postHtml } from './post-html.ts';

type Row = ExportRow['row'];

export function textIn(row: Row, name: string): string {
  const value = row[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

/** UTC, milliseconds: Ghost's database keeps times in UTC, and with SQLite they say no zone. */
export function timeIn(row: Row, name: string): number | null {
  const value = row[name];
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : null;
  return typeof value === 'string' ? (instantIn(value)?.time ?? null) : null;
}

/** `page`: not of the newsletter. `draft`: nobody ever got it. */
export function standingOf(row: Row): 'issue' | 'draft' | 'page' {
  // Before Ghost 3 a page was a post with a mark.
  if (textIn(row, 'type') === 'page' || row['page'] === true || row['page'] === 1) return 'page';
  return ['published', 'sent'].includes(textIn(row, 'status')) ? 'issue' : 'draft';
}

export function hasText(row: Row): boolean {
  return textIn(row, 'html').trim() !== '';
}

export function readPost(row: Row, tags: readonly string[]): ImportedPost {
  // `paid`, `tiers`, and filters such as `product:gold`, as older versions wrote them.
  const isForPaying = !['public', 'members', ''].includes(textIn(row, 'visibility'));
  return {
    key: textIn(row, 'id'),
    title: textIn(row, 'title'),
    subtitle: textIn(row, 'custom_excerpt'),
    sentAt: timeIn(row, 'published_at'),
    html: hasText(row) ? postHtml(textIn(row, 'html'), isForPaying) : null,
    audience: isForPaying ? 'paying' : 'everyone',
    tags,
  };
}
