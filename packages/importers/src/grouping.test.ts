import fc from 'fast-check';
import { Grouping, type PlacedEvent } from './grouping.ts';

const placed = fc.record({
  post: fc.constantFrom('1', '2', '3', null),
  kind: fc.constantFrom('opened' as const, 'clicked' as const),
  event: fc.record({ address: fc.constant('a@example.org'), time: fc.integer({ min: 0, max: 1_000_000 }) }),
});

describe('rows in any order', () => {
  test('come out by post and kind, each once, and each group in one go', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(placed, { maxLength: 60 }), fc.integer({ min: 1, max: 20 }), async (rows, mostHeld) => {
        const grouping = new Grouping();
        for (const { post, kind } of rows) grouping.add(post, kind);
        const order: string[] = [];
        const out: PlacedEvent[] = [];
        async function* read() {
          for (let at = 0; at < rows.length; at += 7) yield rows.slice(at, at + 7);
        }
        for await (const chunk of grouping.grouped(read, mostHeld)) {
          const key = `${chunk.kind} ${chunk.post}`;
          if (order.at(-1) !== key) order.push(key);
          for (const event of chunk.rows) out.push({ post: chunk.post, kind: chunk.kind, event });
        }
        expect(new Set(order).size).toBe(order.length);
        const sorted = (all: readonly PlacedEvent[]) =>
          all.map((one) => JSON.stringify([one.post, one.kind, one.event])).sort();
        expect(sorted(out)).toEqual(sorted(rows));
      }),
    );
  });

  test('that stand together are read in one pass, however few may be held', async () => {
    const grouping = new Grouping();
    const rows: PlacedEvent[] = ['1', '2', '3'].flatMap((post) =>
      [1, 2, 3, 4].map((time) => ({ post, kind: 'opened' as const, event: { address: 'a@example.org', time } })),
    );
    for (const { post, kind } of rows) grouping.add(post, kind);
    let passes = 0;
    async function* read() {
      passes++;
      yield rows;
    }
    const chunks = [];
    for await (const chunk of grouping.grouped(read, 4)) chunks.push(chunk.post);
    expect([passes, chunks]).toEqual([1, ['1', '2', '3']]);
  });
});
