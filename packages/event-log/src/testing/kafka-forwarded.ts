// Numbered records for the tests of forwarding, and what has to stand in the topic afterwards.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Downstream, ForwardedRecord } from '../kafka/downstream.ts';
import { partitionOf } from '../kafka/partition.ts';
import { readTopic } from './kafka-topic.ts';

export const PARTITIONS = 4;
const KEYS = 9;
const COLLECTOR = 3;

const keyOf = (position: number) => `publication/${position % KEYS}`;
const lineOf = (position: number) => `{"position":${position},"text":"ünï © 漢字"}`;

export function recordsFrom(from: number, count: number): ForwardedRecord[] {
  return Array.from({ length: count }, (_, at) => {
    const position = from + at;
    return { origin: { collector: COLLECTOR, position }, line: lineOf(position), key: keyOf(position) };
  });
}

/** Positions by partition as they stand in the topic; throws where a line is not its origin's. */
export async function positionsIn(bootstrap: string[], topic: string): Promise<Map<number, number[]>> {
  const positions = new Map<number, number[]>();
  for (const [partition, messages] of await readTopic(bootstrap, topic)) {
    positions.set(
      partition,
      messages.map((message) => {
        if (!message.ok) throw new Error(message.reason);
        if (message.origin.collector !== COLLECTOR || message.line !== lineOf(message.origin.position)) {
          throw new Error(`not what was sent: ${JSON.stringify(message)}`);
        }
        return message.origin.position;
      }),
    );
  }
  return positions;
}

/** What should stand in each partition, repeats aside, once the first `count` records are forwarded. */
export function expectedPositions(count: number): Map<number, number[]> {
  const positions = new Map<number, number[]>();
  for (let position = 0; position < count; position++) {
    const partition = partitionOf(keyOf(position), PARTITIONS);
    const list = positions.get(partition) ?? [];
    list.push(position);
    positions.set(partition, list);
  }
  return positions;
}

/** First occurrences only. */
export function withoutRepeats(positions: Map<number, number[]>): Map<number, number[]> {
  return new Map([...positions].map(([partition, list]) => [partition, [...new Set(list)]]));
}

/** As the forwarder does: the same again until it is acknowledged. */
export async function forwardUntilTaken(downstream: Downstream, records: readonly ForwardedRecord[]): Promise<void> {
  for (;;) {
    const failure = await downstream.forward(records).then(
      () => null,
      (error: unknown) => error,
    );
    if (failure === null) return;
    if (!isUnavailable(failure)) throw failure;
    await sleep(100);
  }
}

function isUnavailable(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'DOWNSTREAM_UNAVAILABLE';
}
