import type { LoggedRecord } from '@readout/event-log';
import { decodeRecord, type PublicationId } from '@readout/events';
import type { LoggedNotice, Warehouse } from '@readout/warehouse';

/**
 * The records without those in which a mail provider says again what it has said before: it sends its reports until it
 * gets an answer, and may lose that. One that was put aside and is replayed is none of them. Nearly always there is no
 * notice among the records, and nothing to ask.
 */
export async function withoutRepeatedNotices(
  records: readonly LoggedRecord[],
  warehouse: Pick<Warehouse, 'acceptNotices'>,
): Promise<readonly LoggedRecord[]> {
  const notices: LoggedNotice[] = [];
  for (const { line, origin } of records) {
    if (!line.startsWith('{"type":"notice"')) continue;
    const decoded = decodeRecord(line);
    if (!decoded.ok || decoded.record.type !== 'notice') continue;
    const { publication, provider, time, id } = decoded.record;
    notices.push({ publication: publication as PublicationId, provider, time, id, origin });
  }
  if (notices.length === 0) return records;
  const accepted = await warehouse.acceptNotices(notices);
  const repeated = new Set(notices.flatMap(({ origin }, at) => (accepted[at] ? [] : [origin])));
  return records.filter(({ origin }) => !repeated.has(origin));
}
