import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type HistoryIssue, issueAxis, machineShare, perThousand } from './machine-history.ts';

const issue = (people: number, machines: number, unclear: number): HistoryIssue => ({
  id: 'a',
  title: 'a',
  sentAt: '2026-03-01T08:00:00Z',
  delivered: 100,
  opensByVerdict: { human: people, proxied: 0, prefetched: machines, scanner: 0, unclear },
  clicks: 0,
  machineClicks: 0,
  unclearClicks: 0,
  readers: people,
  settling: 0,
  scannerShare: 0,
  jump: null,
});

test('every issue has a place, labels stand at whole places, and little is left empty', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 2, max: 10 }), (issues, most) => {
      const { places, ticks } = issueAxis(issues, most);
      expect(places).toBeGreaterThanOrEqual(Math.max(8, issues));
      expect(Number.isInteger(places / ticks)).toBe(true);
      expect(ticks).toBeLessThanOrEqual(most);
      expect(places - Math.max(8, issues)).toBeLessThanOrEqual(Math.ceil(Math.max(8, issues) / most));
    }),
  );
});

test('60 issues fill their places', () => {
  expect(issueAxis(60, 8)).toEqual({ places: 60, ticks: 6 });
});

test('what is unclear is in the opens and not with the machines', () => {
  expect(machineShare([issue(5, 3, 2), issue(5, 5, 0)])).toBe(0.4);
  expect(machineShare([issue(0, 0, 0)])).toBeNull();
});

test('a rate of nothing delivered is none', () => {
  expect(perThousand(5, 100)).toBe(50);
  expect(perThousand(5, 0)).toBeNull();
});
