import type { Noting } from '../oddities.ts';
import { withoutActions } from './campaign-html.ts';
import type { DatabaseRow } from './reading.ts';

export interface Campaign {
  readonly id: string;
  readonly title: string;
  readonly tags: readonly string[];
  /** UTC, milliseconds. */
  readonly sentAt: number | null;
  /** To how many, which is all that listmonk keeps of it. */
  readonly sent: number;
}

export function textIn(row: DatabaseRow, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : '';
}

export function numberIn(row: DatabaseRow, column: string): number | null {
  const value = row[column];
  return typeof value === 'number' && Number.isFinite(value) ? Math.floor(value) : null;
}

/** Those that went out; of the others it is told why they are none. */
export function readCampaigns(rows: readonly DatabaseRow[], oddities: Noting): readonly Campaign[] {
  return rows.flatMap((row) => {
    const id = textIn(row, 'id');
    // Asks whether somebody wants to be on a list: nothing to read.
    const isIssue = textIn(row, 'type') !== 'optin';
    if (!isIssue) oddities.note('unknown_kind', 'campaigns', id);
    else if (row['wentOut'] !== true) oddities.note('draft', 'campaigns', id);
    if (!isIssue || row['wentOut'] !== true) return [];
    return [
      {
        id,
        title: withoutActions(textIn(row, 'subject')).trim(),
        tags: tagsIn(textIn(row, 'tags')),
        sentAt: numberIn(row, 'sentAt'),
        sent: numberIn(row, 'sent') ?? 0,
      },
    ];
  });
}

function tagsIn(json: string): readonly string[] {
  const tags: unknown = JSON.parse(json || '[]');
  return Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [];
}
