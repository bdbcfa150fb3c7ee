import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type AttentionItem, attention, type CollectionState } from '@readout/api-contract';
import { type ApiInTest, NOW, startApi } from '../testing/api-in-test.ts';
import { HistoryInTest, readers } from '../testing/events-in-test.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const RECIPIENTS = readers(1, 200);
const spool: CollectionState['spool'] = {
  bytes: 850,
  maxBytes: 1_000,
  waitingRecords: 4,
  oldestWaitingAgeSeconds: 60,
  state: 'fine',
  whenFull: 'refuse',
  dropped: { opened: 0, clicked: 0, other: 0 },
  refused: 0,
};

let api: ApiInTest;
let state: CollectionState['spool']['state'] = 'fine';
beforeAll(async () => {
  api = await startApi({ collection: async () => ({ spool: { ...spool, state } }) });
}, 60_000);
afterAll(async () => api.close());

/** How an issue did, as far as it is not as usual. */
interface Did {
  readonly readers?: readonly number[];
  readonly bounced?: number;
  readonly scanned?: number;
  /** Whom it went to; left out: nobody's standing is known. */
  readonly segment?: 'free' | 'premium';
}

/** Twenty ordinary issues, one a day, and the newest as it is said to be. Every other reader is at example.org. */
async function publicationWith(did: (daysAgo: number) => Did, days = 20): Promise<string> {
  const { id } = (await api.call('POST', '/api/v1/publications', { body: { name: 'Low Tide' } })).json;
  const publication = await api.catalog.findPublication(id);
  if (publication === null) throw new Error('the publication is not there');
  const history = new HistoryInTest(api.catalog, api.warehouse, publication);
  for (let daysAgo = days; daysAgo >= 1; daysAgo--) {
    const at = NOW - daysAgo * DAY;
    const issue = await history.issue(`${daysAgo} days ago`, at);
    const { readers: some = readers(1, 78 + (daysAgo % 5)), bounced = 1, scanned = 2, segment } = did(daysAgo);
    for (const reader of RECIPIENTS) {
      const domain = reader % 2 === 0 ? 'example.org' : 'example.com';
      history.add('sent', [reader], at, issue, { domain, ...(segment !== undefined && { segment }) });
    }
    history.add('bounced', RECIPIENTS.slice(RECIPIENTS.length - bounced), at, issue);
    history.add('opened', some, at + HOUR, issue);
    history.add('opened', readers(1, scanned), at + 1_000, issue, { verdict: 'scanner' });
  }
  await history.write();
  return id;
}

async function itemsOf(id: string, key?: string): Promise<readonly AttentionItem[]> {
  const path = `/api/v1/publications/${id}/attention`;
  return attention.parse((await api.call('GET', path, key === undefined ? {} : { key })).json).items;
}
const newest = { title: '1 days ago', id: expect.any(String) };

describe('what needs attention', () => {
  test('is nothing where all is as usual, and nothing is claimed of a few issues', async () => {
    expect(await itemsOf(await publicationWith(() => ({})))).toEqual([]);
    const drop = (daysAgo: number) => (daysAgo === 1 ? { readers: [], bounced: 60, scanned: 90 } : {});
    expect(await itemsOf(await publicationWith(drop, 5))).toEqual([]);
    const { id } = (await api.call('POST', '/api/v1/publications', { body: { name: 'Empty' } })).json;
    expect(await itemsOf(id)).toEqual([]);
  });

  test('few readers, for the age of the newest issue', async () => {
    const id = await publicationWith((daysAgo) => (daysAgo === 1 ? { readers: readers(1, 50) } : {}));
    expect(await itemsOf(id)).toEqual([
      { kind: 'few_readers', issue: newest, readers: 50, low: 78, median: 80, hours: 24, issues: 19 },
    ]);
    // Three hours after it went out nobody knows.
    api.now = NOW - DAY + 3 * HOUR;
    expect(await itemsOf(id)).toEqual([]);
    api.now = NOW;
  });

  test('issues to paying readers, who read more, are no measure for one to everyone', async () => {
    const before = { segment: 'premium', readers: readers(1, 150) } as const;
    const now = (segment: 'free' | 'premium') => (daysAgo: number) =>
      daysAgo === 1 ? { segment, readers: readers(1, 79) } : before;
    expect(await itemsOf(await publicationWith(now('free')))).toEqual([]);
    expect(await itemsOf(await publicationWith(now('premium')))).toMatchObject([{ kind: 'few_readers', issues: 19 }]);
  });

  test('a domain that stopped opening', async () => {
    const atCom = readers(1, 160).filter((reader) => reader % 2 === 1);
    const id = await publicationWith((daysAgo) => (daysAgo <= 3 ? { readers: atCom } : {}));
    expect(await itemsOf(id)).toEqual([
      // One of the last recipients bounced, at example.org.
      {
        kind: 'domain_stopped',
        issue: newest,
        domain: 'example.org',
        delivered: 297,
        readers: 0,
        usual: 119,
        issues: 3,
      },
    ]);
  });

  test('an open rate that fell for weeks', async () => {
    const id = await publicationWith(
      (daysAgo) => (daysAgo < 30 ? { readers: readers(1, 60 + (daysAgo % 5)) } : {}),
      60,
    );
    const [item, ...others] = await itemsOf(id);
    expect(others).toEqual([]);
    expect(item).toMatchObject({ kind: 'open_rate_fell', issues: 28 });
    if (item?.kind !== 'open_rate_fell') throw new Error('not what was expected');
    expect(item.now).toBeCloseTo(62 / 199, 2);
    expect(item.before).toBeCloseTo(80 / 199, 2);
    expect(item.low).toBeLessThan(item.now - item.before);
    expect(item.high).toBeLessThan(0);
  });

  test('bounces and scanners that came far more often', async () => {
    const id = await publicationWith((daysAgo) => (daysAgo === 1 ? { bounced: 40, scanned: 90 } : {}));
    expect(await itemsOf(id)).toEqual([
      { kind: 'bounces_up', issue: newest, bounced: 40, share: 0.2, usual: 0.005 },
      {
        kind: 'scanners_up',
        issue: newest,
        of: 'scanner_opens',
        share: 90 / 160,
        usual: 2 / 199,
        times: expect.closeTo(55.97, 1),
      },
    ]);
  });

  test('quarantine and waiting events, for the owner alone', async () => {
    const id = await publicationWith(() => ({}), 2);
    const { key } = (await api.call('POST', '/api/v1/keys', { body: { name: 'k', publication: id } })).json;
    await api.warehouse.insertQuarantine([
      { origin: { partition: 0, collector: 9, position: 1 }, reason: 'not JSON', line: '{', time: NOW },
    ]);
    state = 'filling';
    expect(await itemsOf(id)).toEqual([
      { kind: 'spool', state: 'filling', bytes: 850, maxBytes: 1_000, whenFull: 'refuse' },
      { kind: 'quarantine', events: 1 },
    ]);
    expect(await itemsOf(id, key)).toEqual([]);
    state = 'fine';
  });
});
