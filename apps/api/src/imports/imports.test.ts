import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type ApiInTest, OWNER_KEY, startApi, startApiOver } from '../testing/api-in-test.ts';

const MOST_BYTES = 50_000;
let api: ApiInTest;
let folder: string;
let publication: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'readout-imports-'));
  api = await startApi({ importsDirectory: folder, importMaxBytes: MOST_BYTES });
  publication = (await api.call('POST', '/api/v1/publications', { body: { name: 'Low Tide' } })).json.id;
}, 60_000);
afterAll(async () => {
  await api.close();
  await rm(folder, { recursive: true });
});

const imports = () => `/api/v1/publications/${publication}/imports`;
const begin = async () => (await api.call('POST', imports(), { body: { format: 'substack' } })).json.id as string;
const bytes = { 'content-type': 'application/octet-stream' };
const send = (id: string, raw: string, name = 'export.zip', headers: Record<string, string> = bytes) =>
  api.call('PUT', `${imports()}/${id}/files/${encodeURIComponent(name)}`, { raw, headers });

/** Without saying how long it is. */
function sendUnmeasured(id: string, text: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { ...bytes, authorization: `Bearer ${OWNER_KEY}` };
    const path = `${imports()}/${id}/files/a.zip`;
    const put = request({ port: api.port, method: 'PUT', path, headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    put.on('error', reject);
    put.write(text.slice(0, 10));
    put.end(text.slice(10));
  });
}

async function settled(id: string) {
  for (;;) {
    const { json } = await api.call('GET', `${imports()}/${id}`);
    if (json.state !== 'looking' && json.state !== 'running') return json;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

describe('the routes of imports', () => {
  test('are for the owner and for keys of the publication, and for nobody else', async () => {
    const id = await begin();
    const other = (await api.call('POST', '/api/v1/publications', { body: { name: 'Other' } })).json.id;
    const keyOf = async (of: string) =>
      (await api.call('POST', '/api/v1/keys', { body: { name: 'x', publication: of } })).json.key as string;
    const [own, foreign] = [await keyOf(publication), await keyOf(other)];
    const routes = [
      ['GET', ''],
      ['POST', ''],
      ['GET', `/${id}`],
      ['PUT', `/${id}/files/a.zip`],
      ['POST', `/${id}/look`],
      ['POST', `/${id}/start`],
      ['POST', `/${id}/cancel`],
      ['DELETE', `/${id}`],
    ] as const;
    for (const [method, path] of routes) {
      expect((await api.call(method, `${imports()}${path}`, { key: null, body: {} })).status).toBe(401);
      expect((await api.call(method, `${imports()}${path}`, { key: foreign, body: {} })).status).toBe(404);
    }
    expect((await api.call('GET', imports(), { key: own })).status).toBe(200);
    // Nor is it found under a publication that it is not of.
    const elsewhere = `/api/v1/publications/${other}/imports/${id}`;
    expect((await api.call('GET', elsewhere)).status).toBe(404);
    expect((await api.call('DELETE', elsewhere)).status).toBe(404);
    expect((await api.call('DELETE', `${imports()}/${id}`, { key: own })).status).toBe(204);
  });

  test('tell how an import stands, the newest first, and nothing of a database’s password', async () => {
    const database = 'postgres://reader:secret@localhost:5432/listmonk';
    const made = await api.call('POST', imports(), { body: { format: 'listmonk', database } });
    expect(made.status).toBe(201);
    expect(made.text).not.toContain('secret');
    const { json } = await api.call('GET', imports());
    expect(json.items[0]).toMatchObject({
      id: made.json.id,
      format: 'listmonk',
      state: 'waiting',
      files: [],
      found: null,
    });
    await api.call('DELETE', `${imports()}/${made.json.id}`);
  });

  test.each([
    ['a format that is none', { format: 'papyrus' }, /format/],
    ['a database where none is read', { format: 'substack', database: 'postgres://x' }, /Only listmonk/],
    ['no database where one is', { format: 'listmonk' }, /address of its PostgreSQL/],
  ])('refuse %s', async (_, body, words) => {
    const { status, json } = await api.call('POST', imports(), { body });
    expect(status).toBe(400);
    expect(json.detail).toMatch(words);
  });

  test('refuse to start what nobody has looked at, to cancel what is not under way, and what is not there', async () => {
    const id = await begin();
    expect((await api.call('POST', `${imports()}/${id}/start`, { body: {} })).status).toBe(409);
    expect((await api.call('POST', `${imports()}/${id}/cancel`, { body: {} })).status).toBe(409);
    expect((await api.call('GET', `${imports()}/hB4tZs8WqLpE`)).status).toBe(404);
    expect((await api.call('GET', `${imports()}/nothing`)).status).toBe(404);
    await api.call('DELETE', `${imports()}/${id}`);
  });
});

describe('a file of an import', () => {
  test('is taken as it is, in place of one of the same name, and is gone with the import', async () => {
    const id = await begin();
    await send(id, 'short');
    const { status, json } = await send(id, 'a longer one');
    expect(status).toBe(200);
    expect(json).toMatchObject({ state: 'waiting', files: [{ name: 'export.zip', bytes: 12 }] });
    await Promise.all(['a.csv', 'b.csv', 'c.csv'].map((name) => send(id, name, name)));
    expect((await api.call('GET', `${imports()}/${id}`)).json.files).toHaveLength(4);
    expect(await readdir(join(folder, id))).toHaveLength(4);
    expect((await api.call('DELETE', `${imports()}/${id}`)).status).toBe(204);
    expect(await readdir(folder)).not.toContain(id);
  });

  test('that is too large, of a type that is none, or has a name that leads elsewhere is refused, and nothing of it is kept', async () => {
    const id = await begin();
    const tooLarge = await send(id, 'x'.repeat(MOST_BYTES + 1));
    expect(tooLarge.status).toBe(413);
    expect(tooLarge.json.detail).toMatch(/READOUT_IMPORT_MAX_MB/);
    expect(await sendUnmeasured(id, 'x'.repeat(MOST_BYTES + 1))).toBe(413);
    expect((await send(id, '{}', 'a.zip', { 'content-type': 'application/json' })).status).toBe(415);
    expect((await send(id, 'x', '../../evil.zip')).status).toBe(400);
    expect(await readdir(join(folder, id))).toEqual([]);
    expect((await api.call('GET', `${imports()}/${id}`)).json.files).toEqual([]);
    await api.call('DELETE', `${imports()}/${id}`);
  });

  test('that breaks off leaves nothing that looks whole', async () => {
    const id = await begin();
    await new Promise<void>((resolve) => {
      const put = request({
        port: api.port,
        method: 'PUT',
        path: `${imports()}/${id}/files/export.zip`,
        headers: { ...bytes, authorization: `Bearer ${OWNER_KEY}`, 'content-length': '1000' },
      });
      put.on('error', () => resolve());
      put.write('only the beginning', () => setTimeout(() => put.destroy(), 100));
    });
    for (let tries = 0; tries < 50 && (await readdir(join(folder, id))).length > 0; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(await readdir(join(folder, id))).toEqual([]);
    expect((await api.call('GET', `${imports()}/${id}`)).json.files).toEqual([]);
    await api.call('DELETE', `${imports()}/${id}`);
  });
});

describe('an import', () => {
  test('of what is no archive stops with a sentence that says so, and may be given another file', async () => {
    const id = await begin();
    await api.call('POST', `${imports()}/${id}/look`, { body: {} });
    expect(await settled(id)).toMatchObject({
      state: 'stopped',
      problem: expect.stringMatching(/give the ZIP archive/),
    });
    await send(id, 'this is no archive');
    expect((await api.call('POST', `${imports()}/${id}/look`, { body: {} })).status).toBe(202);
    expect(await settled(id)).toMatchObject({
      state: 'stopped',
      problem: expect.stringMatching(/not a ZIP archive/),
      found: null,
    });
    expect((await send(id, 'another')).json).toMatchObject({ state: 'waiting', problem: null });
    await api.call('DELETE', `${imports()}/${id}`);
  });

  test('is the only one of its publication that is under way', async () => {
    const [one, other] = [await begin(), await begin()];
    const first = await api.catalog.changeImport(one as never, ['waiting'], { state: 'running' });
    expect(first).not.toBeNull();
    const second = await api.call('POST', `${imports()}/${other}/look`, { body: {} });
    expect(second.status).toBe(409);
    expect(second.json.detail).toMatch(/Another import/);
    expect((await api.call('GET', `${imports()}/${other}`)).json.state).toBe('waiting');
    await api.catalog.changeImport(one as never, ['running'], { state: 'stopped' });
    for (const id of [one, other]) await api.call('DELETE', `${imports()}/${id}`);
  });

  test('that was under way when Readout ended is stopped after the next start; leftovers are removed', async () => {
    const id = await begin();
    await send(id, 'x');
    await api.catalog.changeImport(id as never, ['waiting'], { state: 'running' });
    const after = await startApiOver(api, { importsDirectory: folder });
    const { json } = await after.call('GET', `${imports()}/${id}`);
    expect(json).toMatchObject({ state: 'stopped', problem: expect.stringMatching(/goes on where it was/) });
    await after.close();
    // On another server of a cluster, whose files are elsewhere, it is nobody's to stop.
    await api.catalog.changeImport(id as never, ['stopped'], { state: 'running' });
    const elsewhere = await startApiOver(api, { importsDirectory: join(folder, 'elsewhere') });
    expect((await elsewhere.call('GET', `${imports()}/${id}`)).json.state).toBe('running');
    await elsewhere.close();
    await api.catalog.changeImport(id as never, ['running'], { state: 'stopped' });
    await api.call('DELETE', `${imports()}/${id}`);
  });

  test('is gone with its files when its publication is removed', async () => {
    const of = (await api.call('POST', '/api/v1/publications', { body: { name: 'Short' } })).json.id;
    const path = `/api/v1/publications/${of}/imports`;
    const { id } = (await api.call('POST', path, { body: { format: 'substack' } })).json;
    await api.call('PUT', `${path}/${id}/files/a.zip`, { raw: 'x', headers: bytes });
    expect(await readdir(folder)).toContain(id);
    expect((await api.call('DELETE', `/api/v1/publications/${of}`)).status).toBe(204);
    expect(await readdir(folder)).not.toContain(id);
  });
});
