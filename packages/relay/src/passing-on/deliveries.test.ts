import { expect, test } from '@jest/globals';
import { Entry } from '../queue/entry.ts';
import { Deliveries } from './deliveries.ts';

const entry = (id: string, to: readonly string[], settled: readonly number[] = []) =>
  new Entry(
    id,
    '/nowhere',
    { publication: null, from: '', to: [...to], eightBit: false, receivedAt: 0 },
    10,
    5,
    new Map(settled.map((recipient) => [recipient, { recipient, state: 'passed' as const }])),
  );
const allOf = (deliveries: Deliveries, now: number) => {
  const addresses: string[] = [];
  for (let next = deliveries.next(now); next !== null; next = deliveries.next(now)) addresses.push(next.address);
  return addresses;
};

test('what came first goes first, to each recipient who is not settled yet', () => {
  const deliveries = new Deliveries();
  expect(deliveries.add(entry('1', ['a', 'b', 'c'], [1]))).toBe(2);
  deliveries.add(entry('2', ['d']));
  expect(allOf(deliveries, 0)).toEqual(['a', 'c', 'd']);
});

test('what is put back takes its old place, in whatever order that is done', () => {
  const deliveries = new Deliveries();
  for (const id of ['1', '2', '3', '4']) deliveries.add(entry(id, [id]));
  const [one, two, three] = [deliveries.next(0), deliveries.next(0), deliveries.next(0)];
  for (const delivery of [two, three, one]) if (delivery !== null) deliveries.putBack(delivery);
  expect(allOf(deliveries, 0)).toEqual(['1', '2', '3', '4']);
});

test('what is put off is passed by, and goes first when its time has come', () => {
  const deliveries = new Deliveries();
  for (const id of ['1', '2', '3']) deliveries.add(entry(id, [id]));
  const first = deliveries.next(0);
  if (first !== null) deliveries.putOff(first, 1_000);
  expect(deliveries.nextDue()).toBe(1_000);
  expect(deliveries.next(999)?.address).toBe('2');
  expect(allOf(deliveries, 1_000)).toEqual(['1', '3']);
  expect(deliveries.nextDue()).toBeNull();
});
