import { describe, expect, test } from '@jest/globals';
import type { IssueId, LinkId, OfferId, SectionId } from '@readout/events';
import { subscriptionInTest } from '../testing/subscription-in-test.ts';
import { attributionOf } from './attribution.ts';

const NOW = Date.UTC(2026, 3, 15, 12);
const DAY = 86_400_000;
const called = (kind: string) => (id: number) => (id === 0 ? null : { id: `${kind} ${id}`, title: `${kind} ${id}` });
const asked = {
  from: NOW - 30 * DAY,
  to: NOW,
  windowDays: 7,
  issueNamed: called('issue'),
  sectionNamed: called('section'),
  offerNamed: called('offer'),
  linkNamed: called('link'),
};
const payments = [{ at: NOW, amount: 900, currency: 'EUR' }];
/** Two followed a link of the second issue, one hit the first one's paywall, and of one nothing is known. */
const FOUR = [
  { issue: 2, firstIssue: 1, section: 5, link: 7, touch: 'call_to_action' as const, payments },
  { issue: 2, firstIssue: 2, section: 5, link: 7, touch: 'call_to_action' as const },
  { issue: 1, firstIssue: 1, section: 4, offer: 9, touch: 'paywall_hit' as const, payments },
  {},
].map(({ issue, firstIssue, section, link, offer, ...rest }) =>
  subscriptionInTest({
    begun: NOW - DAY,
    issue: (issue ?? null) as IssueId | null,
    firstIssue: (firstIssue ?? null) as IssueId | null,
    section: (section ?? null) as SectionId | null,
    link: (link ?? null) as LinkId | null,
    offer: (offer ?? null) as OfferId | null,
    ...rest,
  }),
);

describe('attribution', () => {
  const view = attributionOf(FOUR, asked);

  test('counts every subscription once in each list, and what nothing led to by itself', () => {
    expect(view).toMatchObject({ subscriptions: 4, attributed: 3 });
    for (const list of [view.issues, view.sections, view.offers, view.links, view.touches]) {
      expect(list.reduce((sum, { last }) => sum + last, 0)).toBe(4);
      expect(list.reduce((sum, { converted }) => sum + converted, 0)).toBe(2);
    }
  });

  test('says by last and by first touch which issue it was', () => {
    expect(view.issues.map(({ key, last, first, converted }) => [key, last, first, converted])).toEqual([
      ['issue 2', 2, 1, 1],
      ['issue 1', 1, 2, 1],
      [null, 1, 1, 0],
    ]);
  });

  test('says which link was followed, and how many followed none', () => {
    expect(view.links).toEqual([
      { key: 'link 7', title: 'link 7', last: 2, converted: 1 },
      { key: null, title: null, last: 2, converted: 1 },
    ]);
  });

  test('leaves out what began before or after', () => {
    expect(attributionOf(FOUR, { ...asked, from: NOW - DAY + 1 }).subscriptions).toBe(0);
    expect(attributionOf(FOUR, { ...asked, to: NOW - DAY - 1 }).subscriptions).toBe(0);
  });
});
