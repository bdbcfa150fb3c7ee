import type * as contract from '@readout/api-contract';

const issue = { key: 'hB4tZs8WqLpE', title: 'The quiet harbour' };
const share: contract.ShareOfPeople = { count: 412, of: 1_980, rate: 0.2081, low: 0.1935, high: 0.2235 };
const standing = {
  viewers: 1_980,
  hits: 412,
  trials: 18,
  converted: 7,
  hitRate: share,
  trialRate: { count: 18, of: 412, rate: 0.0437, low: 0.03, high: 0.0632 },
};
const rate = { rate: 0.41, low: 0.35, high: 0.475, day: 10 };
const curve = [
  { day: 0, rate: 0, low: 0, high: 0.004 },
  { day: 7, rate: 0.395, low: 0.336, high: 0.46 },
];
const retention = [
  { month: 0, of: 210, rate: 1, low: 0.983, high: 1 },
  { month: 1, of: 168, rate: 0.93, low: 0.886, high: 0.957 },
];

export const GROWTH_EXAMPLES = {
  TrialsView: {
    asOf: '2026-04-01T08:00:00.000Z',
    running: 31,
    endingThisWeek: 29,
    calledOff: 9,
    started: 402,
    converted: 151,
    cancelled: 171,
    expired: 48,
    paymentFailed: 26,
    recovered: 12,
    trialDays: 7,
    naiveRate: 0.3756,
    rate,
    curve,
    cohorts: [
      {
        from: '2026-03-22T23:00:00.000Z',
        started: 34,
        converted: 3,
        cancelled: 11,
        expired: 0,
        running: 19,
        pastDue: 1,
        naiveRate: 0.0882,
        rate: null,
        curve,
      },
    ],
    forecast: { month: '2026-04', soFar: 4, expected: 52.3, low: 41, high: 63 },
  } satisfies contract.TrialsView,
  RevenueView: {
    asOf: '2026-04-01T08:00:00.000Z',
    currencies: [
      {
        currency: 'EUR',
        digits: 2,
        mrr: 512_400,
        subscriptions: 702,
        months: [
          {
            month: '2026-03',
            mrr: 512_400,
            new: 41_600,
            expansion: 1_200,
            reactivation: 2_400,
            contraction: -900,
            churn: -18_300,
            paid: 611_200,
            refunded: 2_400,
            subscriptions: 702,
          },
        ],
        perHit: { amount: 9.3, of: 14_100, low: 8.1, high: 10.5 },
        perTrial: { amount: 325.9, of: 402, low: 281.4, high: 370.4 },
        lifetime: { months: 11, amount: 6_120, low: 5_760, high: 6_480 },
        issues: [{ issue: issue.key, title: issue.title, amount: 11_200, subscriptions: 7 }],
        unattributed: { amount: 84_000, subscriptions: 103 },
      },
    ],
  } satisfies contract.RevenueView,
  AttributionView: {
    from: '2026-01-01T08:00:00.000Z',
    to: '2026-04-01T08:00:00.000Z',
    windowDays: 7,
    subscriptions: 402,
    attributed: 361,
    issues: [
      { ...issue, last: 18, first: 14, converted: 7 },
      { key: null, title: null, last: 41, first: 41, converted: 19 },
    ],
    sections: [{ key: 'Kd3nVx7RgYmA', title: 'The harbour master', last: 9, converted: 4 }],
    offers: [{ key: 'uT5gMc2YkSvD', title: 'Two weeks free', last: 22, converted: 9 }],
    links: [{ key: 'pR6wTq3LnZbE', title: 'Keep reading with a 7-day free trial', last: 57, converted: 21 }],
    touches: [
      { touch: 'paywall_hit', last: 310, converted: 118 },
      { touch: 'none', last: 41, converted: 19 },
    ],
  } satisfies contract.AttributionView,
  AttributionSettings: { windowDays: 7 } satisfies contract.AttributionSettings,
  PaywallPositionsView: {
    from: '2025-10-03T08:00:00.000Z',
    to: '2026-04-01T08:00:00.000Z',
    positions: [{ from: 0.25, to: 0.5, issues: 41, ...standing }],
    after: [{ title: 'The harbour master', issues: 3, ...standing }],
    promised: [{ title: 'What the ferries know', issues: 3, ...standing }],
    issues: [
      {
        issue: issue.key,
        title: issue.title,
        sentAt: '2026-03-02T06:00:00.000Z',
        after: 'The harbour master',
        position: 0.4,
        promised: ['What the ferries know'],
        ...standing,
      },
    ],
  } satisfies contract.PaywallPositionsView,
  CohortsView: {
    asOf: '2026-04-01T08:00:00.000Z',
    by: 'month',
    cohorts: [{ key: '2026-01', title: null, payers: 61, months: retention }],
    all: retention,
  } satisfies contract.CohortsView,
};
