import { expect, test } from '@jest/globals';
import type { PublicationId } from '@readout/events';
import type { NewOwnRule } from './catalog.ts';
import { newPublication, onBothEngines } from './testing/engines.ts';

const gateway: NewOwnRule = {
  name: 'The banks gateway',
  when: { network: 'security', domain: 'bank.example' },
  verdict: 'scanner',
};
const office: NewOwnRule = {
  name: 'Our office',
  when: { range: { text: '192.0.2.0/24', place: 4_294_967_295 } },
  verdict: 'unclear',
};
const reader: NewOwnRule = { name: 'Screen reader', when: { client: 'Lynx', network: 'hosting' }, verdict: 'human' };

onBothEngines("a publication's own rules", (engine) => {
  test('are none at first, in version 0, and what history was judged by is not known', async () => {
    const { catalog } = engine;
    const { id } = await newPublication(catalog);
    expect(await catalog.ownRules(id)).toEqual({ version: 0, rules: [], judgedBy: null });
    expect(await catalog.ownRules(2_147_483_000 as PublicationId)).toEqual({ version: 0, rules: [], judgedBy: null });
  });

  test('read back as they were written, in their order, under ids of their own', async () => {
    const { catalog } = engine;
    const [{ id }, other] = [await newPublication(catalog), await newPublication(catalog)];
    const written = await catalog.replaceOwnRules(id, 0, [office, gateway, reader]);
    expect(written).toMatchObject({ version: 1, rules: [office, gateway, reader], judgedBy: null });
    expect(await catalog.ownRules(id)).toEqual(written);
    expect(new Set(written?.rules.map(({ publicId }) => publicId)).size).toBe(3);
    expect(await catalog.ownRules(other.id)).toMatchObject({ version: 0, rules: [] });
    await catalog.replaceOwnRules(other.id, 0, [office]);
    expect((await catalog.ownRules(id)).rules).toHaveLength(3);
  });

  test('that keep their name keep their id and age, whatever else changes', async () => {
    const { catalog } = engine;
    const { id } = await newPublication(catalog);
    const before = await catalog.replaceOwnRules(id, 0, [office, gateway]);
    const after = await catalog.replaceOwnRules(id, 1, [reader, { ...gateway, verdict: 'unclear' }]);
    expect(after).toMatchObject({ version: 2, rules: [reader, { ...gateway, verdict: 'unclear' }] });
    expect(after?.rules[1]?.publicId).toBe(before?.rules[1]?.publicId);
    expect(after?.rules[1]?.createdAt).toEqual(before?.rules[1]?.createdAt);
    expect(await catalog.replaceOwnRules(id, 2, [])).toEqual({ version: 3, rules: [], judgedBy: null });
  });

  test('are not changed by somebody who has not seen the last change', async () => {
    const { catalog } = engine;
    const { id } = await newPublication(catalog);
    const answers = await Promise.all([
      catalog.replaceOwnRules(id, 0, [office]),
      catalog.replaceOwnRules(id, 0, [gateway]),
    ]);
    expect(answers.filter((one) => one === null)).toHaveLength(1);
    expect(await catalog.ownRules(id)).toEqual(answers.find((one) => one !== null));
    expect(await catalog.replaceOwnRules(id, 7, [reader])).toBeNull();
    expect((await catalog.ownRules(id)).version).toBe(1);
  });

  test('are refused as a whole where two have one name, or there are more than 50', async () => {
    const { catalog } = engine;
    const { id } = await newPublication(catalog);
    const kept = await catalog.replaceOwnRules(id, 0, [office]);
    await expect(catalog.replaceOwnRules(id, 1, [reader, reader])).rejects.toMatchObject({ sqlState: '23505' });
    const many = Array.from({ length: 51 }, (_, at) => ({ ...reader, name: `Rule ${at}` }));
    await expect(catalog.replaceOwnRules(id, 1, many)).rejects.toThrow(RangeError);
    expect(await catalog.ownRules(id)).toEqual(kept);
    expect((await catalog.replaceOwnRules(id, 1, many.slice(1)))?.rules).toHaveLength(50);
  });

  test('say by what history was judged, until a further change makes that old', async () => {
    const { catalog } = engine;
    const { id } = await newPublication(catalog);
    await catalog.noteJudged(id, { builtIn: 3, rulesVersion: 0 });
    expect(await catalog.ownRules(id)).toEqual({ version: 0, rules: [], judgedBy: { builtIn: 3, rulesVersion: 0 } });
    await catalog.replaceOwnRules(id, 0, [office]);
    expect(await catalog.ownRules(id)).toMatchObject({ version: 1, judgedBy: { builtIn: 3, rulesVersion: 0 } });
    await catalog.noteJudged(id, null);
    expect((await catalog.ownRules(id)).judgedBy).toBeNull();
  });

  test('go with their publication, and none are written for one that is gone', async () => {
    const { catalog } = engine;
    const { id } = await newPublication(catalog);
    await catalog.replaceOwnRules(id, 0, [office]);
    await catalog.deletePublication(id);
    expect(await catalog.ownRules(id)).toEqual({ version: 0, rules: [], judgedBy: null });
    await expect(catalog.replaceOwnRules(id, 0, [office])).rejects.toMatchObject({ code: 'NOT_IN_CATALOG' });
    await expect(catalog.noteJudged(id, null)).rejects.toMatchObject({ code: 'NOT_IN_CATALOG' });
  });
});
