import { randomBytes } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { newPublication, onBothEngines } from './testing/engines.ts';

const hash = () => new Uint8Array(randomBytes(32));
const after = (time: number, minutes: number) => new Date(time + minutes * 60_000);

onBothEngines('access', (engine) => {
  test('there is no owner until there is a password, and then only ever one', async () => {
    const { catalog } = engine;
    expect(await catalog.ownerPasswordHash()).toBeNull();
    await catalog.setOwnerPasswordHash('scrypt$one');
    await Promise.all(['scrypt$two', 'scrypt$two'].map((password) => catalog.setOwnerPasswordHash(password)));
    expect(await catalog.ownerPasswordHash()).toBe('scrypt$two');
  });

  test('a session is found until it is ended', async () => {
    const { catalog, clock } = engine;
    const [mine, other] = [hash(), hash()];
    const expiresAt = new Date(after(clock.now, 60).getTime() + 7);
    await catalog.createSession(mine, expiresAt);
    await catalog.createSession(other, expiresAt);
    expect(await catalog.findSession(mine)).toEqual({ expiresAt });
    expect(await catalog.findSession(hash())).toBeNull();
    await catalog.deleteSession(mine);
    await catalog.deleteSession(mine);
    expect(await catalog.findSession(mine)).toBeNull();
    expect(await catalog.findSession(other)).toEqual({ expiresAt });
    await catalog.createSession(mine, expiresAt);
    await catalog.deleteAllSessions();
    expect(await catalog.findSession(mine)).toBeNull();
    expect(await catalog.findSession(other)).toBeNull();
  });

  test('a new session clears away those that have expired, and no others', async () => {
    const { catalog, clock } = engine;
    const [expiring, lasting] = [hash(), hash()];
    await catalog.createSession(expiring, after(clock.now, 5));
    await catalog.createSession(lasting, after(clock.now, 6));
    clock.now += 5 * 60_000;
    expect(await catalog.findSession(expiring)).not.toBeNull();
    await catalog.createSession(hash(), after(clock.now, 60));
    expect(await catalog.findSession(expiring)).toBeNull();
    expect(await catalog.findSession(lasting)).not.toBeNull();
  });

  test('an API key is found by its hash, listed, and gone once it is withdrawn', async () => {
    const { catalog } = engine;
    const publication = await newPublication(catalog);
    const [own, narrow] = [hash(), hash()];
    const first = await catalog.createApiKey({ name: 'report\0er', hash: own, hint: 'ro_abcde', publication: null });
    const second = await catalog.createApiKey({
      name: 'one',
      hash: narrow,
      hint: 'ro_fghij',
      publication: publication.id,
    });
    expect(first).toEqual({
      id: expect.any(Number),
      name: 'report\uFFFDer',
      publication: null,
      hint: 'ro_abcde',
      createdAt: expect.any(Date),
      lastUsedAt: null,
    });
    expect(second.publication).toBe(publication.id);
    expect(await catalog.findApiKey(own)).toEqual(first);
    expect(await catalog.findApiKey(narrow)).toEqual(second);
    expect(await catalog.findApiKey(hash())).toBeNull();
    expect(await catalog.listApiKeys()).toEqual([first, second]);

    expect(await catalog.deleteApiKey(first.id)).toBe(true);
    expect(await catalog.deleteApiKey(first.id)).toBe(false);
    expect(await catalog.findApiKey(own)).toBeNull();
    expect(await catalog.listApiKeys()).toEqual([second]);
  });

  test('a number that no key can have is no key', async () => {
    for (const number of [0, -1, 0.5, Number.NaN, 2_147_483_648, 1e300]) {
      expect(await engine.catalog.deleteApiKey(number)).toBe(false);
      await expect(engine.catalog.touchApiKey(number)).resolves.toBeUndefined();
    }
  });

  test('the use of a key is noted at most once a minute', async () => {
    const { catalog, clock } = engine;
    const own = hash();
    const { id } = await catalog.createApiKey({ name: 'k', hash: own, hint: 'ro_', publication: null });
    const touchedAt = async (time: number) => {
      clock.now = time;
      await catalog.touchApiKey(id);
      return (await catalog.findApiKey(own))?.lastUsedAt?.getTime();
    };
    const start = clock.now + 3_600_000;
    expect(await touchedAt(start)).toBe(start);
    expect(await touchedAt(start + 59_999)).toBe(start);
    expect(await touchedAt(start + 60_001)).toBe(start + 60_001);
  });

  test('a secret of the installation is made once, the same for all who ask at once, another for another name', async () => {
    const { catalog } = engine;
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => catalog.installationSecret('reader references')),
    );
    expect(new Set(answers.map((secret) => Buffer.from(secret).toString('hex'))).size).toBe(1);
    expect(answers[0]).toHaveLength(32);
    expect(await catalog.installationSecret('reader references')).toEqual(answers[0]);
    expect(await catalog.installationSecret('something else')).not.toEqual(answers[0]);
  });

  test('what the database refuses is told without the values, which may be secrets', async () => {
    const { catalog, clock } = engine;
    const one = hash();
    await catalog.createSession(one, after(clock.now, 60));
    const refused = await catalog.createSession(one, after(clock.now, 60)).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'CATALOG_QUERY', sqlState: '23505' });
    const everything = JSON.stringify(refused, Object.getOwnPropertyNames(refused)).toLowerCase();
    expect(everything).toContain('duplicate key');
    expect(everything).not.toContain(Buffer.from(one).toString('hex'));
    expect(everything).not.toContain(one.join(','));
  });
});
