import type * as contract from '@readout/api-contract';
import { REPORT_EXAMPLES } from './report-examples.ts';

const subject: contract.SharedSubject = { show: 'month_report', language: 'en', month: null };
const token = 'rs_4pZr1xVnQ8cTjW0bKyH6mDfLs2uEaG9oNi7vXq3RtYw';

const link: contract.ShareLinkView = {
  id: 'Sh5kTz9WqLnE',
  label: 'For the board',
  subject,
  title: null,
  state: 'open',
  actor: 'owner',
  key: null,
  files: true,
  sites: ['https://board.example'],
  createdAt: '2026-04-01T08:00:00.000Z',
  expiresAt: '2026-07-01T08:00:00.000Z',
  revokedAt: null,
  opened: 12,
  lastOpenedAt: '2026-04-03T17:21:08.204Z',
};

const { kind: _kind, period: _period, madeAt: _madeAt, timeZone: _zone, ...report } = REPORT_EXAMPLES.ReportView;

export const SHARE_EXAMPLES: Readonly<Record<string, unknown>> = {
  SharedSubject: subject,
  CreateShareRequest: {
    label: 'For the board',
    subject,
    expiresAt: '2026-07-01T10:00:00+02:00',
    files: true,
    sites: ['https://board.example'],
  } satisfies contract.CreateShareRequest,
  ShareLink: link,
  ShareLinks: { items: [link], next: null } satisfies contract.ShareLinks,
  CreatedShare: { link, token, address: `https://read.example.com/s/${token}` } satisfies contract.CreatedShare,
  SharedView: {
    show: 'report',
    publication: { name: 'Low Tide', timeZone: 'Europe/Madrid' },
    files: true,
    report: { ...report, publication: { name: 'Low Tide' } },
  } satisfies contract.SharedView,
};
