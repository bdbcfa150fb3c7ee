import type { LoggedRecord } from '@readout/event-log';
import { decodeRecord, type Notice, type Origin, type PublicationId } from '@readout/events';
import type { LoggedNotice, Warehouse } from '@readout/warehouse';

/** Records, and of the notices among them what they say, by their origins: reading that takes long. */
export interface ReadRecords {
  readonly records: readonly LoggedRecord[];
  readonly notices: ReadonlyMap<Origin, Notice>;
}

/**
 * The records without those in which a mail provider says again what it has said before: it sends its reports until it
 * gets an answer, and may lose that. One that was put aside and is replayed is none of them. Nearly always there is no
 * notice among the records, and nothing to ask.
 */
export async function withoutRepeatedNotices(
  records: readonly LoggedRecord[],
  warehouse: Pick<Warehouse, 'acceptNotices'>,
): Promise<ReadRecords> {
  const notices = new Map<Origin, Notice>();
  const logged: LoggedNotice[] = [];
  for (const { line, origin } of records) {
    if (!line.startsWith('{"type":"notice"')) continue;
    const decoded = decodeRecord(line);
    if (!decoded.ok || decoded.record.type !== 'notice') continue;
    const { publication, provider, time, id } = decoded.record;
    notices.set(origin, decoded.record);
    logged.push({ publication: publication as PublicationId, provider, time, id, origin });
  }
  if (logged.length === 0) return { records, notices };
  const accepted = await warehouse.acceptNotices(logged);
  const repeated = new Set(logged.flatMap(({ origin }, at) => (accepted[at] ? [] : [origin])));
  return { records: records.filter(({ origin }) => !repeated.has(origin)), notices };
}
