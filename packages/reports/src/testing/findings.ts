import type {
  AttributionView,
  CohortsView,
  FunnelView,
  IssueFiguresView,
  IssueListItem,
  IssueReport,
  RevenueView,
  TrialsView,
} from '@readout/api-contract';
import type { GrowthFindings } from '../kinds/growth-report.ts';
import type { IssueFindings } from '../kinds/issue-report.ts';
import type { MonthFindings } from '../kinds/month-report.ts';
import type { SponsorFindings } from '../kinds/sponsor-report.ts';

// What the API would say of an invented publication. The figures agree with each other where a report adds them up.

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 2, 31, 12);
const iso = (time: number) => new Date(time).toISOString();

export const CONTEXT = {
  publication: { id: '7Qm2XkVb9TcR', name: 'The Tide Table', timeZone: 'Europe/Madrid' },
  language: 'en' as const,
  madeAt: iso(NOW),
};

function figuresOf(at: number): IssueFiguresView {
  const delivered = 19_880 + at * 13;
  const readers = Math.round(delivered * (0.41 + 0.05 * Math.sin(at)));
  const clickers = Math.round(readers * (0.11 + 0.03 * Math.cos(at)));
  return {
    sent: delivered + 120,
    bounced: 120,
    delivered,
    readers,
    opens: Math.round(readers * 1.6),
    opensByVerdict: { human: 6_120, proxied: 7_190, prefetched: 6_804, scanner: 911, unclear: 40 },
    clicks: Math.round(clickers * 1.3),
    clickers,
    machineClicks: 2_240 + at,
    unclearClicks: 31,
    settling: at === 0 ? 12 : 0,
    paywallHits: 380 + 7 * at,
    trialsStarted: 11 + (at % 9),
    openRate: readers / delivered,
    clickRate: clickers / delivered,
    clickToOpenRate: clickers / readers,
  };
}

/** Titles as authors write them: long, in several scripts, and with what a spreadsheet takes for a formula. */
const TITLES = [
  'The quiet harbour',
  '=2+5 ways to read a tide table',
  'Приливы и отливы: что видно с берега',
  'Ώρα για ψάρεμα στο λιμάνι',
  'הנמל השקט (חלק 2) בשעה 07:30',
  'الميناء الهادئ 2026',
  'What a town does when its boats stay in, and why nobody on the quay was surprised when the fish auction closed for good 🐟',
  '🌊 Low tide, high rents 👩‍🚀',
];

function issueOf(at: number, sentAt: number): IssueReport['issue'] {
  return {
    id: `issue${String(at).padStart(7, '0')}`,
    title: TITLES[at % TITLES.length] ?? '',
    subtitle: at === 0 ? 'What a town does when its boats stay in' : '',
    sentAt: iso(sentAt),
    hasPaywall: true,
    tags: ['Harbours', 'Spain'],
    createdAt: iso(sentAt - DAY),
    sections: ['The harbour master', 'Prices at the auction', 'Letters'].map((title, ordinal) => ({
      id: `section${ordinal}`,
      title,
      ordinal,
      access: ordinal === 0 ? 'before' : ordinal === 1 ? 'across' : 'behind',
    })),
    links: [],
  };
}

function linkOf(at: number, issue: number): IssueReport['links'][number] {
  const clickers = Math.max(2, 320 - at * 17);
  return {
    id: `link${issue}x${at}`,
    url:
      at % 3 === 0
        ? `https://shop.example/boots?utm_source=tide&utm_content=${issue}`
        : `https://example.org/harbour/archive/1911/maps/${at}`,
    text: at === 1 ? '' : `a map from ${1911 + at}`,
    kind: 'outbound',
    section: `section${at % 3}`,
    ordinal: at,
    clicks: Math.round(clickers * 1.2),
    clickers,
    machineClicks: 20 + at,
    unclearClicks: at % 4,
  };
}

function reportOf(at: number, sentAt: number, links: number): IssueReport {
  const figures = figuresOf(at);
  const issue = issueOf(at, sentAt);
  return {
    issue,
    asOf: iso(NOW),
    figures,
    estimate: {
      ok: true,
      readers: { estimate: figures.readers + 1_900, low: figures.readers + 1_500, high: figures.readers + 2_350 },
      hiddenReaders: { estimate: 1_900, low: 1_500, high: 2_350 },
      hiddenRecipients: 6_000,
      counted: figures.readers,
      seenClickRate: 0.12,
    },
    jump: null,
    segments: [
      {
        segment: 'free',
        delivered: figures.delivered - 2_000,
        readers: figures.readers - 1_500,
        clickers: figures.clickers - 300,
      },
      { segment: 'trial', delivered: 150, readers: 100, clickers: 20 },
      { segment: 'premium', delivered: 1_850, readers: 1_400, clickers: 280 },
    ],
    activity: Array.from({ length: 72 }, (_, hour) => ({
      hour,
      start: iso(sentAt + hour * HOUR),
      opens: Math.round(3_000 / (hour + 1)),
      machineOpens: Math.round(2_000 / (hour + 1)),
      clicks: Math.round(300 / (hour + 1)),
      readersSoFar: hour === 71 ? figures.readers : Math.round(figures.readers * (1 - Math.exp(-(hour + 1) / 9))),
    })),
    links: Array.from({ length: links }, (_, index) => linkOf(index, at)),
    sections: issue.sections.map((section, index) => ({
      ...section,
      clicks: 500 - 100 * index,
      clickers: 400 - 90 * index,
    })),
  };
}

/** @param links How many the issue has: with a thousand the report has some forty pages. */
export function issueFindings({ links = 14 } = {}): IssueFindings {
  const report = reportOf(0, NOW - 3 * DAY, links);
  const usual = (low: number, median: number, high: number) => ({ low, median, high });
  return {
    report,
    usual: {
      asOf: iso(NOW),
      age: 72,
      issues: 30,
      audience: 'everyone',
      figures: {
        readers: usual(7_600, 8_100, 8_700),
        openRate: usual(0.38, 0.41, 0.44),
        clickers: usual(820, 950, 1_080),
        clickRate: usual(0.041, 0.047, 0.054),
        clickToOpenRate: usual(0.1, 0.117, 0.13),
        paywallHits: usual(320, 380, 450),
        trialsStarted: usual(9, 14, 19),
      },
      curve: Array.from({ length: 72 }, (_, hour) => ({
        hour,
        low: Math.round(7_600 * (1 - Math.exp(-(hour + 1) / 11))),
        median: Math.round(8_100 * (1 - Math.exp(-(hour + 1) / 10))),
        high: Math.round(8_700 * (1 - Math.exp(-(hour + 1) / 8))),
      })),
      forecast: { hours: 168, readers: 8_400, low: 8_200, high: 8_700 },
    },
    reading: {
      webReaders: 1_200,
      places: [
        { section: null, readers: 1_200, reached: 1_200, stopped: 150, hits: 0, wentOn: 0 },
        { section: 'section0', readers: 1_020, reached: 1_050, stopped: 400, hits: 0, wentOn: 0 },
        { section: 'section1', readers: 600, reached: 650, stopped: 480, hits: 380, wentOn: 40 },
        { section: 'section2', readers: 170, reached: 170, stopped: 170, hits: 0, wentOn: 0 },
      ],
    },
    paywall: {
      hits: 380,
      hitsInAll: 512,
      offersShown: 240,
      offersInAll: 300,
      trialsStarted: 11,
      converted: 4,
      running: 3,
      offerRate: { count: 240, of: 380, rate: 240 / 380, low: 0.59, high: 0.67 },
      trialRate: { count: 11, of: 380, rate: 11 / 380, low: 0.018, high: 0.045 },
      conversionRate: null,
      revenue: [{ currency: 'EUR', digits: 2, amount: 3_196, subscriptions: 4 }],
    },
    people: {
      people: 8_900,
      countries: {
        items: [
          { country: 'ES', people: 3_100 },
          { country: 'GB', people: 1_200 },
          { country: 'GR', people: 800 },
        ],
        others: 240,
      },
      clients: {
        items: [
          { client: 'Gmail', group: 'proxy', people: 4_100 },
          { client: 'Apple Mail', group: 'mail', people: 900 },
        ],
        others: 300,
      },
      devices: {
        items: [
          { device: 'phone_or_tablet', people: 2_400 },
          { device: 'computer', people: 2_100 },
        ],
        others: 0,
      },
      referrers: {
        items: [
          { site: 'direct', host: null, people: 700 },
          { site: 'other', host: 'news.example', people: 120 },
        ],
        others: 12,
      },
      tenure: {
        knownSince: iso(NOW - 500 * DAY),
        items: [
          { tenure: 'new', delivered: 900, readers: 500, clickers: 80 },
          { tenure: 'under_a_year', delivered: 9_000, readers: 3_600, clickers: 400 },
          { tenure: 'over_a_year', delivered: 9_980, readers: 4_000, clickers: null },
        ],
      },
    },
  };
}

function listed(at: number, sentAt: number): IssueListItem {
  const { sections: _, links: __, ...issue } = issueOf(at, sentAt);
  return { ...issue, audience: 'everyone', figures: figuresOf(at), readersByHour: [] };
}

const attribution: AttributionView = {
  from: iso(Date.UTC(2026, 1, 28, 23)),
  to: iso(NOW),
  windowDays: 7,
  subscriptions: 60,
  attributed: 52,
  issues: [
    { key: 'issue0000000', title: 'The quiet harbour', last: 40, first: 35, converted: 12 },
    { key: 'issue0000001', title: '=2+5 ways to read a tide table', last: 12, first: 15, converted: 3 },
    { key: null, title: null, last: 8, first: 10, converted: 1 },
  ],
  links: [],
  sections: [],
  offers: [
    { key: 'offer1', title: 'Two weeks free', last: 45, converted: 13 },
    { key: null, title: null, last: 15, converted: 3 },
  ],
  touches: [
    { touch: 'paywall_hit', last: 30, converted: 9 },
    { touch: 'call_to_action', last: 14, converted: 4 },
    { touch: 'clicked', last: 0, converted: 0 },
    { touch: 'viewed', last: 8, converted: 2 },
    { touch: 'told', last: 0, converted: 0 },
    { touch: 'none', last: 8, converted: 1 },
  ],
};

const MONTHS = ['2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03'];
const revenue: RevenueView = {
  asOf: iso(NOW),
  currencies: [
    {
      currency: 'EUR',
      digits: 2,
      mrr: 1_480_050,
      subscriptions: 1_850,
      months: MONTHS.map((month, at) => ({
        month,
        mrr: 1_280_050 + at * 40_000,
        new: 70_000 + at * 1_003,
        expansion: 4_000,
        reactivation: 6_000,
        contraction: -3_000,
        churn: -38_003,
        paid: 1_510_099 + at,
        refunded: 7_990,
        subscriptions: 1_600 + 50 * at,
      })),
      perHit: { amount: 61, of: 9_120, low: 48, high: 76 },
      perTrial: { amount: 1_620, of: 340, low: 1_300, high: 1_980 },
      lifetime: { months: 6, amount: 4_120, low: 3_900, high: 4_300 },
      issues: [],
      unattributed: { amount: 0, subscriptions: 0 },
    },
  ],
};

/** @param issues how many went out */
export function monthFindings({ issues = 27 } = {}): MonthFindings {
  const begin = Date.UTC(2026, 1, 28, 23);
  return {
    month: '2026-03',
    from: iso(begin),
    to: iso(Date.UTC(2026, 2, 31, 22)),
    asOf: iso(NOW),
    issues: Array.from({ length: issues }, (_, at) => listed(at, begin + 7 * HOUR + (at % 30) * DAY)),
    issuesBefore: Array.from({ length: 24 }, (_, at) => listed(at + 3, begin - 25 * DAY + at * DAY)),
    revenue,
    attribution,
  };
}

const funnel: FunnelView = {
  from: iso(NOW - 90 * DAY),
  to: iso(NOW),
  issues: 78,
  windowDays: 30,
  steps: [
    { step: 'delivered', people: 21_400, took: null, share: null },
    {
      step: 'read',
      people: 15_020,
      took: null,
      share: { count: 15_020, of: 21_400, rate: 15_020 / 21_400, low: 0.696, high: 0.708 },
    },
    {
      step: 'paywall_hit',
      people: 5_210,
      took: null,
      share: { count: 5_210, of: 15_020, rate: 5_210 / 15_020, low: 0.341, high: 0.353 },
    },
    {
      step: 'offer_shown',
      people: 4_100,
      took: { people: 4_100, quarterMs: 600, medianMs: 900, threeQuartersMs: 4_000 },
      share: { count: 4_100, of: 5_210, rate: 4_100 / 5_210, low: 0.777, high: 0.796 },
    },
    {
      step: 'trial_started',
      people: 340,
      took: { people: 340, quarterMs: 30_000, medianMs: 86_000, threeQuartersMs: DAY },
      share: { count: 340, of: 5_210, rate: 340 / 5_210, low: 0.06, high: 0.071 },
    },
    {
      step: 'converted',
      people: 118,
      took: { people: 118, quarterMs: 14 * DAY, medianMs: 15 * DAY, threeQuartersMs: 16 * DAY },
      share: { count: 118, of: 340, rate: 118 / 340, low: 0.305, high: 0.391 },
    },
  ],
  stillPaying: [
    { months: 1, rate: { rate: 0.913, low: 0.837, high: 0.955 }, atRisk: 82, of: 90, people: 82 },
    { months: 3, rate: { rate: 0.846, low: 0.742, high: 0.911 }, atRisk: 33, of: 40, people: 33 },
    { months: 12, rate: null, atRisk: 0, of: 0, people: 0 },
  ],
  parts: {
    by: 'offer',
    items: [
      { key: 'offer1', name: 'Two weeks free', people: [null, null, 3_000, 3_000, 250, 90] },
      { key: 'offer2', name: 'One month for one euro', people: [null, null, 1_100, 1_100, 80, 26] },
      { key: null, name: null, people: [null, null, 1_110, 0, 10, 2] },
    ],
    more: 0,
  },
};

const trials: TrialsView = {
  asOf: iso(NOW),
  running: 42,
  endingThisWeek: 18,
  calledOff: 9,
  started: 336,
  converted: 108,
  cancelled: 120,
  expired: 60,
  paymentFailed: 12,
  recovered: 5,
  trialDays: 14,
  naiveRate: 108 / 336,
  rate: { rate: 0.368, low: 0.313, high: 0.424, day: 17 },
  curve: Array.from({ length: 18 }, (_, day) => ({
    day,
    rate: day < 14 ? day * 0.004 : 0.3 + (day - 14) * 0.0225,
    low: day < 14 ? day * 0.002 : 0.25 + (day - 14) * 0.021,
    high: day < 14 ? day * 0.008 : 0.35 + (day - 14) * 0.0245,
  })),
  cohorts: Array.from({ length: 12 }, (_, at) => ({
    from: iso(Date.UTC(2026, 0, 4, 23) + at * 7 * DAY),
    started: 28,
    converted: at < 10 ? 10 : 4,
    cancelled: 10,
    expired: 5,
    running: at < 10 ? 3 : 6,
    pastDue: 0,
    naiveRate: 0.3,
    rate: at === 11 ? null : { rate: 0.36, low: 0.2, high: 0.54, day: 17 },
    curve: [],
  })),
  forecast: { month: '2026-03', soFar: 31, expected: 38.4, low: 33, high: 44 },
};

const retained = (months: number, of: number) =>
  Array.from({ length: months + 1 }, (_, month) => ({
    month,
    of,
    rate: 0.97 ** month,
    low: 0.97 ** month - 0.02 * month * 0.3,
    high: Math.min(1, 0.97 ** month + 0.005 * month),
  }));
const cohorts: CohortsView = {
  asOf: iso(NOW),
  by: 'month',
  cohorts: MONTHS.map((key, at) => ({ key, title: null, payers: 40 + at, months: retained(5 - at, 40) })),
  all: retained(5, 255),
};

export function growthFindings(): GrowthFindings {
  return { funnel, days: 90, trials, revenue, attribution, cohorts };
}

/** @param issues with the sponsor's link */
export function sponsorFindings({ issues = 6 } = {}): SponsorFindings {
  return {
    target: 'https://shop.example/boots',
    match: 'page',
    asOf: iso(NOW),
    issues: Array.from({ length: issues }, (_, at) => {
      const report = reportOf(at, NOW - (issues - at) * 7 * DAY, 6);
      return { report, links: report.links.filter(({ url }) => url.startsWith('https://shop.example/boots')) };
    }),
    more: 0,
  };
}
