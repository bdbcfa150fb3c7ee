import { expect, test } from '@jest/globals';
import type { PublicationId } from '@readout/events';
import { NotInCatalogError } from './errors.ts';
import { newPublication, onBothEngines } from './testing/engines.ts';

const STRIPE = { system: 'stripe', secret: 'whsec_one', account: null, takesTests: false } as const;
const WEBHOOK = { system: 'webhook', secret: 'whsec_two', account: null, takesTests: false } as const;

onBothEngines('the billing systems of publications', (engine) => {
  test('are none at first; each is set up once, and may be set up otherwise', async () => {
    const { catalog } = engine;
    const [{ id }, other] = [await newPublication(catalog), await newPublication(catalog)];
    expect(await catalog.billingSystems(id)).toEqual([]);
    const made = await catalog.setBillingSystem(id, WEBHOOK);
    expect(made).toEqual({ publication: id, ...WEBHOOK, createdAt: expect.any(Date) });
    await catalog.setBillingSystem(id, STRIPE);
    const changed = { ...STRIPE, secret: 'whsec_three', account: 'acct_1', takesTests: true };
    await catalog.setBillingSystem(id, changed);
    await catalog.setBillingSystem(other.id, STRIPE);
    expect(await catalog.billingSystems(id)).toMatchObject([changed, WEBHOOK]);
    const all = await catalog.billingSystems();
    expect(all.filter(({ publication }) => publication === id)).toEqual(await catalog.billingSystems(id));
    expect(all.filter(({ publication }) => publication === other.id)).toMatchObject([STRIPE]);
  });

  test('are removed one by one, and all with the publication', async () => {
    const { catalog } = engine;
    const { id } = await newPublication(catalog);
    await catalog.setBillingSystem(id, STRIPE);
    await catalog.setBillingSystem(id, WEBHOOK);
    expect(await catalog.removeBillingSystem(id, 'stripe')).toBe(true);
    expect(await catalog.removeBillingSystem(id, 'stripe')).toBe(false);
    expect(await catalog.billingSystems(id)).toMatchObject([WEBHOOK]);
    await catalog.deletePublication(id);
    expect((await catalog.billingSystems()).filter(({ publication }) => publication === id)).toEqual([]);
  });

  test('of a publication that is gone cannot be set', async () => {
    const set = engine.catalog.setBillingSystem(2_147_483_000 as PublicationId, STRIPE);
    await expect(set).rejects.toThrow(NotInCatalogError);
  });
});
