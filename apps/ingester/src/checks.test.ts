import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Catalog, type IssueWithStructure, openCatalog, type Publication } from '@readout/catalog';
import { encodeRecord, type Hit, type ReaderId } from '@readout/events';
import { mintToken } from '@readout/tokens';
import { Directory } from './directory.ts';
import { Understanding } from './understanding.ts';

const NOW = 1_780_000_000_000;
const CHECK = 0x8000_0000 + 17;

let catalog: Catalog;
let publication: Publication;
let issue: IssueWithStructure;
/** Of the publication: somebody's who tries out, and a reader's. */
let [checking, reading] = ['', ''];
beforeAll(async () => {
  catalog = await openCatalog({ kind: 'embedded', path: null });
  publication = await catalog.createPublication({ name: 'Test', timeZone: 'UTC', isSample: false });
  issue = await catalog.createIssue(publication.id, {
    title: 'One',
    subtitle: '',
    sentAt: new Date(NOW),
    hasPaywall: false,
    sections: [],
    links: [],
  });
  const key = await catalog.signingKey(publication.id);
  [checking, reading] = [mintToken(key, CHECK as ReaderId), mintToken(key, 17 as ReaderId)];
}, 60_000);
afterAll(() => catalog.close());

async function understood(...hits: readonly Partial<Hit>[]) {
  const once = { acceptReplays: async () => [], acceptNotices: async () => [] };
  const records = hits.map((hit, position) => ({
    origin: { partition: 0, collector: 1, position },
    line: encodeRecord({
      type: 'hit',
      version: 1,
      kind: 'opened',
      time: NOW,
      target: publication.publicId,
      token: checking,
      method: 'GET',
      source: 'pixel',
      ...hit,
    }),
  }));
  const understanding = new Understanding(new Directory(catalog), once, () => NOW);
  return understanding.rowsOf({ records, damaged: [], next: records.length });
}

test('a check is written down as one, and is no event', async () => {
  const { events, checks, quarantined } = await understood({}, { time: NOW + 5 });
  expect(checks).toEqual([
    { publication: publication.id, check: CHECK, time: NOW },
    { publication: publication.id, check: CHECK, time: NOW + 5 },
  ]);
  expect([events, quarantined]).toEqual([[], []]);
});

test('what has not the token of a check, or is no open, is none', async () => {
  const forged = `${checking.slice(0, -4)}AAAA`;
  const { events, checks, quarantined } = await understood(
    { token: reading },
    { token: forged },
    { token: '' },
    { kind: 'clicked', source: 'redirect' },
  );
  expect([events, checks]).toEqual([[], []]);
  expect(quarantined.map(({ reason }) => reason)).toEqual([
    ...Array.from({ length: 3 }, () => 'issue is not in the catalog'),
    'link is not in the catalog',
  ]);
});

test('of an issue its token is nobody’s, so that it makes no reader', async () => {
  const { events, checks } = await understood({ target: issue.publicId });
  expect(checks).toEqual([]);
  expect(events).toMatchObject([{ reader: null, verdict: 'unclear' }]);
});
