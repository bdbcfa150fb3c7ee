import type { EventLog } from '@readout/event-log';
import { decodeRecord, type Fact, type ReaderEvent } from '@readout/events';
import type { Warehouse } from '@readout/warehouse';

/** Every line that the log holds at this moment. */
export async function linesOf(log: EventLog): Promise<string[]> {
  return (await recordsOf(log)).map(({ line }) => line);
}

/** Counts the facts in the log, as the ingester would: to whatever the warehouse has of them it adds nothing. */
export async function countFacts(log: EventLog, warehouse: Warehouse): Promise<void> {
  const events = (await recordsOf(log)).flatMap(({ origin, line }) => {
    const decoded = decodeRecord(line);
    return decoded.ok && decoded.record.type === 'fact' ? [eventOf(origin, decoded.record)] : [];
  });
  if (events.length > 0) await warehouse.insertEvents(events);
}

async function recordsOf(log: EventLog) {
  const end = await log.end(0);
  const records: { readonly origin: ReaderEvent['origin']; readonly line: string }[] = [];
  if (end === 0) return records;
  for await (const batch of log.read({
    partition: 0,
    from: 0,
    maxRecords: 100_000,
    signal: new AbortController().signal,
  })) {
    records.push(...batch.records);
    if (batch.next >= end) break;
  }
  return records;
}

/** A fact's numbers are the catalog's own, of which the types know nothing at this border. */
function eventOf(origin: ReaderEvent['origin'], fact: Fact): ReaderEvent {
  const { kind, time, publication, issue, section, link, reader, segment, edition, source, domain } = fact;
  const isFetch = kind === 'opened' || kind === 'clicked';
  return {
    origin,
    kind,
    time,
    publication: publication as ReaderEvent['publication'],
    issue: (issue ?? null) as ReaderEvent['issue'],
    section: (section ?? null) as ReaderEvent['section'],
    link: (link ?? null) as ReaderEvent['link'],
    reader: (reader ?? null) as ReaderEvent['reader'],
    segment: segment ?? 'none',
    edition: edition ?? 'none',
    source,
    verdict: isFetch ? 'human' : 'none',
    reasons: [],
    ...(domain === undefined ? {} : { domain }),
  };
}
