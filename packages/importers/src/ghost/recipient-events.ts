import { isAddress } from '../address.ts';
import type { PlacedEvent } from '../grouping.ts';
import type { Noting } from '../oddities.ts';
import { ownText } from '../own-text.ts';
import type { ImportedKind } from '../source.ts';
import type { ExportRow } from './export-rows.ts';
import { textIn, timeIn } from './read-post.ts';

export const RECIPIENTS = 'email_recipients';

/** Ghost keeps the first open alone, and a failure only where it is for good. */
const COLUMNS: readonly (readonly [string, ImportedKind])[] = [
  ['processed_at', 'sent'],
  ['delivered_at', 'delivered'],
  ['failed_at', 'bounced'],
  ['opened_at', 'opened'],
];

/** What became of one message. In the post's place stands the mail's id: which post it was of comes later in the file. */
export function recipientEvents(row: ExportRow['row'], oddities: Noting, now: number): readonly PlacedEvent[] {
  const address = textIn(row, 'member_email').trim();
  const id = textIn(row, 'id');
  if (!isAddress(address)) {
    oddities.note('unreadable_address', RECIPIENTS, id);
    return [];
  }
  const post = ownText(textIn(row, 'email_id'));
  return COLUMNS.flatMap(([column, kind]) => {
    if ((row[column] ?? '') === '') return [];
    const time = timeIn(row, column);
    if (time === null || time > now) {
      oddities.note(time === null ? 'unreadable_time' : 'future_time', RECIPIENTS, id);
      return [];
    }
    return [{ post, kind, event: { address: ownText(address), time } }];
  });
}
