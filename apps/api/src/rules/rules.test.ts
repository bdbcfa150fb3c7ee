import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Issue, Publication } from '@readout/catalog';
import type { LinkId, ReaderEvent, ReaderId } from '@readout/events';
import { Places } from '@readout/network';
import { type ApiInTest, NOW, startApi, startApiOver } from '../testing/api-in-test.ts';
import { previewOf } from './preview.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const BROWSER = 'Chrome 142 / Windows';
let api: ApiInTest;
let position = 0;
beforeAll(async () => {
  api = await startApi();
}, 60_000);
afterAll(async () => api.close());

const bank = {
  name: 'The gateway of a bank',
  when: { domain: 'bank.example', network: 'hosting' },
  verdict: 'scanner',
};
const office = { name: 'Office', when: { range: '192.0.2.0/24' }, verdict: 'unclear' };

async function newPublication() {
  const { id } = (await api.call('POST', '/api/v1/publications', { body: { name: 'Low Tide' } })).json;
  const publication = (await api.catalog.findPublication(id)) as Publication;
  return { publication, path: `/api/v1/publications/${id}/rules` };
}

/** An issue that went out so many days ago, read by somebody at the bank, somebody at the office, and somebody else. */
async function readIssue(publication: Publication, daysAgo: number) {
  const issue = await api.catalog.createIssue(publication.id, {
    title: `${daysAgo} days ago`,
    subtitle: '',
    sentAt: new Date(NOW - daysAgo * DAY),
    hasPaywall: false,
    sections: [],
    links: [0, 1, 2, 3].map((n) => ({ url: `https://example.org/${n}`, text: '', kind: 'outbound', section: null })),
  });
  const office = new Places(await api.catalog.installationSecret('places')).of('192.0.2.77');
  const event = (
    kind: ReaderEvent['kind'],
    reader: number,
    minutes: number,
    more: Partial<ReaderEvent> = {},
  ): ReaderEvent => ({
    origin: { partition: 0, collector: 5, position: position++ },
    kind,
    time: NOW - daysAgo * DAY + minutes * MINUTE,
    publication: publication.id,
    issue: issue.id,
    section: null,
    link: kind === 'clicked' ? (issue.links[0]?.id as LinkId) : null,
    reader: reader as ReaderId,
    segment: 'free',
    edition: 'whole',
    source: 'redirect',
    verdict: 'none',
    reasons: [],
    ...more,
  });
  const fetched = (
    kind: 'opened' | 'clicked',
    reader: number,
    minutes: number,
    network: 'other' | 'hosting',
    place = 1,
  ) =>
    event(kind, reader, minutes, {
      verdict: 'human',
      reasons: ['ordinary_client'],
      network,
      fetch: { client: BROWSER, method: 'GET', place, shape: 0, confidence: 0.5 },
    });
  await api.warehouse.insertEvents([
    event('sent', 1, 0, { domain: 'mx.bank.example' }),
    event('sent', 2, 0, { domain: 'post.example' }),
    event('sent', 3, 0, { domain: 'post.example' }),
    ...[1, 2, 3].map((reader) => event('delivered', reader, 1)),
    fetched('opened', 1, 30, 'hosting', 11),
    fetched('clicked', 1, 31, 'hosting', 11),
    fetched('opened', 2, 40, 'other', office),
    fetched('clicked', 2, 41, 'other', office),
    fetched('opened', 3, 50, 'other', 13),
    fetched('clicked', 3, 51, 'other', 13),
  ]);
  return issue;
}

async function ended(path: string) {
  let status = (await api.call('GET', path)).json;
  while (status.state === 'running') status = (await api.call('GET', path)).json;
  return status;
}

async function judgeAll(): Promise<void> {
  expect((await api.call('POST', '/api/v1/rebuild?verdicts=all')).status).toBe(202);
  expect(await ended('/api/v1/rebuild')).toMatchObject({ state: 'done', error: null });
}

const figures = async ({ id: publication }: Publication, { id: issue }: Issue) =>
  (await api.warehouse.issueReport({ publication, issue, linkSections: new Map() })).figures;

describe("a publication's own rules", () => {
  test('are replaced as a whole and read back, with a range as it is kept', async () => {
    const { publication, path } = await newPublication();
    expect((await api.call('GET', path)).json).toEqual({ version: 0, rules: [], isApplied: true });
    const put = await api.call('PUT', path, {
      body: { version: 0, rules: [bank, { ...office, when: { range: '192.0.2.77/24' } }] },
    });
    expect([put.status, put.json]).toEqual([
      200,
      {
        version: 1,
        rules: [bank, office].map((rule) => ({ ...rule, id: expect.any(String), createdAt: expect.any(String) })),
        isApplied: false,
      },
    ]);
    expect((await api.call('GET', path)).json).toEqual(put.json);
    const places = new Places(await api.catalog.installationSecret('places'));
    expect((await api.catalog.ownRules(publication.id)).rules[1]?.when).toEqual({
      range: { text: '192.0.2.0/24', place: places.of('192.0.2.1') },
    });
  });

  test('are not changed by who has not read the last change', async () => {
    const { path } = await newPublication();
    expect((await api.call('PUT', path, { body: { version: 0, rules: [bank] } })).status).toBe(200);
    const late = await api.call('PUT', path, { body: { version: 0, rules: [office] } });
    expect([late.status, late.json.code]).toEqual([409, 'conflict']);
    expect(late.json.detail).toMatch(/Read them again/);
    expect((await api.call('GET', path)).json.rules).toMatchObject([bank]);
  });

  const rule = (when: object, more: object = {}) => ({ name: 'A', when, verdict: 'scanner', ...more });
  test.each([
    ['a network larger than what is kept', rule({ range: '192.0.0.0/16' }), /write 192\.0\.0\.0\/24/],
    ['a network smaller than what is kept', rule({ range: '2001:db8:1:2::/64' }), /write 2001:db8:1::\/48/],
    ['an address alone', rule({ range: '192.0.2.1' }), /not a range of addresses/],
    ['no addresses at all', rule({ range: 'office/24' }), /not a range of addresses/],
    ['nothing that must hold', rule({}), /Say when it applies/],
    ['a name with a comma', rule({ client: 'x' }, { name: 'a,b' }), /letters, digits, spaces/],
    ['a domain that is none', rule({ domain: 'a@b' }), /like example\.org/],
    ['a verdict that is none', rule({ client: 'x' }, { verdict: 'none' }), /verdict/],
  ])('are refused with %s, with a sentence', async (_, wrong, sentence) => {
    const { path } = await newPublication();
    for (const [method, address, body] of [
      ['PUT', path, { version: 0, rules: [bank, wrong] }],
      ['POST', `${path}/preview`, { rules: [bank, wrong] }],
    ] as const) {
      const { status, json } = await api.call(method, address, { body });
      expect([status, json.code]).toEqual([400, 'invalid_request']);
      expect(json.errors[0].path).toMatch(/^rules\.1/);
      expect(json.detail).toMatch(sentence);
    }
    expect((await api.call('GET', path)).json.version).toBe(0);
  });

  test('are refused where two have one name, or there are more than 50', async () => {
    const { path } = await newPublication();
    const twice = await api.call('PUT', path, { body: { version: 0, rules: [bank, bank] } });
    expect([twice.status, twice.json.errors]).toEqual([
      400,
      [{ path: 'rules.1.name', message: 'Two rules have the name The gateway of a bank.' }],
    ]);
    const many = Array.from({ length: 51 }, (_, at) => ({ ...bank, name: `${at}` }));
    expect((await api.call('PUT', path, { body: { version: 0, rules: many } })).status).toBe(400);
  });

  test("are for the publication's own keys, and for no other's", async () => {
    const [mine, other] = [await newPublication(), await newPublication()];
    const { key } = (
      await api.call('POST', '/api/v1/keys', { body: { name: 'one', publication: mine.publication.publicId } })
    ).json;
    const calls = (path: string) =>
      [
        ['GET', path, undefined],
        ['PUT', path, { version: 0, rules: [] }],
        ['POST', `${path}/preview`, { rules: [] }],
        ['GET', `${path}/apply`, undefined],
        ['POST', `${path}/apply`, undefined],
      ] as const;
    for (const [method, path, body] of calls(other.path)) {
      expect([method, path, (await api.call(method, path, { key, body })).status]).toEqual([method, path, 404]);
      expect([method, path, (await api.call(method, path, { key: null, body })).status]).toEqual([method, path, 401]);
    }
    for (const [method, path, body] of calls(mine.path)) {
      expect((await api.call(method, path, { key, body })).status).toBeLessThan(300);
    }
    await ended(`${mine.path}/apply`);
  });
});

describe('what other rules would change', () => {
  test('is said for the last days, and nothing is written', async () => {
    const { publication, path } = await newPublication();
    const [recent, old] = [await readIssue(publication, 3), await readIssue(publication, 60)];
    await judgeAll();
    const before = [await figures(publication, recent), await figures(publication, old)];
    const { status, json } = await api.call('POST', `${path}/preview`, { body: { rules: [bank, office] } });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      from: new Date(NOW - 30 * DAY).toISOString(),
      to: new Date(NOW).toISOString(),
      issuesLookedAt: 1,
      issues: 1,
      judged: 6,
      byIssue: [
        {
          id: recent.publicId,
          title: '3 days ago',
          changed: 4,
          readers: { before: 3, after: 1 },
          clicks: { before: 3, after: 1 },
        },
      ],
    });
    const changes = ['opened', 'clicked'].flatMap((kind) => [
      { kind, from: 'human', to: 'scanner', count: 1 },
      { kind, from: 'human', to: 'unclear', count: 1 },
    ]);
    expect(json.changed).toHaveLength(4);
    expect(json.changed).toEqual(expect.arrayContaining(changes));
    expect(json.examples).toHaveLength(4);
    expect(json.examples).toContainEqual({
      issue: recent.publicId,
      kind: 'clicked',
      time: new Date(NOW - 3 * DAY + 31 * MINUTE).toISOString(),
      client: BROWSER,
      network: 'hosting',
      before: { verdict: 'human', reasons: expect.any(Array) },
      after: { verdict: 'scanner', reasons: ['own:The gateway of a bank'] },
    });
    const longer = (await api.call('POST', `${path}/preview`, { body: { rules: [bank], days: 90 } })).json;
    expect(longer).toMatchObject({ issuesLookedAt: 2, issues: 2, judged: 12 });
    expect(longer.byIssue).toHaveLength(2);

    expect([await figures(publication, recent), await figures(publication, old)]).toEqual(before);
    expect((await api.call('GET', path)).json).toMatchObject({ version: 0, rules: [], isApplied: true });
  });

  test('is nothing where the rules say what holds already, or nobody fetched anything', async () => {
    const { publication, path } = await newPublication();
    const nothing = { changed: [], byIssue: [], examples: [] };
    const empty = (await api.call('POST', `${path}/preview`, { body: { rules: [bank] } })).json;
    expect(empty).toMatchObject({ ...nothing, issues: 0, issuesLookedAt: 0, judged: 0 });
    await readIssue(publication, 3);
    const same = (await api.call('POST', `${path}/preview`, { body: { rules: [] } })).json;
    expect(same).toMatchObject({ ...nothing, issues: 1, judged: 6 });
    expect((await api.call('POST', `${path}/preview`, { body: { rules: [], days: 91 } })).status).toBe(400);
  });

  test('says how many issues were looked at where it had to stop, the newest first', async () => {
    const { publication } = await newPublication();
    await readIssue(publication, 5);
    const newest = await readIssue(publication, 2);
    const asked = { rules: [{ name: 'All', when: { client: 'chrome' }, verdict: 'scanner' as const }], days: 30 };
    const deps = { catalog: api.catalog, warehouse: api.warehouse, clock: () => NOW };
    const limited = await previewOf(deps, publication, asked, { fetches: 7, ms: 60_000 });
    expect(limited).toMatchObject({ issuesLookedAt: 1, issues: 2, judged: 6, byIssue: [{ id: newest.publicId }] });
    expect((await previewOf(deps, publication, asked, { fetches: 1, ms: 0 })).issuesLookedAt).toBe(1);
    expect((await previewOf(deps, publication, asked)).issuesLookedAt).toBe(2);
  });
});

describe('judging history by the rules of now', () => {
  test('changes what they say otherwise, and the figures with it, of that publication alone', async () => {
    const [{ publication, path }, other] = [await newPublication(), await newPublication()];
    const [mine, theirs] = [await readIssue(publication, 3), await readIssue(other.publication, 3)];
    await judgeAll();
    const before = await figures(publication, mine);
    expect(before).toMatchObject({ readers: 3, clicks: 3, machineClicks: 0 });
    await api.call('PUT', path, { body: { version: 0, rules: [bank, office] } });
    expect(await figures(publication, mine)).toEqual(before);

    const begun = await api.call('POST', `${path}/apply`);
    expect([begun.status, begun.json]).toMatchObject([202, { state: 'running', step: 'verdicts', share: 0 }]);
    expect((await api.call('POST', `${path}/apply`)).status).toBe(409);
    expect((await api.call('GET', `${other.path}/apply`)).json).toMatchObject({ state: 'idle', startedAt: null });
    const status = await ended(`${path}/apply`);
    expect(status).toMatchObject({ state: 'done', step: null, share: 1, judged: 6, error: null });
    expect(status.changed).toHaveLength(2);
    expect(status.changed).toEqual(
      expect.arrayContaining([
        { from: 'human', to: 'scanner', count: 2 },
        { from: 'human', to: 'unclear', count: 2 },
      ]),
    );
    expect(await figures(publication, mine)).toMatchObject({ readers: 1, clicks: 1, machineClicks: 1 });
    expect(await figures(other.publication, theirs)).toMatchObject({ readers: 3, clicks: 3 });
    expect((await api.call('GET', path)).json.isApplied).toBe(true);

    // Without the rules everything is as it was, to the last reason.
    await api.call('PUT', path, { body: { version: 1, rules: [] } });
    expect((await api.call('GET', path)).json.isApplied).toBe(false);
    await api.call('POST', `${path}/apply`);
    await ended(`${path}/apply`);
    expect(await figures(publication, mine)).toEqual(before);
  });

  test('is done by a rebuild where it is due, of nothing where it is not, and of all where that is asked', async () => {
    const { publication, path } = await newPublication();
    await readIssue(publication, 3);
    await judgeAll();
    await api.call('POST', '/api/v1/rebuild');
    expect(await ended('/api/v1/rebuild')).toMatchObject({ state: 'done', judged: 0, changed: [] });
    await api.call('PUT', path, { body: { version: 0, rules: [bank] } });
    await api.call('POST', '/api/v1/rebuild');
    expect(await ended('/api/v1/rebuild')).toMatchObject({
      state: 'done',
      judged: 6,
      changed: [{ from: 'human', to: 'scanner', count: 2 }],
    });
    await api.call('POST', '/api/v1/rebuild?verdicts=all');
    const all = await ended('/api/v1/rebuild');
    expect(all).toMatchObject({ state: 'done', changed: [] });
    expect(all.judged).toBeGreaterThanOrEqual(6);
    expect((await api.call('POST', '/api/v1/rebuild?verdicts=none')).status).toBe(400);
  });

  test('counts as not done where it was broken off, and the next time does all of it', async () => {
    const { publication, path } = await newPublication();
    const issue = await readIssue(publication, 3);
    await judgeAll();
    await api.call('PUT', path, { body: { version: 0, rules: [bank] } });
    let broken = 'rebuild';
    const warehouse = Object.create(api.warehouse, {
      reviseVerdicts: {
        value: async (...given: Parameters<typeof api.warehouse.reviseVerdicts>) => {
          await api.warehouse.reviseVerdicts(...given);
          if (broken === 'reviseVerdicts') throw new Error('the disk is full');
        },
      },
      rebuild: {
        value: async (progress: (share: number) => void) => {
          if (broken === 'rebuild') throw new Error('the disk is full');
          await api.warehouse.rebuild(progress);
        },
      },
    });
    const over = await startApiOver(api, { warehouse });
    const applied = async () => {
      await over.call('POST', `${path}/apply`);
      let status = (await over.call('GET', `${path}/apply`)).json;
      while (status.state === 'running') status = (await over.call('GET', `${path}/apply`)).json;
      return status;
    };
    for (broken of ['rebuild', 'reviseVerdicts']) {
      const status = await applied();
      expect(status).toMatchObject({ state: 'failed', step: null, error: expect.stringMatching(/begin again/) });
      expect(JSON.stringify(status)).not.toMatch(/disk is full/);
      expect((await over.call('GET', path)).json.isApplied).toBe(false);
    }
    broken = 'nothing';
    expect(await applied()).toMatchObject({ state: 'done', judged: 6, changed: [] });
    expect(await figures(publication, issue)).toMatchObject({ readers: 2, clicks: 2, machineClicks: 1 });
    expect((await over.call('GET', path)).json.isApplied).toBe(true);
    await over.close();
  });

  test('goes on where a publication is removed meanwhile', async () => {
    const [gone, kept] = [await newPublication(), await newPublication()];
    await readIssue(gone.publication, 3);
    await readIssue(kept.publication, 3);
    await api.call('POST', '/api/v1/rebuild?verdicts=all');
    await api.call('DELETE', `/api/v1/publications/${gone.publication.publicId}`);
    expect(await ended('/api/v1/rebuild')).toMatchObject({ state: 'done' });
  });
});
