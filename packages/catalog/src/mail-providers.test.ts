import { expect, test } from '@jest/globals';
import type { PublicationId } from '@readout/events';
import { NotInCatalogError } from './errors.ts';
import { newPublication, onBothEngines } from './testing/engines.ts';

onBothEngines('the mail providers of publications', (engine) => {
  test('are none at first; each has one key, which may be replaced', async () => {
    const { catalog } = engine;
    const [{ id }, other] = [await newPublication(catalog), await newPublication(catalog)];
    expect(await catalog.mailProviders(id)).toEqual([]);
    const made = await catalog.setMailProvider(id, 'sendgrid', 'one');
    expect(made).toEqual({ publication: id, provider: 'sendgrid', key: 'one', createdAt: expect.any(Date) });
    await catalog.setMailProvider(id, 'mailgun', 'two');
    await catalog.setMailProvider(id, 'sendgrid', 'another one');
    await catalog.setMailProvider(other.id, 'mailgun', 'three');
    const keys = (await catalog.mailProviders(id)).map(({ provider, key }) => [provider, key]);
    expect(keys).toEqual([
      ['mailgun', 'two'],
      ['sendgrid', 'another one'],
    ]);
    const all = await catalog.mailProviders();
    expect(all.filter(({ publication }) => publication === id)).toEqual(await catalog.mailProviders(id));
    expect(all.filter(({ publication }) => publication === other.id)).toMatchObject([{ key: 'three' }]);
  });

  test('are removed one by one, and all with the publication', async () => {
    const { catalog } = engine;
    const { id } = await newPublication(catalog);
    await catalog.setMailProvider(id, 'mailgun', 'one');
    await catalog.setMailProvider(id, 'sendgrid', 'two');
    expect(await catalog.removeMailProvider(id, 'mailgun')).toBe(true);
    expect(await catalog.removeMailProvider(id, 'mailgun')).toBe(false);
    expect(await catalog.mailProviders(id)).toMatchObject([{ provider: 'sendgrid' }]);
    await catalog.deletePublication(id);
    expect((await catalog.mailProviders()).filter(({ publication }) => publication === id)).toEqual([]);
  });

  test('of a publication that is gone cannot be set', async () => {
    const set = engine.catalog.setMailProvider(2_147_483_000 as PublicationId, 'mailgun', 'one');
    await expect(set).rejects.toThrow(NotInCatalogError);
  });
});
