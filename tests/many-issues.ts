import { join } from 'node:path';
import { openCatalog } from '@readout/catalog';
import type { EventKind, IssueId, PublicationId, ReaderEvent, ReaderId } from '@readout/events';
import { openWarehouse } from '@readout/warehouse';

const DAY_MS = 86_400_000;
/** One that the log has not, so that nothing collected stands in the way. */
const PARTITION = 90;
export const MANY = 2_000;
/** The day on which the last of them goes out, at 07:00 in Madrid. */
const LAST_DAY = Date.UTC(2026, 1, 27, 6);

/** Titles as they come now and then. */
export const RIGHT_TO_LEFT = 'أمواج البحر الأبيض المتوسط ومدّه وجزره';
export const LONG = 'A title of three hundred characters '.repeat(9).slice(0, 300);
export const EMPTY_LOOKING = '\u200B\u3164';

export interface ManyIssues {
  readonly publication: string;
  /** Public ids, the oldest first. */
  readonly issues: readonly string[];
}

/**
 * Writes a publication with 2,000 issues and a few readers of each into a data folder that nobody has open, past the
 * collector: what is tested is the reading. A tenth goes to paying readers alone; tags, clicks and readers differ.
 */
export async function writeManyIssues(dataDirectory: string): Promise<ManyIssues> {
  const catalog = await openCatalog({ kind: 'embedded', path: join(dataDirectory, 'catalog') });
  const publication = await catalog.createPublication({ name: 'Many', timeZone: 'Europe/Madrid', isSample: false });
  const issues: string[] = [];
  const events: ReaderEvent[] = [];
  for (let at = 0; at < MANY; at++) {
    const sentAt = LAST_DAY - (MANY - 1 - at) * DAY_MS;
    const { id, publicId } = await catalog.createIssue(publication.id, {
      title: titleOf(at),
      subtitle: at % 2 === 0 ? 'Of harbours and their señales' : '',
      sentAt: new Date(sentAt),
      hasPaywall: at % 2 === 0,
      tags: [...(at % 5 === 0 ? ['Harbour'] : []), ...(at % 7 === 0 ? ['Tides'] : [])],
      sections: [],
      links: [],
    });
    issues.push(publicId);
    events.push(...eventsOf(publication.id, id, at, sentAt));
  }
  await catalog.close();
  const warehouse = await openWarehouse({ kind: 'embedded', path: join(dataDirectory, 'warehouse') });
  await warehouse.insertEvents(events.map((event, position) => ({ ...event, origin: { ...event.origin, position } })));
  await warehouse.close();
  return { publication: publication.publicId, issues };
}

function titleOf(at: number): string {
  if (at === MANY - 2) return RIGHT_TO_LEFT;
  if (at === MANY - 3) return LONG;
  if (at === MANY - 4) return EMPTY_LOOKING;
  return `Issue ${at + 1}: ${['the quiet harbour', 'low water', 'a señal at sea', 'what the tide brings'][at % 4]}`;
}

/** Twenty recipients; from none to fifteen read, some of them click. */
export const readersOf = (at: number): number => (at * 7) % 16;

function eventsOf(publication: PublicationId, issue: IssueId, at: number, sentAt: number): ReaderEvent[] {
  const event = (kind: EventKind, reader: number, minutes: number): ReaderEvent => ({
    // Its place is told by whoever writes it.
    origin: { partition: PARTITION, collector: 1, position: 0 },
    kind,
    time: sentAt + minutes * 60_000,
    publication,
    issue,
    section: null,
    link: null,
    reader: reader as ReaderId,
    segment: kind !== 'sent' ? 'none' : reader % 2 === 0 || at % 10 === 0 ? 'premium' : 'free',
    edition: 'none',
    source: 'api',
    verdict: kind === 'opened' || kind === 'clicked' ? 'human' : 'none',
    reasons: [],
  });
  const people = (many: number) => Array.from({ length: many }, (_, one) => one + 1);
  return [
    ...people(20).map((reader) => event('sent', reader, 0)),
    ...people(readersOf(at)).map((reader) => event('opened', reader, 20 * reader * (1 + (at % 3)))),
    ...people(Math.floor(readersOf(at) / 4)).map((reader) => event('clicked', reader, 30 * reader)),
    ...people(at % 2 === 0 ? at % 5 : 0).map((reader) => event('paywall_hit', reader, 40)),
  ];
}
