import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Catalog, Publication } from '@readout/catalog';
import { decodeRecord, type Fact, type LogRecord } from '@readout/events';
import type { SampleInput } from '@readout/sample';
import { verifyToken } from '@readout/tokens';
import { type ApiInTest, NOW, startApi, startApiOver } from '../testing/api-in-test.ts';
import { countFacts, linesOf } from '../testing/counted.ts';
import type { SampleSource } from './sample-source.ts';

const HOUR = 3_600_000;
const READERS = 10;
/** Two issues, to ten readers each, half of whom open. */
const RECORDS = 30;
/** What the source says that will come: nearly right, as the real one. */
const ESTIMATE = 40;

/** What is about to go wrong, for one test at a time. */
const trouble: { source: Error | null; ingesting: Error | null } = { source: null, ingesting: null };
const seen: { input: SampleInput | null } = { input: null };

const html = (title: string, more: string) =>
  `<h1>${title}</h1><h2>Ebb</h2><p><a href="https://example.org/ebb">ebb</a></p>${more}`;
const small: SampleSource = {
  publication: { name: 'Small Waters', timeZone: 'Europe/Madrid' },
  issues: (now) =>
    ['First', 'Second'].map((title, index) => ({
      title,
      subtitle: `${title} of two`,
      sentAt: now - (48 - index * 24) * HOUR,
      whole: html(title, '<h2>Flood</h2><p><a href="https://example.org/flood">flood</a></p>'),
      cut: html(title, '<p><a href="https://example.org/join">Subscribe</a></p>'),
    })),
  readers: () =>
    Array.from({ length: READERS }, (_, index) => ({
      reference: `plain-name-${index}`,
      segment: index % 2 === 0 ? ('free' as const) : ('premium' as const),
    })),
  recordCount: () => ESTIMATE,
  records: recordsOf,
};

function* recordsOf(input: SampleInput): Generator<LogRecord> {
  seen.input = input;
  for (const issue of input.issues) {
    for (const [index, { id: reader, segment }] of input.readers.entries()) {
      const edition = segment === 'premium' ? 'whole' : 'cut';
      const fact = {
        type: 'fact' as const,
        version: 1 as const,
        publication: input.publication,
        issue: issue.id,
        reader,
        segment,
        edition: edition as Fact['edition'],
        source: 'sample' as const,
      };
      yield { ...fact, kind: 'sent', time: issue.sentAt };
      if (index % 2 === 0) yield { ...fact, kind: 'opened', time: issue.sentAt + HOUR };
    }
    if (trouble.source !== null) throw trouble.source;
  }
}

/** Holds counting up while it is closed. */
class Sluice {
  #opened = Promise.resolve();
  #open = () => {};
  shut(): void {
    this.#opened = new Promise((resolve) => {
      this.#open = resolve;
    });
  }
  open(): void {
    this.#open();
  }
  passed(): Promise<void> {
    return this.#opened;
  }
}

let api: ApiInTest;
const sluice = new Sluice();
const ingested = async () => {
  await sluice.passed();
  if (trouble.ingesting !== null) throw trouble.ingesting;
  await countFacts(api.log, api.warehouse);
};

beforeAll(async () => {
  api = await startApi({ ingested }, small);
}, 60_000);
afterAll(async () => {
  sluice.open();
  await api.close();
});

const sample = (method: string, of = api) => of.call(method, '/api/v1/sample');
const names = async () => (await api.catalog.listPublications()).map(({ name }) => name);
async function theOne(): Promise<Publication> {
  const [publication] = await api.catalog.listPublications();
  if (publication === undefined) throw new Error('the sample is not there');
  return publication;
}
const ABSENT = { state: 'absent', publication: null, done: 0, total: 0, secondsLeft: null, error: null };

/** The status as soon as it is the one waited for. */
async function become(wanted: (status: Status) => boolean, of = api): Promise<Status> {
  for (let attempt = 0; attempt < 250; attempt++) {
    const status: Status = (await sample('GET', of)).json;
    if (wanted(status)) return status;
    await setTimeout(20);
  }
  throw new Error(`it stayed ${(await sample('GET', of)).text}`);
}
interface Status {
  readonly state: string;
  readonly publication: string | null;
  readonly done: number;
  readonly total: number;
  readonly secondsLeft: number | null;
  readonly error: string | null;
}
const state = (name: string) => (status: Status) => status.state === name;
const allInLog = ({ state, done }: Status) => state === 'loading' && done === RECORDS;

async function load(): Promise<Status> {
  await sample('POST');
  return become(state('ready'));
}
async function removeSample(): Promise<void> {
  await sample('DELETE');
  await become(state('absent'));
}

describe('the sample publication', () => {
  test('is absent at first', async () => {
    const { status, json } = await sample('GET');
    expect([status, json]).toEqual([200, ABSENT]);
  });

  test('loads through the log, says how far it is, and is ready when all of it is counted', async () => {
    sluice.shut();
    const before = await api.log.end(0);
    const begun = await sample('POST');
    expect([begun.status, begun.json.state]).toEqual([202, 'loading']);

    const loading = await become(allInLog);
    expect(loading).toMatchObject({ done: RECORDS, total: ESTIMATE, secondsLeft: null, error: null });
    expect(await names()).toEqual(['Small Waters (loading)']);
    expect((await api.call('GET', `/api/v1/publications/${loading.publication}`)).json).toMatchObject({
      id: loading.publication,
      isSample: true,
      timeZone: 'Europe/Madrid',
    });
    // Thirty records in three seconds leave one second for ten more.
    api.now = NOW + 3_000;
    expect((await sample('GET')).json.secondsLeft).toBe(1);
    api.now = NOW;

    sluice.open();
    const ready = await become(state('ready'));
    expect(ready).toEqual({ ...ABSENT, state: 'ready', publication: loading.publication });
    expect(await names()).toEqual(['Small Waters']);

    const lines = (await linesOf(api.log)).slice(before);
    expect(lines).toHaveLength(RECORDS);
    const facts = lines.flatMap((line) => {
      const decoded = decodeRecord(line);
      return decoded.ok && decoded.record.type === 'fact' ? [decoded.record] : [];
    });
    expect(facts).toHaveLength(RECORDS);
    expect(new Set(facts.map(({ source }) => source))).toEqual(new Set(['sample']));
    expect(lines.join('')).not.toContain('plain-name');
  });

  test('has issues, readers and figures like any other', async () => {
    const { publication } = (await sample('GET')).json;
    const { items } = (await api.call('GET', `/api/v1/publications/${publication}/issues`)).json;
    expect(items.map(({ title }: { title: string }) => title)).toEqual(['Second', 'First']);
    for (const item of items) {
      expect(item).toMatchObject({ hasPaywall: true, figures: { sent: 10, delivered: 10, readers: 5, openRate: 0.5 } });
      const report = (await api.call('GET', `/api/v1/publications/${publication}/issues/${item.id}/report`)).json;
      expect(report.links).toHaveLength(3);
      expect(report.sections.map(({ access }: { access: string }) => access)).toContain('behind');
      const cut = await api.call('GET', `/api/v1/publications/${publication}/issues/${item.id}/editions/cut`);
      expect(cut.json.html).toContain(`https://read.example.com/o/${item.id}/{{ readout_token }}.gif`);
    }
    const { input } = seen;
    const key = await api.catalog.signingKey((await theOne()).id);
    expect(input?.readers.map(({ token }) => verifyToken(token, () => key))).toEqual(
      input?.readers.map(({ id }) => ({ ok: true, publication: input.publication, reader: id })),
    );
    expect(await api.catalog.countReaders(key.publication)).toEqual({ free: 5, trial: 0, premium: 5 });
  });

  test('is not loaded a second time when it is there', async () => {
    const { status, json } = await sample('POST');
    expect([status, json.code, json.detail]).toEqual([409, 'conflict', 'The sample is there already.']);
    expect(await names()).toHaveLength(1);
    await api.server.loadSample();
    expect(await names()).toHaveLength(1);
  });

  test('goes with everything in it, and comes again as another one', async () => {
    const first = await theOne();
    expect((await api.warehouse.versions(first.id)).size).toBe(2);

    const { status, json } = await sample('DELETE');
    expect([status, json.state, json.publication]).toEqual([202, 'removing', first.publicId]);
    expect(await become(state('absent'))).toEqual(ABSENT);
    expect(await api.catalog.listPublications()).toEqual([]);
    expect((await api.warehouse.versions(first.id)).size).toBe(0);
    expect((await api.call('GET', `/api/v1/publications/${first.publicId}`)).status).toBe(404);

    const again = await load();
    expect(again.publication).not.toBe(first.publicId);
    expect((await api.warehouse.versions(first.id)).size).toBe(0);
    await removeSample();
  });

  test('is absent already where it is removed twice', async () => {
    const { status, json } = await sample('DELETE');
    expect([status, json]).toEqual([202, ABSENT]);
  });

  test('goes with its publication, and the status says so', async () => {
    const { publication } = await load();
    expect((await api.call('DELETE', `/api/v1/publications/${publication}`)).status).toBe(204);
    expect((await sample('GET')).json).toEqual(ABSENT);
    expect(await names()).toEqual([]);
  });

  test('while it is loading, is neither loaded twice nor renamed', async () => {
    sluice.shut();
    await sample('POST');
    const { publication } = await become(allInLog);
    const second = await sample('POST');
    expect([second.status, second.json.detail]).toEqual([409, 'The sample is being loaded already.']);
    const renamed = await api.call('PATCH', `/api/v1/publications/${publication}`, { body: { name: 'Mine' } });
    expect([renamed.status, renamed.json.code]).toEqual([409, 'conflict']);
    sluice.open();
    await become(state('ready'));
    const now = await api.call('PATCH', `/api/v1/publications/${publication}`, { body: { name: 'Mine' } });
    expect([now.status, now.json.name]).toEqual([200, 'Mine']);
    await removeSample();
  });

  test('of several who ask at once, loads for one', async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => sample('POST')));
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409, 409, 409]);
    await become(state('ready'));
    expect(await names()).toEqual(['Small Waters']);
    await removeSample();
  });

  test('is removed in the middle of loading, and not loaded while it is removed', async () => {
    sluice.shut();
    await sample('POST');
    await become(allInLog);
    expect((await sample('DELETE')).json.state).toBe('removing');
    const load = await sample('POST');
    expect([load.status, load.json.detail]).toEqual([409, 'The sample is being removed. Load it after that.']);
    sluice.open();
    expect(await become(state('absent'))).toEqual(ABSENT);
    expect(await names()).toEqual([]);
  });

  test('is removed in the last moment of loading as well, and never called ready then', async () => {
    const renaming = new Sluice();
    renaming.shut();
    let isRenaming = false;
    const updatePublication: Catalog['updatePublication'] = async (id, change) => {
      isRenaming = true;
      await renaming.passed();
      return api.catalog.updatePublication(id, change);
    };
    const catalog = Object.create(api.catalog, { updatePublication: { value: updatePublication } });
    const over = await startApiOver(api, { ingested, catalog }, small);
    await sample('POST', over);
    await become(() => isRenaming, over);
    await sample('DELETE', over);
    renaming.open();
    expect((await become(({ state }) => state !== 'removing', over)).state).toBe('absent');
    expect(await names()).toEqual([]);
    await over.close();
  });
});

describe('a sample that cannot be loaded', () => {
  test('leaves nothing behind, says so, and can be removed or loaded again', async () => {
    trouble.source = new Error('the source has run dry');
    await sample('POST');
    const failed = await become(state('failed'));
    trouble.source = null;
    expect(failed.publication).toBeNull();
    expect(failed.error).toMatch(/could not be loaded; the server's log has the reason.*was removed/);
    expect(await names()).toEqual([]);
    expect(api.logged.join('')).toContain('the source has run dry');

    await sample('DELETE');
    expect(await become(({ state }) => state !== 'removing')).toEqual(ABSENT);

    trouble.source = new Error('the source has run dry again');
    await expect(api.server.loadSample()).rejects.toThrow('could not be loaded');
    trouble.source = null;
    expect((await load()).error).toBeNull();
    await removeSample();
  });

  test('is named where it could not be cleaned up either, and goes when that works again', async () => {
    trouble.ingesting = new Error('the ingester is away');
    await sample('POST');
    const failed = await become(state('failed'));
    expect(failed.error).toContain('Remove what is there, or load it again.');
    expect(failed.publication).toMatch(/^\w{12}$/);
    expect(await names()).toEqual(['Small Waters (loading)']);

    await sample('DELETE');
    const stuck = await become(state('failed'));
    expect(stuck.error).toContain('could not be removed');
    expect(stuck.publication).toBe(failed.publication);

    trouble.ingesting = null;
    await removeSample();
    expect(await names()).toEqual([]);
  });

  test('keeps no API from closing where its removal fails meanwhile', async () => {
    await load();
    const leaving = await startApiOver(api, { ingested }, small);
    sluice.shut();
    trouble.ingesting = new Error('the ingester is away');
    await sample('DELETE', leaving);
    const closed = leaving.close();
    sluice.open();
    await closed;
    expect(leaving.logged.join('')).toContain('the sample publication could not be removed');
    trouble.ingesting = null;
    await removeSample();
  });
});

describe('a load that was interrupted', () => {
  /** An API that is closed in the middle of loading, and the one after it. */
  async function restarted(): Promise<{ readonly left: string; readonly next: ApiInTest }> {
    sluice.shut();
    const first = await startApiOver(api, { ingested }, small);
    await sample('POST', first);
    const { publication } = await become(allInLog, first);
    await first.close();
    sluice.open();
    return { left: publication ?? '', next: await startApiOver(api, { ingested }, small) };
  }

  test('is recognised after a restart, and removed on demand', async () => {
    const { left, next } = await restarted();
    const { state: name, publication, error } = (await sample('GET', next)).json;
    expect([name, publication]).toEqual(['failed', left]);
    expect(error).toMatch(/interrupted when Readout stopped/);
    expect(await names()).toEqual(['Small Waters (loading)']);
    await sample('DELETE', next);
    await become(state('absent'), next);
    expect(await names()).toEqual([]);
    await next.close();
  });

  test('begins again from nothing when it is loaded again', async () => {
    const { left, next } = await restarted();
    const old = await theOne();
    expect(old.publicId).toBe(left);
    await sample('POST', next);
    const ready = await become(state('ready'), next);
    expect(ready.publication).not.toBe(left);
    expect(await names()).toEqual(['Small Waters']);
    expect((await api.warehouse.versions(old.id)).size).toBe(0);
    await next.close();

    const after = await startApiOver(api, { ingested }, small);
    expect((await sample('GET', after)).json).toEqual(ready);
    await sample('DELETE', after);
    await become(state('absent'), after);
    await after.close();
  });

  test('is begun again at the start, where the start is told to load', async () => {
    const { next } = await restarted();
    await next.server.loadSample();
    expect((await sample('GET', next)).json.state).toBe('ready');
    expect(await names()).toEqual(['Small Waters']);
    await sample('DELETE', next);
    await become(state('absent'), next);
    await next.close();
  });
});

describe('the sample', () => {
  test("is the owner's alone", async () => {
    const { id } = (await api.call('POST', '/api/v1/publications', { body: { name: 'Low Tide' } })).json;
    const { key } = (await api.call('POST', '/api/v1/keys', { body: { name: 'one', publication: id } })).json;
    for (const method of ['GET', 'POST', 'DELETE']) {
      expect((await api.call(method, '/api/v1/sample', { key })).status).toBe(403);
      expect((await api.call(method, '/api/v1/sample', { key: null })).status).toBe(401);
    }
    expect(await names()).toEqual(['Low Tide']);
    expect((await sample('GET')).json).toEqual(ABSENT);
  });
});
