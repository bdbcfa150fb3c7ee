import type * as contract from '@readout/api-contract';
import type { z } from 'zod';

const issue: contract.IssueView = {
  id: 'hB4tZs8WqLpE',
  title: 'The quiet harbour',
  subtitle: 'What a town does when its boats stay in',
  sentAt: '2026-03-02T06:00:00.000Z',
  hasPaywall: true,
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
  paywallHits: 412,
  trialsStarted: 18,
  openRate: 0.45,
  clickRate: 0.06,
  clickToOpenRate: 0.1334,
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
const html = '<h1>The quiet harbour</h1><p>There is <a href="https://example.org/harbour">a map from 1911</a>.</p>';
const tracked =
  '<h1>The quiet harbour</h1><p>There is <a href="https://read.example.com/c/pW9cJf5UhNeT/{{ readout_token }}">a map from 1911</a>.</p>' +
  '<img src="https://read.example.com/o/hB4tZs8WqLpE/{{ readout_token }}.gif" width="1" height="1" alt="">';

/** One example of each schema of the contract, by its name in the document. A test holds each against its schema. */
export const EXAMPLES: Readonly<Record<string, unknown>> = {
  ApiKeyView: key,
  ApiKeyList: { items: [key] },
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
  } satisfies contract.QuarantineList,
  FunnelView: {
    from: '2025-12-02T06:00:00.000Z',
    to: '2026-03-02T06:00:00.000Z',
    issues: 62,
    windowDays: 30,
    delivered: 20_412,
    readers: 14_903,
    paywallHits: 6_120,
    trialsStarted: 412,
    converted: 168,
  } satisfies contract.FunnelView,
  RebuildStatus: {
    state: 'running',
    share: 0.42,
    startedAt: '2026-03-02T06:00:04.250Z',
    endedAt: null,
    error: null,
  } satisfies contract.RebuildStatus,
  ReplayResult: { replayed: 12, tooLong: 0 } satisfies contract.ReplayResult,
  IssueFigures: figures,
  IssueView: issue,
  IssueListItem: {
    ...issue,
    figures,
    readersByHour: Array.from({ length: 48 }, (_, hour) => Math.round(2_400 / (hour + 1))),
  },
  IssueList: {
    items: [
      { ...issue, figures, readersByHour: Array.from({ length: 48 }, (_, hour) => Math.round(2_400 / (hour + 1))) },
    ],
    next: null,
    total: 1,
  } satisfies contract.IssueList,
  SectionView: section,
  LinkView: link,
  Notice: { code: 'unsupported_scheme', message: 'A mailto: link was left as it is.' },
  IssueDetail: detail,
  CreatedIssue: {
    ...detail,
    editions: [{ edition: 'whole', html: tracked }],
    notices: [],
  } satisfies contract.CreatedIssue,
  CreateIssueRequest: {
    editions: [{ edition: 'whole', html }],
    mergeTag: '{{ readout_token }}',
  } satisfies contract.CreateIssueRequest,
  UpdateIssueRequest: { sentAt: '2026-03-02T06:00:00Z' } satisfies z.input<typeof contract.updateIssueRequest>,
  RecipientsRequest: {
    sentAt: '2026-03-02T06:00:00Z',
    recipients: [
      { reader: 'subscriber-1', segment: 'premium', edition: 'whole' },
      { reader: 'subscriber-2', segment: 'free', edition: 'cut' },
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
    links: [{ ...link, clicks: 1_602, clickers: 1_193, machineClicks: 2_240 }],
    sections: [{ ...section, clicks: 1_602, clickers: 1_193 }],
  } satisfies contract.IssueReport,
  Problem: {
    type: 'urn:readout:problem:invalid_request',
    title: 'The request has mistakes',
    status: 400,
    detail: 'recipients.3.segment: Invalid option.',
    code: 'invalid_request',
    errors: [{ path: 'recipients.3.segment', message: 'Invalid option.' }],
  } satisfies contract.Problem,
  PublicationView: publication,
  PublicationList: { items: [publication] },
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
