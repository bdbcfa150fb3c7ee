import type * as contract from '@readout/api-contract';
import type { z } from 'zod';
import { EXPERIMENT_EXAMPLES } from './experiment-examples.ts';
import { EXPORT_EXAMPLES } from './export-examples.ts';
import { GROWTH_EXAMPLES } from './growth-examples.ts';
import { IMPORT_EXAMPLES } from './import-examples.ts';
import { OVERVIEW_EXAMPLES } from './overview-examples.ts';
import { REPORT_EXAMPLES } from './report-examples.ts';
import { SCHEDULE_EXAMPLES } from './schedule-examples.ts';
import { SHARE_EXAMPLES } from './share-examples.ts';

const issue: contract.IssueView = {
  id: 'hB4tZs8WqLpE',
  title: 'The quiet harbour',
  subtitle: 'What a town does when its boats stay in',
  sentAt: '2026-03-02T06:00:00.000Z',
  hasPaywall: true,
  tags: ['Harbours', 'Spain'],
  createdAt: '2026-03-01T17:12:40.118Z',
};
const section: contract.IssueDetail['sections'][number] = {
  id: 'Kd3nVx7RgYmA',
  title: 'The harbour master',
  ordinal: 0,
  access: 'before',
};
const link: contract.IssueDetail['links'][number] = {
  id: 'pW9cJf5UhNeT',
  url: 'https://example.org/harbour',
  text: 'a map from 1911',
  kind: 'outbound',
  section: section.id,
  ordinal: 0,
};
const detail: contract.IssueDetail = { ...issue, sections: [section], links: [link] };
const figures: contract.IssueFiguresView = {
  sent: 20_000,
  bounced: 120,
  delivered: 19_880,
  readers: 8_946,
  opens: 13_310,
  opensByVerdict: { human: 6_120, proxied: 7_190, prefetched: 6_804, scanner: 911, unclear: 40 },
  clicks: 1_602,
  clickers: 1_193,
  machineClicks: 2_240,
  unclearClicks: 31,
  settling: 12,
  paywallHits: 412,
  trialsStarted: 18,
  openRate: 0.45,
  clickRate: 0.06,
  clickToOpenRate: 0.1334,
};
const listed: contract.IssueListItem = {
  ...issue,
  audience: 'everyone',
  figures,
  readersByHour: Array.from({ length: 48 }, (_, hour) => Math.round(2_400 / (hour + 1))),
};
const compared: contract.ComparedIssue = {
  ...issue,
  audience: 'everyone',
  figures,
  ranges: {
    openRate: { low: 0.4442, high: 0.4558 },
    clickRate: { low: 0.0573, high: 0.0628 },
    clickToOpenRate: { low: 0.1276, high: 0.1394 },
  },
  readersSoFar: [4_120, 6_012, 8_946],
  sections: [{ ...section, clickers: 1_193 }],
  links: [{ ...link, clickers: 1_193 }],
};
const estimate: contract.ReadersEstimate = {
  ok: true,
  readers: { estimate: 12_410, low: 10_960, high: 14_480 },
  hiddenReaders: { estimate: 3_711, low: 2_261, high: 5_781 },
  hiddenRecipients: 6_512,
  counted: 8_946,
  seenClickRate: 0.109,
};
const jump: contract.MachineJump = { of: 'machine_clicks', share: 0.1127, usual: 0.02, times: 5.635 };
const reason: contract.VerdictReason = {
  name: 'every_link',
  says: 'Every link of the message was followed within two minutes.',
  category: 'pattern',
  source: 'docs/mail-machines.md',
};
const judged: contract.JudgedEvent = {
  time: '2026-03-02T06:00:07.412Z',
  kind: 'clicked',
  verdict: 'scanner',
  reasons: [reason],
  confidence: 0.83,
  client: 'Chrome 142 / Windows',
  network: 'hosting',
  country: 'US',
  link: { id: link.id, text: link.text },
  segment: 'free',
  settled: true,
  secondsSinceSent: 6.9,
  secondsSinceDelivery: 2.1,
};
const usualReaders: contract.UsualRange = { low: 7_790, median: 8_371, high: 8_982 };
const note: contract.NoteView = {
  id: 'Rk3vNc8TzWpQ',
  issue: issue.id,
  at: '2026-03-02T18:30:00.000Z',
  text: 'Panel appearance: the host named this issue.',
  createdAt: '2026-03-03T07:12:40.118Z',
};
const offered: contract.OfferedView = {
  id: 'oF7dNs2hLbYc',
  trialDays: 30,
  price: 800,
  months: 1,
  currency: 'EUR',
  headline: 'Read on for a month',
  text: 'Then €8 a month, until you say stop.',
  button: 'Start reading',
  takesCard: false,
};
const offer: contract.OfferView = {
  ...offered,
  name: 'Thirty days, no card',
  isUsual: true,
  archivedAt: null,
  createdAt: '2026-02-27T09:20:11.402Z',
};
const experiment: contract.ExperimentView = {
  id: 'Ex5tRk8mQwZp',
  state: 'running',
  name: 'Thirty or seven days',
  arms: [
    { offer: offer.id, weight: 1 },
    { offer: 'oF9wKx4jTgVu', weight: 1 },
  ],
  readers: 'free',
  visitors: false,
  share: 1,
  measure: 'paid',
  guardrails: [{ measure: 'revenue', worstChange: 0.1 }],
  smallestEffect: 0.2,
  baseline: 0.017,
  createdAt: '2026-03-01T08:02:55.310Z',
  startedAt: '2026-03-02T05:30:00.000Z',
  stoppedAt: null,
};
const share: contract.ShareOfPeople = { count: 18, of: 412, rate: 0.0437, low: 0.03, high: 0.0633 };
const came = {
  opensByVerdict: figures.opensByVerdict,
  clicks: figures.clicks,
  machineClicks: figures.machineClicks,
  unclearClicks: figures.unclearClicks,
  readers: figures.readers,
};
const publication: contract.PublicationView = {
  id: '7Qm2XkVb9TcR',
  name: 'Low Tide',
  timeZone: 'Europe/Madrid',
  isSample: false,
  sites: ['https://letters.example'],
  tracksOpens: true,
  tracksClicks: true,
  tracksReaders: true,
  plantsHoneypot: false,
  showsReaders: false,
  createdAt: '2026-02-27T09:30:00.000Z',
};
const key: contract.ApiKeyView = {
  id: 3,
  name: 'Spreadsheet',
  publication: publication.id,
  hint: 'ro_8fK2a',
  createdAt: '2026-03-01T10:00:00.000Z',
  lastUsedAt: null,
};
const gateway: contract.OwnRule = {
  name: 'The gateway of a bank',
  when: { network: 'hosting', domain: 'bank.example' },
  verdict: 'scanner',
};
const groupSizes: contract.ReaderGroupSizes = {
  new: 412,
  engaged: 7_940,
  fading: 2_204,
  dormant: 2_816,
  hidden: 6_512,
};
const meanRate = { mean: 0.412, low: 0.396, high: 0.428 };
const contrast: contract.OpenRateContrast = {
  issues: 14,
  openRate: meanRate,
  difference: { estimate: 0.008, low: -0.011, high: 0.027 },
  pValue: 0.486,
  adjusted: 0.81,
  says: 'chance',
};
const single: contract.SingleReader = {
  reader: 4_812,
  standing: 'free',
  group: 'fading',
  sent: 22,
  read: 3,
  lastRead: { id: issue.id, title: issue.title, sentAt: '2026-03-02T06:00:00.000Z' },
};
const mailgun: contract.MailProviderView = {
  provider: 'mailgun',
  hook: `https://read.example.com/hooks/mailgun/${publication.id}`,
  hint: '3f9a',
  createdAt: '2026-03-01T17:12:40.118Z',
  lastEventAt: '2026-03-02T06:00:04.250Z',
};
const stripe: contract.BillingSystemView = {
  system: 'stripe',
  hook: `https://read.example.com/hooks/stripe/${publication.id}`,
  hint: 'Qx7d',
  account: null,
  takesTests: false,
  createdAt: '2026-03-01T17:12:40.118Z',
  lastStatementAt: '2026-03-02T06:00:04.000Z',
};
const statement: contract.BillingStatementRequest = {
  time: '2026-03-02T06:00:04Z',
  subscription: 'S-1001',
  customer: 'C-77',
  reader: 'eva@example.org',
  issue: issue.id,
  standing: {
    status: 'trialing',
    startedAt: '2026-03-02T06:00:04Z',
    trialTo: '2026-03-16T06:00:04Z',
    plan: 'Premium, monthly',
    price: 900,
    currency: 'EUR',
    interval: 'month',
  },
};
const html = '<h1>The quiet harbour</h1><p>There is <a href="https://example.org/harbour">a map from 1911</a>.</p>';
const tracked =
  '<h1>The quiet harbour</h1><p>There is <a href="https://read.example.com/c/pW9cJf5UhNeT/{{ readout_token }}">a map from 1911</a>.</p>' +
  '<img src="https://read.example.com/o/hB4tZs8WqLpE/{{ readout_token }}.gif" width="1" height="1" alt="">';

/** One example of each schema of the contract, by its name in the document. A test holds each against its schema. */
export const EXAMPLES: Readonly<Record<string, unknown>> = {
  ApiKeyView: key,
  ApiKeyList: { items: [key], next: null },
  CreateApiKeyRequest: { name: 'Spreadsheet', publication: publication.id },
  CreatedApiKey: { ...key, key: 'ro_8fK2aXw0b1yq3Jv5Zr7Tt9Ns4Lm6Pd2Hc8Ge0Fa1Ui3k' } satisfies contract.CreatedApiKey,
  QuarantineList: {
    total: 1,
    items: [
      {
        position: 48_213,
        partition: 0,
        collector: 1,
        reason: 'not JSON',
        line: '{"type":"hi',
        time: '2026-03-02T06:00:04.250Z',
      },
    ],
    next: null,
  } satisfies contract.QuarantineList,
  FunnelView: {
    from: '2026-01-01T00:00:00.000Z',
    to: '2026-04-01T00:00:00.000Z',
    issues: 64,
    windowDays: 30,
    steps: [
      { step: 'delivered', people: 4_100, share: null, took: null },
      {
        step: 'read',
        people: 3_350,
        share: { count: 3350, of: 4100, rate: 0.8171, low: 0.807, high: 0.8268 },
        took: { people: 3_310, quarterMs: 1_260_000, medianMs: 5_400_000, threeQuartersMs: 31_200_000 },
      },
      {
        step: 'paywall_hit',
        people: 1_210,
        share: { count: 1210, of: 3350, rate: 0.3612, low: 0.3477, high: 0.375 },
        took: { people: 980, quarterMs: 70_000, medianMs: 240_000, threeQuartersMs: 5_100_000 },
      },
      {
        step: 'offer_shown',
        people: 1_130,
        share: { count: 1130, of: 1210, rate: 0.9339, low: 0.9212, high: 0.9447 },
        took: { people: 1_130, quarterMs: 1_100, medianMs: 2_000, threeQuartersMs: 6_000 },
      },
      {
        step: 'trial_started',
        people: 96,
        share: { count: 96, of: 1210, rate: 0.0793, low: 0.0675, high: 0.0931 },
        took: { people: 96, quarterMs: 41_000, medianMs: 95_000, threeQuartersMs: 86_400_000 },
      },
      {
        step: 'converted',
        people: 41,
        share: { count: 41, of: 96, rate: 0.4271, low: 0.347, high: 0.511 },
        took: { people: 41, quarterMs: 604_900_000, medianMs: 606_000_000, threeQuartersMs: 610_000_000 },
      },
    ],
    stillPaying: [
      { months: 1, rate: { rate: 0.9381, low: 0.794, high: 0.983 }, atRisk: 28, of: 30, people: 28 },
      { months: 3, rate: null, atRisk: 0, of: 0, people: 0 },
      { months: 12, rate: null, atRisk: 0, of: 0, people: 0 },
    ],
    parts: {
      by: 'audience',
      items: [
        { key: 'free', name: null, people: [3_600, 2_900, 1_150, 1_080, 94, 40] },
        { key: null, name: null, people: [0, 0, 60, 50, 2, 1] },
      ],
      more: 0,
    },
  } satisfies contract.FunnelView,
  JudgingStatus: {
    state: 'running',
    step: 'verdicts',
    share: 0.42,
    judged: 481_220,
    changed: [
      { from: 'human', to: 'scanner', count: 1_204 },
      { from: 'unclear', to: 'human', count: 31 },
    ],
    startedAt: '2026-03-02T06:00:04.250Z',
    endedAt: null,
    error: null,
  } satisfies contract.JudgingStatus,
  OwnRulesView: {
    version: 3,
    rules: [
      { ...gateway, id: 'Vt6sMh2KzXcD', createdAt: '2026-03-01T17:12:40.118Z' },
      {
        id: 'Jq8wBn4RfLyG',
        name: 'Our own office',
        when: { range: '192.0.2.0/24' },
        verdict: 'unclear',
        createdAt: '2026-03-01T17:12:40.118Z',
      },
    ],
    isApplied: false,
  } satisfies contract.OwnRulesView,
  ReplaceOwnRulesRequest: { version: 2, rules: [gateway] } satisfies contract.ReplaceOwnRulesRequest,
  PreviewRulesRequest: { rules: [gateway], days: 30 } satisfies contract.PreviewRulesRequest,
  RulesPreview: {
    from: '2026-01-31T06:00:00.000Z',
    to: '2026-03-02T06:00:00.000Z',
    issuesLookedAt: 22,
    issues: 22,
    judged: 312_480,
    changed: [{ kind: 'clicked', from: 'human', to: 'scanner', count: 212 }],
    byIssue: [
      {
        id: issue.id,
        title: issue.title,
        sentAt: issue.sentAt,
        changed: 212,
        readers: { before: 8_946, after: 8_912 },
        clicks: { before: 1_602, after: 1_390 },
      },
    ],
    examples: [
      {
        issue: issue.id,
        kind: 'clicked',
        time: '2026-03-02T06:00:21.004Z',
        client: 'Chrome 142 / Windows',
        network: 'hosting',
        before: { verdict: 'human', reasons: ['ordinary_client'] },
        after: { verdict: 'scanner', reasons: ['own:The gateway of a bank'] },
      },
    ],
  } satisfies contract.RulesPreview,
  Connections: {
    asOf: '2026-03-02T09:00:00.000Z',
    sources: [
      { source: 'pixel', lastEventAt: '2026-03-02T08:59:58.250Z' },
      { source: 'redirect', lastEventAt: '2026-03-02T08:41:10.120Z' },
      { source: 'beacon', lastEventAt: null },
      { source: 'api', lastEventAt: '2026-03-02T06:00:00.000Z' },
      { source: 'import', lastEventAt: null },
    ],
    mailProviders: [
      { provider: 'mailgun', isSetUp: false, lastEventAt: null },
      { provider: 'sendgrid', isSetUp: false, lastEventAt: null },
      { provider: 'ses', isSetUp: true, lastEventAt: '2026-03-02T06:00:04.250Z' },
      { provider: 'postmark', isSetUp: false, lastEventAt: null },
    ],
    billingSystems: [
      { system: 'stripe', isSetUp: true, lastEventAt: null },
      { system: 'webhook', isSetUp: false, lastEventAt: null },
    ],
  } satisfies contract.Connections,
  ConnectionCheck: {
    id: 2_961_034_877,
    pixel: `https://read.example.com/o/${publication.id}/AQAAAAEtx0Vb2qkWm3fZc8uYd1nRg5hJpA.gif`,
  } satisfies contract.ConnectionCheck,
  CheckProgress: {
    id: 2_961_034_877,
    takenAt: '2026-03-02T09:00:01.120Z',
    writtenAt: '2026-03-02T09:00:01.860Z',
  } satisfies contract.CheckProgress,
  MailProviderView: mailgun,
  MailProviderList: {
    items: [mailgun],
    hooks: [
      { provider: 'mailgun', hook: mailgun.hook },
      { provider: 'sendgrid', hook: `https://read.example.com/hooks/sendgrid/${publication.id}` },
      { provider: 'ses', hook: `https://read.example.com/hooks/ses/${publication.id}` },
      { provider: 'postmark', hook: `https://read.example.com/hooks/postmark/${publication.id}` },
    ],
  } satisfies contract.MailProviderList,
  SetMailProviderRequest: { key: '6f1d2c93b7e84a05d1f0c2b9a8e73f9a' } satisfies contract.SetMailProviderRequest,
  BillingSystemView: stripe,
  BillingSystemList: {
    items: [stripe],
    hooks: [
      { system: 'stripe', hook: stripe.hook },
      { system: 'webhook', hook: `https://read.example.com/hooks/webhook/${publication.id}` },
    ],
  } satisfies contract.BillingSystemList,
  SetBillingSystemRequest: {
    secret: 'whsec_5Jt0nVb8cYw2Rz6LpHq3Gs7Kd9MxQx7d',
    takesTests: false,
  } satisfies contract.SetBillingSystemRequest,
  BillingStatementRequest: statement,
  BillingStatementsRequest: {
    statements: [
      statement,
      {
        time: '2026-03-16T06:03:00Z',
        subscription: 'S-1001',
        payment: { id: 'P-5120', amount: 900, currency: 'EUR' },
      },
    ],
  } satisfies contract.BillingStatementsRequest,
  RecordedStatements: { recorded: 2 } satisfies contract.RecordedStatements,
  StripeListRequest: {
    object: 'list',
    data: [{ object: 'subscription', id: 'sub_1', status: 'active', created: 1_772_431_204, customer: 'cus_1' }],
  } satisfies contract.StripeListRequest,
  BillingImport: {
    preview: true,
    rows: 412,
    subscriptions: 412,
    statuses: { waiting: 0, trialing: 18, active: 371, past_due: 4, paused: 0, ended: 19 },
    payments: 371,
    refunds: 0,
    readers: 412,
    knownReaders: 405,
    unknownColumns: ['Shoe size'],
    firstStartedAt: '2024-01-08T09:12:00.000Z',
    lastStartedAt: '2026-03-01T18:40:00.000Z',
    recorded: 0,
  } satisfies contract.BillingImport,
  ReplayResult: { replayed: 12, tooLong: 0 } satisfies contract.ReplayResult,
  IssueFigures: figures,
  IssueView: issue,
  IssueAudience: 'everyone' satisfies contract.IssueAudience,
  IssueListItem: listed,
  IssueList: { items: [listed], next: null, total: 1, of: 62 } satisfies contract.IssueList,
  IssueChoices: {
    tags: [
      { tag: 'Harbours', issues: 12 },
      { tag: 'Spain', issues: 3 },
    ],
    audiences: [
      { audience: 'everyone', issues: 51 },
      { audience: 'paying', issues: 11 },
    ],
  } satisfies contract.IssueChoices,
  ShareRange: { low: 0.4442, high: 0.4558 },
  ComparedIssue: compared,
  IssueComparison: {
    asOf: '2026-03-02T06:59:12.004Z',
    items: [compared, { ...compared, id: 'Xs5vPk9MnRwD', title: 'The loud harbour' }],
    leads: {
      openRate: { issue: issue.id, clear: true },
      clickRate: { issue: issue.id, clear: false },
      clickToOpenRate: null,
    },
  } satisfies contract.IssueComparison,
  SectionView: section,
  LinkView: link,
  Notice: { code: 'unsupported_scheme', message: 'A mailto: link was left as it is.' },
  IssueDetail: detail,
  CreatedIssue: {
    ...detail,
    editions: [{ edition: 'whole', html: tracked }],
    notices: [],
  } satisfies contract.CreatedIssue,
  EditionList: { items: ['whole', 'cut'] } satisfies contract.EditionList,
  EditionPreview: {
    edition: 'whole',
    html: `<!doctype html><html><body><h1>The quiet harbour</h1><p>There is <a data-readout-link="${link.id}">a map from 1911</a>.</p></body></html>`,
  } satisfies contract.EditionPreview,
  IssueReading: {
    webReaders: 2_140,
    places: [
      { section: null, readers: 2_140, reached: 2_140, stopped: 312, hits: 0, wentOn: 0 },
      { section: section.id, readers: 1_761, reached: 1_828, stopped: 1_828, hits: 412, wentOn: 18 },
    ],
  } satisfies contract.IssueReading,
  ShareOfPeople: share,
  IssuePaywall: {
    hits: 412,
    hitsInAll: 466,
    offersShown: 371,
    offersInAll: 420,
    trialsStarted: 18,
    converted: 7,
    running: 0,
    offerRate: { count: 371, of: 412, rate: 0.9005, low: 0.874, high: 0.922 },
    trialRate: share,
    conversionRate: { count: 7, of: 18, rate: 0.3889, low: 0.226, high: 0.581 },
    revenue: [{ currency: 'EUR', digits: 2, amount: 11_200, subscriptions: 7 }],
  } satisfies contract.IssuePaywall,
  IssuePeople: {
    people: 8_990,
    countries: {
      items: [
        { country: 'ES', people: 1_412 },
        { country: 'GB', people: 380 },
      ],
      others: 61,
    },
    clients: { items: [{ client: 'Gmail', group: 'proxy', people: 5_230 }], others: 1_411 },
    referrers: {
      items: [
        { site: 'direct', host: null, people: 1_604 },
        { site: 'x', host: null, people: 311 },
        { site: 'other', host: 'harbour-forum.example', people: 44 },
      ],
      others: 9,
    },
    devices: { items: [{ device: 'phone_or_tablet', people: 1_102 }], others: 3 },
    tenure: {
      knownSince: '2025-12-08T05:31:00.000Z',
      items: [
        { tenure: 'new', delivered: 811, readers: 402, clickers: 77 },
        { tenure: 'over_a_month', delivered: 19_069, readers: 8_544, clickers: 1_116 },
      ],
    },
  } satisfies contract.IssuePeople,
  CreateIssueRequest: {
    editions: [{ edition: 'whole', html }],
    mergeTag: '{{ readout_token }}',
  } satisfies contract.CreateIssueRequest,
  UpdateIssueRequest: { sentAt: '2026-03-02T06:00:00Z', tags: ['Harbours'] } satisfies z.input<
    typeof contract.updateIssueRequest
  >,
  RecipientsRequest: {
    sentAt: '2026-03-02T06:00:00Z',
    recipients: [
      { reader: 'subscriber-1', segment: 'premium', edition: 'whole' },
      { reader: 'subscriber-2', segment: 'free', edition: 'cut', domain: 'example.org' },
    ],
  } satisfies z.input<typeof contract.recipientsRequest>,
  RecipientsResponse: {
    recorded: 2,
    tokens: [
      { reader: 'subscriber-1', token: 'AQAAAAEtx0Vb2qkWm3fZc8uYd1nRg5hJpA' },
      { reader: 'subscriber-2', token: 'AQAAAAGk7LqPz4sXv9oTe6iBw0yUm2cNrQ' },
    ],
  } satisfies z.output<typeof contract.recipientsResponse>,
  IssueReport: {
    issue: detail,
    asOf: '2026-03-02T06:59:12.004Z',
    figures,
    estimate,
    jump,
    segments: [
      { segment: 'free', delivered: 16_900, readers: 7_098, clickers: 845 },
      { segment: 'trial', delivered: 480, readers: 312, clickers: 61 },
      { segment: 'premium', delivered: 2_500, readers: 1_536, clickers: 287 },
    ],
    activity: [
      {
        hour: 0,
        start: '2026-03-02T06:00:00.000Z',
        opens: 13_310,
        machineOpens: 7_755,
        clicks: 1_602,
        readersSoFar: 8_946,
      },
    ],
    links: [{ ...link, clicks: 1_602, clickers: 1_193, machineClicks: 2_240, unclearClicks: 31 }],
    sections: [{ ...section, clicks: 1_602, clickers: 1_193 }],
  } satisfies contract.IssueReport,
  ...OVERVIEW_EXAMPLES,
  ...IMPORT_EXAMPLES,
  ...EXPORT_EXAMPLES,
  ...GROWTH_EXAMPLES,
  ...REPORT_EXAMPLES,
  ...SHARE_EXAMPLES,
  ...SCHEDULE_EXAMPLES,
  UsualRange: usualReaders,
  IssueSort: '-readers' satisfies contract.IssueSort,
  IssueUsual: {
    asOf: '2026-03-03T02:00:00.000Z',
    age: 20,
    issues: 30,
    audience: 'everyone',
    figures: {
      readers: usualReaders,
      openRate: { low: 0.392, median: 0.421, high: 0.452 },
      clickers: { low: 812, median: 1_004, high: 1_220 },
      clickRate: { low: 0.041, median: 0.05, high: 0.061 },
      clickToOpenRate: { low: 0.099, median: 0.12, high: 0.141 },
      paywallHits: { low: 310, median: 366, high: 431 },
      trialsStarted: { low: 9, median: 14, high: 21 },
    },
    curve: [{ hour: 0, low: 1_480, median: 1_702, high: 1_990 }],
    forecast: { hours: 168, readers: 9_610, low: 9_402, high: 9_822 },
  } satisfies contract.IssueUsual,
  NoteView: note,
  NoteList: { items: [note], next: null } satisfies contract.NoteList,
  CreateNoteRequest: {
    text: note.text,
    at: '2026-03-02T19:30:00+01:00',
    issue: issue.id,
  } satisfies contract.CreateNoteRequest,
  UpdateNoteRequest: { text: 'Panel appearance' } satisfies contract.UpdateNoteRequest,
  OfferedView: offered,
  OfferView: offer,
  OfferList: { items: [offer], next: null } satisfies contract.OfferList,
  CreateOfferRequest: {
    name: offer.name,
    trialDays: 30,
    price: 800,
    currency: 'EUR',
    headline: offered.headline,
    text: offered.text,
    button: offered.button,
  } satisfies contract.CreateOfferRequest,
  UpdateOfferRequest: { price: 900, text: 'Then €9 a month.' } satisfies contract.UpdateOfferRequest,
  UsualOfferRequest: { offer: offer.id } satisfies contract.UsualOfferRequest,
  AssignedOffer: { experiment: experiment.id, offer: offered } satisfies contract.AssignedOffer,
  AssignOffersRequest: { readers: ['ana@example.org'] } satisfies contract.AssignOffersRequest,
  AssignedOffers: {
    items: [
      {
        reader: 'ana@example.org',
        token: 'AQAAAAFfM2mQ4k0vYb1xT7pZc9RwLd3sHg',
        experiment: experiment.id,
        offer: offered.id,
      },
    ],
    offers: [offered],
  } satisfies contract.AssignedOffers,
  ExperimentMeasure: 'paid' satisfies contract.ExperimentView['measure'],
  ExperimentState: 'running' satisfies contract.ExperimentState,
  ExperimentView: experiment,
  ExperimentList: { items: [experiment], next: null } satisfies contract.ExperimentList,
  CreateExperimentRequest: {
    name: experiment.name,
    arms: experiment.arms,
    readers: 'free',
    measure: 'paid',
    guardrails: experiment.guardrails,
    smallestEffect: 0.2,
    baseline: 0.017,
  } satisfies contract.CreateExperimentRequest,
  UpdateExperimentRequest: { share: 0.5 } satisfies contract.UpdateExperimentRequest,
  ...EXPERIMENT_EXAMPLES,
  FetchVerdict: 'scanner',
  FetchKind: 'clicked',
  VerdictCounts: figures.opensByVerdict,
  PeopleRange: { estimate: 12_410, low: 10_960, high: 14_480 },
  ReadersEstimate: estimate,
  MachineJump: jump,
  VerdictReason: reason,
  VerdictSplit: {
    kind: 'clicked',
    link: null,
    events: 3_873,
    readers: 1_604,
    settling: 12,
    verdicts: [
      { verdict: 'human', events: 1_602, readers: 1_193, settling: 4, reasons: [] },
      { verdict: 'proxied', events: 0, readers: 0, settling: 0, reasons: [] },
      { verdict: 'prefetched', events: 0, readers: 0, settling: 0, reasons: [] },
      { verdict: 'scanner', events: 2_240, readers: 402, settling: 8, reasons: [{ ...reason, events: 1_980 }] },
      { verdict: 'unclear', events: 31, readers: 27, settling: 0, reasons: [] },
    ],
  } satisfies contract.VerdictSplit,
  JudgedEvent: judged,
  JudgedEventList: { items: [judged], next: 'MTc3MjQzMTIwNzQxMiAwIDEgNDgyMTM' } satisfies contract.JudgedEventList,
  IssueClients: { items: [{ client: 'Chrome', group: 'browser', ...came }] } satisfies contract.IssueClients,
  IssueDomains: {
    items: [{ domain: 'example.org', recipients: 20_000, delivered: 19_880, bounced: 120, ...came }],
    known: 20_000,
  } satisfies contract.IssueDomains,
  MachineHistory: {
    items: [
      {
        id: issue.id,
        title: issue.title,
        sentAt: '2026-03-02T06:00:00.000Z',
        delivered: figures.delivered,
        ...came,
        settling: figures.settling,
        scannerShare: 0.1585,
        jump,
      },
    ],
    estimate,
  } satisfies contract.MachineHistory,
  ReaderGroup: 'fading',
  ReaderGroupSizes: groupSizes,
  SingleReaders: 'operator_forbids',
  ReaderGroups: {
    untold: null,
    singleReaders: 'operator_forbids',
    days: [
      {
        day: '2026-03-01T23:00:00.000Z',
        issues: 22,
        all: groupSizes,
        byStanding: {
          free: { new: 401, engaged: 6_102, fading: 2_010, dormant: 2_702, hidden: 5_490 },
          trial: { new: 8, engaged: 210, fading: 21, dormant: 9, hidden: 142 },
          premium: { new: 3, engaged: 1_628, fading: 173, dormant: 105, hidden: 880 },
        },
      },
    ],
    toldFrom: '2025-12-04T23:00:00.000Z',
  } satisfies contract.ReaderGroups,
  SingleReader: single,
  SingleReaderList: { items: [single], next: 'NmJ0ZVc0a1EgNDgxMg' } satisfies contract.SingleReaderList,
  FindReaderRequest: { reader: 'subscriber-1' },
  FoundReader: { reader: single.reader },
  ReaderTokensRequest: { readers: ['ana@example.org', 'ben@example.org'], segment: 'free' },
  ReaderTokens: {
    tokens: [
      { reader: 'ana@example.org', token: 'AQAAAAEtx0Vb2qkWm3fZc8uYd1nRg5hJpA' },
      { reader: 'ben@example.org', token: 'AQAAAAGk7LqPz4sXv9oTe6iBw0yUm2cNrQ' },
    ],
  },
  ReaderHistory: {
    ...single,
    items: [
      {
        issue: { id: issue.id, title: issue.title, sentAt: '2026-03-02T06:00:00.000Z' },
        standing: 'free',
        sent: '2026-03-02T06:00:00.000Z',
        bounced: false,
        opened: '2026-03-02T06:41:07.412Z',
        opens: 2,
        fetchedAhead: false,
        clicks: [{ time: '2026-03-02T06:42:30.001Z', link: { id: link.id, text: link.text, url: link.url } }],
        paywall: '2026-03-02T06:43:12.500Z',
        trial: null,
        payment: null,
      },
    ],
    subscription: [{ kind: 'trial_started', time: '2026-02-11T18:02:44.000Z' }],
    next: null,
  } satisfies contract.ReaderHistory,
  SubjectTrait: 'question',
  MeanOpenRate: meanRate,
  OpenRateContrast: contrast,
  SubjectsView: {
    audience: 'everyone',
    from: '2025-12-02T12:00:00.000Z',
    to: '2026-03-02T12:00:00.000Z',
    issues: 60,
    audiences: { everyone: 60, paying: 4 },
    fewest: 12,
    openRate: meanRate,
    compared: 9,
    traits: [{ trait: 'question', ...contrast }],
    weekdays: [{ weekday: 2, ...contrast }],
    hours: [{ hour: 6, ...contrast }],
    cells: [{ weekday: 2, hour: 6, issues: 11, openRate: 0.437 }],
  } satisfies contract.SubjectsView,
  Problem: {
    type: 'urn:readout:problem:invalid_request',
    title: 'The request has mistakes',
    status: 400,
    detail: 'recipients.3.segment: Invalid option.',
    code: 'invalid_request',
    errors: [{ path: 'recipients.3.segment', message: 'Invalid option.' }],
  } satisfies contract.Problem,
  PublicationView: publication,
  PublicationList: { items: [publication], next: null },
  CreatePublicationRequest: { name: 'Low Tide', timeZone: 'Europe/Madrid' },
  UpdatePublicationRequest: {
    name: 'Low Tide, weekly',
    sites: ['https://letters.example', 'https://archive.letters.example'],
    tracksOpens: false,
  } satisfies contract.UpdatePublicationRequest,
  CollectionState: {
    spool: {
      bytes: 1_610_612_736,
      maxBytes: 2_147_483_648,
      waitingRecords: 4_812_004,
      oldestWaitingAgeSeconds: 5_460,
      state: 'fine',
      whenFull: 'refuse',
      dropped: { opened: 0, clicked: 0, other: 0 },
      refused: 0,
    },
  } satisfies contract.CollectionState,
  SampleStatus: {
    state: 'loading',
    publication: publication.id,
    done: 400_000,
    total: 2_100_000,
    secondsLeft: 21,
    error: null,
  } satisfies contract.SampleStatus,
  SessionState: { state: 'signed_in' } satisfies contract.SessionState,
  Password: 'a long sentence of your own',
  SetupRequest: { code: '4821-7730', password: 'a long sentence of your own' },
  SignInRequest: { password: 'a long sentence of your own' },
};
