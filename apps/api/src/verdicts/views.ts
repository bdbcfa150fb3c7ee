import {
  fetchVerdict,
  type IssueClients,
  type IssueDomains,
  type JudgedEvent as JudgedEventView,
  type VerdictSplit,
} from '@readout/api-contract';
import type { Link } from '@readout/catalog';
import { traitsOf } from '@readout/engagement';
import type { LinkId } from '@readout/events';
import type { ClientFigures, DomainFigures, FetchCounts, JudgedEvent, VerdictRows } from '@readout/warehouse';
import { reasonView } from './reasons.ts';

/** All five verdicts, whether there is anything of them or not. */
export function splitView(
  { events, readers, settling, verdicts }: VerdictRows,
  kind: VerdictSplit['kind'],
  link: Link | null,
): VerdictSplit {
  const byVerdict = new Map(verdicts.map((row) => [row.verdict, row]));
  return {
    kind,
    link: link?.publicId ?? null,
    events,
    readers,
    settling,
    verdicts: fetchVerdict.options.map((verdict) => {
      const row = byVerdict.get(verdict) ?? { events: 0, readers: 0, settling: 0, reasons: [] };
      return {
        verdict,
        events: row.events,
        readers: row.readers,
        settling: row.settling,
        reasons: row.reasons.map((reason) => ({ ...reasonView(reason.name), events: reason.events })),
      };
    }),
  };
}

export function judgedEventView(event: JudgedEvent, links: ReadonlyMap<LinkId, Link>): JudgedEventView {
  const { time, kind, verdict, reasons, confidence, client, network, country, segment, isSettled } = event;
  const link = event.link === null ? undefined : links.get(event.link);
  return {
    time: new Date(time).toISOString(),
    kind,
    verdict,
    reasons: reasons.map(reasonView),
    confidence,
    client: client === '' ? null : client,
    network,
    country: country === '' ? null : country,
    link: link === undefined ? null : { id: link.publicId, text: link.text },
    segment,
    settled: isSettled,
    secondsSinceSent: secondsBetween(event.sentAt, time),
    secondsSinceDelivery: secondsBetween(event.deliveredAt, time),
  };
}

export function clientsView(rows: readonly ClientFigures[]): IssueClients {
  return {
    items: rows.map(({ family, label, ...counts }) => ({
      client: family,
      group: family === null ? 'other' : traitsOf(label).kind,
      ...countsView(counts),
    })),
  };
}

export function domainsView(rows: readonly DomainFigures[]): IssueDomains {
  return {
    items: rows.map(({ known: _, domain, recipients, delivered, bounced, ...counts }) => ({
      domain,
      recipients,
      delivered,
      bounced,
      ...countsView(counts),
    })),
    known: rows.reduce((sum, { known }) => sum + known, 0),
  };
}

function countsView({ opensByVerdict, ...counts }: FetchCounts) {
  return { ...counts, opensByVerdict: { ...opensByVerdict } };
}

function secondsBetween(from: number | null, to: number): number | null {
  return from === null ? null : (to - from) / 1000;
}
