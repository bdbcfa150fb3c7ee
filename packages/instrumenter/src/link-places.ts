import { readMessage } from './message.ts';
import type { HrefSpan } from './structure.ts';

/** An address in an issue's HTML, tracked or not, in the order of the source. */
export interface LinkPlace extends Pick<HrefSpan, 'start' | 'end' | 'quote'> {
  /** Entities decoded, as it is written. */
  readonly href: string;
}

/** Every place that leads somewhere; Outlook's own as well. */
export function linkPlaces(html: string): readonly LinkPlace[] {
  return readMessage(html)
    .links.map(({ href, place }) => ({ ...place, href }))
    .sort((a, b) => a.start - b.start);
}
