import type * as contract from '@readout/api-contract';

const change: contract.Change = { ratio: 0.083, low: 0.061, high: 0.105, isChance: false };
const over = (now: number, before: number, byDay: number[]): contract.OverDays => ({
  now,
  before,
  change: { ...change },
  byDay,
});
const issue = { id: 'hB4tZs8WqLpE', title: 'The quiet harbour' };
const effect: contract.FollowingEffect = {
  times: 9,
  effect: { difference: 0.012, low: -0.004, high: 0.028, isChance: true },
};
const stopped: contract.AttentionItem = {
  kind: 'domain_stopped',
  issue,
  domain: 'example.org',
  delivered: 1_240,
  readers: 3,
  usual: 512,
  issues: 3,
};

/** Examples of what a publication's home shows. */
export const OVERVIEW_EXAMPLES = {
  Change: change,
  PublicationOverview: {
    asOf: '2026-03-02T06:59:12.004Z',
    days: ['2026-02-28T23:00:00.000Z', '2026-03-01T23:00:00.000Z'],
    before: { from: '2026-02-26T23:00:00.000Z', to: '2026-02-28T07:00:00.000Z' },
    isComparable: true,
    issues: { ...over(2, 1, [1, 1]), change: null },
    delivered: { ...over(39_760, 19_870, [19_880, 19_880]), change: null },
    readers: over(12_140, 11_210, [8_010, 8_946]),
    clickers: over(2_010, 1_856, [1_140, 1_193]),
    clicks: over(3_120, 2_881, [1_518, 1_602]),
    paywallHits: over(790, 729, [378, 412]),
    trialsStarted: over(37, 34, [19, 18]),
    converted: over(14, 13, [6, 8]),
    paying: { ...over(2_512, 2_320, [2_504, 2_512]), byEvents: 1_904, byRecipients: 608 },
  } satisfies contract.PublicationOverview,
  FollowingEffect: effect,
  PublicationCalendar: {
    from: '2025-02-26',
    to: '2026-03-02',
    issues: [
      {
        day: '2026-03-02',
        ...issue,
        sentAt: '2026-03-02T06:00:00.000Z',
        delivered: 19_880,
        readers: 8_946,
        openRate: 0.45,
      },
    ],
    skipped: ['2026-02-27'],
    afterSkipped: effect,
    afterSecond: { times: 2, effect: null },
  } satisfies contract.PublicationCalendar,
  AttentionItem: stopped,
  Attention: {
    asOf: '2026-03-02T06:59:12.004Z',
    items: [stopped, { kind: 'quarantine', events: 12 }],
  } satisfies contract.Attention,
};
