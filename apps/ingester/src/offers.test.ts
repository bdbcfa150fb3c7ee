import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Catalog, type IssueWithStructure, openCatalog, type Publication } from '@readout/catalog';
import type { LogBatch } from '@readout/event-log';
import { encodeRecord, type LogRecord, type PublicId } from '@readout/events';
import { Directory } from './directory.ts';
import { Understanding } from './understanding.ts';

const NOW = 1_780_000_000_000;
const TERMS = {
  name: 'A week',
  trialDays: 7,
  price: 800,
  currency: 'EUR',
  months: 1,
  headline: 'Read on',
  text: '',
  button: 'Start',
  takesCard: false,
};

describe('an offer that a record names', () => {
  let catalog: Catalog;
  let publication: Publication;
  let issue: IssueWithStructure;
  beforeAll(async () => {
    catalog = await openCatalog({ kind: 'embedded', path: null });
    publication = await catalog.createPublication({ name: 'Test', timeZone: 'UTC', isSample: false });
    issue = await catalog.createIssue(publication.id, {
      title: 'One',
      subtitle: '',
      sentAt: new Date(NOW),
      hasPaywall: true,
      sections: [],
      links: [],
    });
  }, 60_000);
  afterAll(() => catalog.close());

  const understood = async (...records: readonly LogRecord[]) => {
    const once = { acceptReplays: async () => [], acceptNotices: async () => [] };
    const understanding = new Understanding(new Directory(catalog), once, () => NOW);
    const batch: LogBatch = {
      records: records.map((record, position) => ({
        origin: { partition: 0, collector: 1, position },
        line: encodeRecord(record),
      })),
      damaged: [],
      next: records.length,
    };
    return understanding.rowsOf(batch);
  };
  const report = (offer?: PublicId): LogRecord => ({
    type: 'report',
    version: 1,
    time: NOW,
    target: issue.publicId,
    token: '',
    visitor: 7,
    events: (['paywall_hit', 'offer_shown', 'call_to_action'] as const).map((kind) => ({
      kind,
      ago: 0,
      ...(offer === undefined ? {} : { offer }),
    })),
  });
  const statement = (offer?: PublicId): LogRecord => ({
    type: 'statement',
    version: 1,
    system: 'webhook',
    time: NOW,
    publication: publication.id,
    subscription: 5,
    ...(offer === undefined ? {} : { offer }),
    says: { what: 'identity' },
  });

  test('is told by its number, with events of pages and with statements', async () => {
    const { publicId, id } = await catalog.createOffer(publication.id, TERMS);
    await catalog.archiveOffer(publication.id, publicId, new Date(NOW));
    const { events, statements, quarantined } = await understood(report(publicId), statement(publicId));
    expect(events.map(({ kind, offer }) => [kind, offer])).toEqual([
      ['paywall_hit', id],
      ['offer_shown', id],
      ['call_to_action', id],
    ]);
    expect(statements.map(({ offer }) => offer)).toEqual([id]);
    expect(quarantined).toEqual([]);
  });

  test('is none where nobody says which, where there is none of that name, and where it is another publication’s', async () => {
    const other = await catalog.createPublication({ name: 'Other', timeZone: 'UTC', isSample: false });
    const { publicId: theirs } = await catalog.createOffer(other.id, TERMS);
    const named = [undefined, '123456789ABC' as PublicId, theirs];
    const { events, statements, quarantined } = await understood(...named.map(report), ...named.map(statement));
    expect(events).toHaveLength(9);
    expect(events.filter((event) => 'offer' in event)).toEqual([]);
    expect(statements.map(({ offer }) => offer)).toEqual([null, null, null]);
    expect(quarantined).toEqual([]);
  });
});
