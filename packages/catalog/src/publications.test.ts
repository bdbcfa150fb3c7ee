import { expect, test } from '@jest/globals';
import { isPublicId, type KeyId, type PublicationId, type PublicId } from '@readout/events';
import type { Publication } from './catalog.ts';
import { NotInCatalogError } from './errors.ts';
import { newPublication, onBothEngines } from './testing/engines.ts';
import { bareIssue } from './testing/new-issue.ts';

const NOBODY = '111111111111' as PublicId;
/** The second is what an array's own notation would stumble over. */
const SITES = ['https://letters.example', 'http://a,"b"{c}\\ null.example:8080', 'null', ''];
const BEYOND_INTEGER = [0, -1, 0.5, Number.NaN, 2_147_483_648, 4_294_967_295, 1e300];

onBothEngines('publications', (engine) => {
  test('a publication is found as it was made, with a public id', async () => {
    const { catalog } = engine;
    const made = await catalog.createPublication({ name: 'Olas ñ 🌊', timeZone: 'Europe/Madrid', isSample: true });
    expect(made).toEqual({
      id: expect.any(Number),
      publicId: expect.any(String),
      name: 'Olas ñ 🌊',
      timeZone: 'Europe/Madrid',
      isSample: true,
      sites: [],
      tracksOpens: true,
      tracksClicks: true,
      tracksReaders: true,
      plantsHoneypot: false,
      showsReaders: false,
      attributionDays: 7,
      createdAt: expect.any(Date),
    });
    expect(isPublicId(made.publicId)).toBe(true);
    expect(Math.abs(made.createdAt.getTime() - Date.now())).toBeLessThan(60_000);
    expect(await catalog.findPublication(made.publicId)).toEqual(made);
    expect(await catalog.publicationExists(made.id)).toBe(true);
  });

  test('publications are listed in the order of their making', async () => {
    const { catalog } = engine;
    const made = [await newPublication(catalog, 'b'), await newPublication(catalog, 'a')];
    expect((await catalog.listPublications()).slice(-2)).toEqual(made);
  });

  test('a change of name or time zone changes that and nothing else', async () => {
    const { catalog } = engine;
    const made = await newPublication(catalog);
    const other = await newPublication(catalog);
    expect(await catalog.updatePublication(made.id, { name: 'High Tide' })).toEqual({ ...made, name: 'High Tide' });
    const moved = { ...made, name: 'High Tide', timeZone: 'UTC' };
    expect(await catalog.updatePublication(made.id, { timeZone: 'UTC' })).toEqual(moved);
    expect(await catalog.updatePublication(made.id, {})).toEqual(moved);
    expect(await catalog.findPublication(made.publicId)).toEqual(moved);
    expect(await catalog.findPublication(other.publicId)).toEqual(other);
  });

  test('a publication may be made with its sites, and with what it does not track', async () => {
    const { catalog } = engine;
    const quiet = { tracksOpens: false, tracksClicks: false, tracksReaders: false };
    const settings = { sites: SITES, ...quiet, plantsHoneypot: true, showsReaders: true };
    const made = await catalog.createPublication({ name: 'Quiet', timeZone: 'UTC', isSample: false, ...settings });
    expect(made).toMatchObject(settings);
    expect(await catalog.findPublication(made.publicId)).toEqual(made);
    expect(await catalog.listPublications()).toContainEqual(made);
  });

  test.each([
    { sites: SITES },
    { tracksOpens: false },
    { tracksClicks: false },
    { tracksReaders: false },
    { plantsHoneypot: true },
    { showsReaders: true },
  ])('a change to %j changes that and nothing else, and can be taken back', async (change) => {
    const { catalog } = engine;
    const made = await newPublication(catalog);
    const other = await newPublication(catalog);
    expect(await catalog.updatePublication(made.id, change)).toEqual({ ...made, ...change });
    expect(await catalog.findPublication(made.publicId)).toEqual({ ...made, ...change });
    expect(await catalog.findPublication(other.publicId)).toEqual(other);
    const { sites, tracksOpens, tracksClicks, tracksReaders, plantsHoneypot, showsReaders } = made;
    const before = { sites, tracksOpens, tracksClicks, tracksReaders, plantsHoneypot, showsReaders };
    expect(await catalog.updatePublication(made.id, before)).toEqual(made);
  });

  test('what is not there is null', async () => {
    const { catalog } = engine;
    const gone = 2_000_000_000 as PublicationId;
    expect(await catalog.findPublication(NOBODY)).toBeNull();
    expect(await catalog.findPublication('\0 not an id' as PublicId)).toBeNull();
    expect(await catalog.updatePublication(gone, { name: 'x' })).toBeNull();
    expect(await catalog.updatePublication(gone, {})).toBeNull();
    expect(await catalog.updatePublication(gone, { tracksOpens: false })).toBeNull();
    expect(await catalog.findTokenKey(2_000_000_000 as KeyId)).toBeNull();
    await expect(catalog.deletePublication(gone)).resolves.toBeUndefined();
  });

  test('a number that no row can have is not there either, as one from a forged token', async () => {
    const { catalog } = engine;
    for (const number of BEYOND_INTEGER) {
      expect(await catalog.publicationExists(number as PublicationId)).toBe(false);
      expect(await catalog.findTokenKey(number as KeyId)).toBeNull();
    }
  });

  test('NUL and lone surrogates in a name or a site become U+FFFD', async () => {
    const { catalog } = engine;
    const { id } = await newPublication(catalog, 'a\0b\uD800c');
    const made = await catalog.updatePublication(id, { sites: ['https://\0.example'] });
    if (made === null) throw new Error('the publication is gone');
    expect(made.name).toBe('a\uFFFDb\uFFFDc');
    expect(made.sites).toEqual(['https://\uFFFD.example']);
    expect(await catalog.findPublication(made.publicId)).toEqual(made);
  });

  test('a publication has a token key from the start, and after a rotation the new one signs and the old one holds', async () => {
    const { catalog } = engine;
    const publication = await newPublication(catalog);
    const other = await newPublication(catalog);
    const first = await catalog.signingKey(publication.id);
    expect(first).toEqual({
      id: expect.any(Number),
      publication: publication.id,
      secret: expect.any(Uint8Array),
      createdAt: expect.any(Date),
    });
    expect(first.secret).toHaveLength(32);
    const second = await catalog.rotateTokenKey(publication.id);
    expect(second.secret).not.toEqual(first.secret);
    expect(await catalog.signingKey(publication.id)).toEqual(second);
    expect(await catalog.findTokenKey(first.id)).toEqual(first);
    expect((await catalog.signingKey(other.id)).publication).toBe(other.id);
  });

  test('with a publication goes all that hangs on it, and nothing of another', async () => {
    const { catalog } = engine;
    const contents = bareIssue({
      sections: [{ title: 'One', access: 'before' }],
      links: [{ url: 'https://example.com/', text: '', kind: 'outbound', section: 0 }],
    });
    const hash = (byte: number) => new Uint8Array(32).fill(byte);
    const [doomed, spared] = [await newPublication(catalog), await newPublication(catalog)];
    const fill = async ({ id }: Publication, keyHash: Uint8Array) => {
      const issue = await catalog.createIssue(id, contents);
      await catalog.saveEditions(issue.id, [{ edition: 'whole', originalHtml: '<p>', trackedHtml: '<p>' }]);
      await catalog.upsertReaders(id, [{ reference: hash(1), segment: 'free' }]);
      await catalog.createApiKey({ name: 'k', hash: keyHash, hint: 'ro_', publication: id });
      const { id: tokenKey } = await catalog.signingKey(id);
      return async () => [
        await catalog.publicationExists(id),
        (await catalog.findIssue(id, issue.publicId)) !== null,
        (await catalog.findIssueTarget(issue.publicId)) !== null,
        (await catalog.findLinkTarget(issue.links[0]?.publicId ?? NOBODY)) !== null,
        (await catalog.findEdition(issue.id, 'whole')) !== null,
        (await catalog.findTokenKey(tokenKey)) !== null,
        (await catalog.findApiKey(keyHash)) !== null,
        (await catalog.countReaders(id)).free === 1,
        (await catalog.countIssues(id)) === 1,
      ];
    };
    const leftOfDoomed = await fill(doomed, hash(200));
    const leftOfSpared = await fill(spared, hash(201));
    expect(new Set(await leftOfDoomed())).toEqual(new Set([true]));
    await catalog.deletePublication(doomed.id);
    expect(new Set(await leftOfDoomed())).toEqual(new Set([false]));
    expect(new Set(await leftOfSpared())).toEqual(new Set([true]));
  });

  test('writing under a publication that is gone is refused by name', async () => {
    const { catalog } = engine;
    const { id } = await newPublication(catalog);
    await catalog.deletePublication(id);
    const reader = { reference: new Uint8Array(32), segment: 'free' } as const;
    await expect(catalog.createIssue(id, bareIssue())).rejects.toThrow(NotInCatalogError);
    await expect(catalog.upsertReaders(id, [reader])).rejects.toThrow(NotInCatalogError);
    await expect(catalog.signingKey(id)).rejects.toThrow(NotInCatalogError);
    await expect(catalog.rotateTokenKey(id)).rejects.toThrow(NotInCatalogError);
  });

  test('numbers are never given out again', async () => {
    const { catalog } = engine;
    const first = await newPublication(catalog);
    const issue = await catalog.createIssue(first.id, bareIssue());
    const [reader] = await catalog.upsertReaders(first.id, [{ reference: new Uint8Array(32), segment: 'free' }]);
    const key = await catalog.signingKey(first.id);
    await catalog.deletePublication(first.id);
    const second = await newPublication(catalog);
    expect(second.id).toBeGreaterThan(first.id);
    expect((await catalog.createIssue(second.id, bareIssue())).id).toBeGreaterThan(issue.id);
    const [next] = await catalog.upsertReaders(second.id, [{ reference: new Uint8Array(32), segment: 'free' }]);
    expect(next?.id).toBeGreaterThan(reader?.id ?? Number.NaN);
    expect((await catalog.signingKey(second.id)).id).toBeGreaterThan(key.id);
  });
});
