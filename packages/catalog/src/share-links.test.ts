import { expect, test } from '@jest/globals';
import { InvalidCursorError, type NewShareLink } from './catalog.ts';
import { newPublication, onBothEngines } from './testing/engines.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 2, 2, hour));
let hashes = 0;
const link = (given: Partial<NewShareLink> = {}): NewShareLink => ({
  hash: Uint8Array.from({ length: 32 }, (_, place) => (place === 0 ? ++hashes : 7)),
  label: 'For the board',
  subject: { show: 'overview', days: 30 },
  files: false,
  sites: ['https://board.example'],
  actor: 'key',
  keyName: 'Board report',
  createdAt: at(6),
  expiresAt: at(20),
  ...given,
});

onBothEngines('links without sign-in', (engine) => {
  test('are found by their hash alone, with their publication, and never tell it', async () => {
    const { catalog } = engine;
    const publication = await newPublication(catalog);
    const { hash, ...given } = link();
    const made = await catalog.createShareLink(publication.id, { hash, ...given });
    expect(made).toEqual({
      ...given,
      publicId: made.publicId,
      revokedAt: null,
      opened: 0,
      lastOpenedAt: null,
    });
    expect(await catalog.findShareLink(hash)).toEqual({ link: made, publication });
    expect(await catalog.findShareLink(hash.with(31, 8))).toBeNull();
    await expect(catalog.createShareLink(publication.id, link({ hash }))).rejects.toThrow();
  });

  test('count how often they were opened, each its own', async () => {
    const { catalog } = engine;
    const { id } = await newPublication(catalog);
    const [opened, other] = [link(), link()];
    const { publicId } = await catalog.createShareLink(id, opened);
    await catalog.createShareLink(id, other);
    await Promise.all([7, 7, 7, 7].map((hour) => catalog.noteShareLinkOpened(publicId, at(hour))));
    await catalog.noteShareLinkOpened(publicId, at(9));
    expect((await catalog.findShareLink(opened.hash))?.link).toMatchObject({ opened: 5, lastOpenedAt: at(9) });
    expect((await catalog.findShareLink(other.hash))?.link).toMatchObject({ opened: 0, lastOpenedAt: null });
  });

  test('are revoked once and restored for a while, by their own publication alone', async () => {
    const { catalog } = engine;
    const [{ id }, other] = [await newPublication(catalog), await newPublication(catalog)];
    const { publicId } = await catalog.createShareLink(id, link());
    expect(await catalog.revokeShareLink(other.id, publicId, at(8))).toBeNull();
    expect(await catalog.restoreShareLink(id, publicId, at(0))).toBeNull();
    expect(await catalog.revokeShareLink(id, publicId, at(8))).toMatchObject({ revokedAt: at(8) });
    expect(await catalog.revokeShareLink(id, publicId, at(9))).toMatchObject({ revokedAt: at(8) });
    expect(await catalog.restoreShareLink(id, publicId, at(9))).toBeNull();
    expect(await catalog.restoreShareLink(other.id, publicId, at(8))).toBeNull();
    expect(await catalog.restoreShareLink(id, publicId, at(8))).toMatchObject({ revokedAt: null });
  });

  test('are listed page by page, the newest first, each publication’s its own', async () => {
    const { catalog } = engine;
    const [{ id }, other] = [await newPublication(catalog), await newPublication(catalog)];
    for (const hour of [1, 2, 2, 2, 3])
      await catalog.createShareLink(id, link({ createdAt: at(hour), label: `${hour}` }));
    await catalog.createShareLink(other.id, link());
    const found = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof catalog.listShareLinks>> = await catalog.listShareLinks(id, {
        limit: 2,
        ...(cursor === null ? {} : { cursor }),
      });
      found.push(...page.items);
      cursor = page.next;
    } while (cursor !== null);
    expect(found.map(({ label }) => label)).toEqual(['3', '2', '2', '2', '1']);
    expect(new Set(found.map(({ publicId }) => publicId)).size).toBe(5);
    await expect(catalog.listShareLinks(id, { limit: 2, cursor: 'x' })).rejects.toThrow(InvalidCursorError);
    await expect(catalog.listShareLinks(id, { limit: 201 })).rejects.toThrow(RangeError);
  });

  test('go with their publication', async () => {
    const { catalog } = engine;
    const { id } = await newPublication(catalog);
    const given = link();
    await catalog.createShareLink(id, given);
    await catalog.deletePublication(id);
    expect(await catalog.findShareLink(given.hash)).toBeNull();
  });
});
