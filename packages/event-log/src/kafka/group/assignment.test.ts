import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assignPartitions } from './assignment.ts';
import { decodeAssignment, decodeSubscription, encodeAssignment, encodeSubscription } from './consumer-protocol.ts';

/** Members and who holds what: each partition is one's or nobody's. */
const groups = fc
  .record({
    members: fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 7 }),
    holders: fc.array(fc.option(fc.nat()), { maxLength: 40 }),
  })
  .map(({ members, holders }) => {
    const owned = new Map(members.map((member): [string, number[]] => [member, []]));
    for (const [partition, holder] of holders.entries()) {
      if (holder !== null) owned.get(members[holder % members.length] ?? '')?.push(partition);
    }
    return { owned, partitions: holders.length };
  });

const sizes = (assigned: ReadonlyMap<string, readonly number[]>) => [...assigned.values()].map(({ length }) => length);

describe('dealing out partitions', () => {
  test('gives no member what another one holds, and nothing to two', () => {
    fc.assert(
      fc.property(groups, ({ owned, partitions }) => {
        const assigned = assignPartitions(owned, partitions);
        expect(new Set(assigned.keys())).toEqual(new Set(owned.keys()));
        const given = [...assigned].flatMap(([member, list]) => list.map((partition) => ({ member, partition })));
        expect(new Set(given.map(({ partition }) => partition)).size).toBe(given.length);
        for (const { member, partition } of given) {
          const holder = [...owned].find(([, list]) => list.includes(partition))?.[0] ?? member;
          expect(holder).toBe(member);
        }
      }),
    );
  });

  test('comes to an even share for everybody the second time, and then changes nothing any more', () => {
    fc.assert(
      fc.property(groups, ({ owned, partitions }) => {
        const second = assignPartitions(assignPartitions(owned, partitions), partitions);
        expect(sizes(second).reduce((sum, size) => sum + size, 0)).toBe(partitions);
        expect(Math.max(...sizes(second)) - Math.min(...sizes(second))).toBeLessThanOrEqual(1);
        expect(assignPartitions(second, partitions)).toEqual(second);
      }),
    );
  });

  test('leaves with everybody as many of their own as an even share has room for', () => {
    fc.assert(
      fc.property(groups, ({ owned, partitions }) => {
        const assigned = assignPartitions(owned, partitions);
        const share = Math.floor(partitions / owned.size);
        for (const [member, list] of owned) {
          const kept = assigned.get(member)?.filter((partition) => list.includes(partition)) ?? [];
          expect(kept.length).toBeGreaterThanOrEqual(Math.min(list.length, share));
        }
      }),
    );
  });

  test('takes what two say they hold from both, and then it is free', () => {
    const disputed = assignPartitions(
      new Map([
        ['a', [0, 1]],
        ['b', [1]],
      ]),
      2,
    );
    expect(disputed).toEqual(
      new Map([
        ['a', [0]],
        ['b', []],
      ]),
    );
    expect(assignPartitions(disputed, 2)).toEqual(
      new Map([
        ['a', [0]],
        ['b', [1]],
      ]),
    );
  });
});

describe('what members tell each other', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000)), (owned) => {
        expect(decodeSubscription(encodeSubscription('topic', { owned }), 'topic')).toEqual({ owned });
        expect(decodeAssignment(encodeAssignment('topic', owned), 'topic')).toEqual(owned);
      }),
    );
  });

  test('of another topic is nothing, and nothing is nothing', () => {
    expect(decodeSubscription(encodeSubscription('else', { owned: [1] }), 'topic')).toEqual({ owned: [] });
    expect(decodeAssignment(Buffer.alloc(0), 'topic')).toEqual([]);
  });
});
