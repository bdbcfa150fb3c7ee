import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Partitioners } from 'kafkajs';
import { partitionOf } from './partition.ts';

/** kafkajs's own, which follows the Java client's; it counts the partitions it is shown. */
const reference = Partitioners.DefaultPartitioner();

describe('the partition of a key', () => {
  test("is the one that Kafka's own producers choose", () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 300 }), (key, partitions) => {
        const partitionMetadata = Array.from({ length: partitions }, (_, partitionId) => ({
          partitionErrorCode: 0,
          partitionId,
          leader: 0,
          replicas: [],
          isr: [],
        }));
        const message = { key, value: null };
        expect(partitionOf(key, partitions)).toBe(reference({ topic: 't', partitionMetadata, message }));
      }),
    );
  });

  test('spreads the issues of a publication over all partitions', () => {
    const counts = new Array<number>(12).fill(0);
    for (let issue = 1; issue <= 2_400; issue++) {
      const partition = partitionOf(`publication/${issue}`, counts.length);
      counts[partition] = (counts[partition] ?? 0) + 1;
    }
    // 200 each, give or take three and a half standard deviations.
    for (const count of counts) expect(Math.abs(count - 200)).toBeLessThan(48);
  });
});
