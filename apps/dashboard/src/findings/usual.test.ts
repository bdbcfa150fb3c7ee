import { describe, expect, test } from '@jest/globals';
import type { IssueListItem } from '@readout/api-contract';
import fc from 'fast-check';
import { ageWhereYoung, earlierIssues, readersAtAge, usualRange } from './usual.ts';

const item = (id: string, sentAt: string | null, delivered = 100): IssueListItem => ({
  id,
  title: id,
  subtitle: '',
  sentAt,
  hasPaywall: false,
  tags: [],
  audience: null,
  createdAt: '2025-01-01T00:00:00Z',
  readersByHour: [],
  figures: {
    sent: delivered,
    bounced: 0,
    delivered,
    readers: 0,
    opens: 0,
    opensByVerdict: { human: 0, proxied: 0, prefetched: 0, scanner: 0, unclear: 0 },
    clicks: 0,
    clickers: 0,
    machineClicks: 0,
    unclearClicks: 0,
    settling: 0,
    paywallHits: 0,
    trialsStarted: 0,
    openRate: 0,
    clickRate: 0,
    clickToOpenRate: null,
  },
});

describe('what is usual', () => {
  test('is not claimed from fewer than five issues', () => {
    expect(usualRange([1, 2, 3, 4])).toBeNull();
  });

  test('is the middle half', () => {
    expect(usualRange([50, 10, 30, 20, 40])).toEqual({ low: 20, high: 40, lowest: 10, highest: 50, issues: 5 });
  });

  test('lies within what there was', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { minLength: 5, maxLength: 40 }), (values) => {
        const range = usualRange(values);
        expect(range).not.toBeNull();
        if (range === null) return;
        expect(range.lowest).toBe(Math.min(...values));
        expect(range.highest).toBe(Math.max(...values));
        expect(range.low).toBeGreaterThanOrEqual(range.lowest);
        expect(range.high).toBeGreaterThanOrEqual(range.low);
        expect(range.highest).toBeGreaterThanOrEqual(range.high);
      }),
    );
  });

  test('looks only at issues that went out before, to somebody, latest first', () => {
    const items = [
      item('later', '2025-03-05T08:00:00Z'),
      item('first', '2025-03-01T08:00:00Z'),
      item('second', '2025-03-02T08:00:00Z'),
      item('draft', null),
      item('to nobody', '2025-03-02T09:00:00Z', 0),
    ];
    expect(earlierIssues(items, '2025-03-03T08:00:00Z').map((one) => one.id)).toEqual(['second', 'first']);
  });
});

describe('an issue that is still young', () => {
  const sent = '2025-03-01T08:00:00Z';
  const later = (hours: number) => Date.parse(sent) + hours * 3_600_000;

  test('is young for two days', () => {
    expect(ageWhereYoung(sent, later(1.5))).toBe(1.5);
    expect(ageWhereYoung(sent, later(48))).toBeNull();
  });

  test('is compared with what others had at the same age', () => {
    expect(readersAtAge({ readersByHour: [100, 40, 10] }, 1.5)).toBe(120);
    expect(readersAtAge({ readersByHour: [100, 40, 10] }, 3)).toBe(150);
    expect(readersAtAge({ readersByHour: [] }, 3)).toBe(0);
  });
});
