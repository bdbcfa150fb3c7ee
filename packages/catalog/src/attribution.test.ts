import { expect, test } from '@jest/globals';
import type { PublicationId } from '@readout/events';
import { newPublication, onBothEngines } from './testing/engines.ts';
import { bareIssue } from './testing/new-issue.ts';

onBothEngines('attribution', (engine) => {
  test('looks back seven days where nothing was chosen, and by links that ask to subscribe', async () => {
    const { catalog } = engine;
    const { id } = await newPublication(catalog);
    expect(await catalog.attribution(id)).toEqual({ days: 7, callsToAction: [] });
    const link = (kind: 'call_to_action' | 'subscribe' | 'outbound') => ({
      url: `https://example.org/${kind}`,
      text: '',
      kind,
      section: null,
    });
    const issue = await catalog.createIssue(
      id,
      bareIssue({
        links: [link('outbound'), link('call_to_action'), link('subscribe')],
      }),
    );
    const [, ask, subscribe] = issue.links;
    expect((await catalog.attribution(id)).callsToAction.toSorted()).toEqual([ask?.id, subscribe?.id].toSorted());
    await catalog.setAttributionDays(id, 30);
    expect(await catalog.attribution(id)).toMatchObject({ days: 30 });
    for (const days of [0, 91, 1.5, Number.NaN]) {
      await expect(catalog.setAttributionDays(id, days)).rejects.toThrow(RangeError);
    }
    // Of one that is gone.
    expect(await catalog.attribution(2_000_000_000 as PublicationId)).toEqual({ days: 7, callsToAction: [] });
  });

  test('sections of all issues come issue by issue, in their order, and not those of others', async () => {
    const { catalog } = engine;
    const [one, other] = [await newPublication(catalog), await newPublication(catalog)];
    const sections = [
      { title: 'First', access: 'before' as const },
      { title: 'Second', access: 'behind' as const },
    ];
    const issues = [
      await catalog.createIssue(one.id, bareIssue({ sections })),
      await catalog.createIssue(one.id, bareIssue({ sections: sections.slice(1) })),
    ];
    await catalog.createIssue(other.id, bareIssue({ sections }));
    expect((await catalog.allSections(one.id)).map(({ issue, title }) => [issue, title])).toEqual([
      [issues[0]?.id, 'First'],
      [issues[0]?.id, 'Second'],
      [issues[1]?.id, 'Second'],
    ]);
  });
});
