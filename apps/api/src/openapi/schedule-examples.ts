import type * as contract from '@readout/api-contract';

const run: contract.ScheduleRunView = {
  id: 'Ru2mVx7RgYmA',
  cause: 'time',
  dueAt: '2026-03-02T06:00:00.000Z',
  issue: null,
  missed: 0,
  state: 'done',
  attempts: 1,
  startedAt: '2026-03-02T06:00:12.000Z',
  endedAt: '2026-03-02T06:00:15.000Z',
  nextAttemptAt: null,
  reason: null,
  files: [
    {
      name: '2026-03-02_growth_Weekly-figures_Sc8tKz4WqLpE.pdf',
      bytes: 48_211,
      sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    },
  ],
};
const terms = {
  what: {
    language: 'en',
    report: { kind: 'growth', formats: ['pdf'], days: 90, match: 'page' },
    export: null,
  },
  cadence: { every: 'week', weekday: 1, hour: 7 },
  destination: { by: 'email', to: ['ana@example.com'] },
} as const;
const schedule: contract.ScheduleView = {
  id: 'Sc8tKz4WqLpE',
  name: 'Weekly figures',
  ...terms,
  what: { ...terms.what, report: { ...terms.what.report, formats: ['pdf'] } },
  destination: { by: 'email', to: ['ana@example.com'] },
  webhookSecret: null,
  isPaused: false,
  nextRunAt: '2026-03-09T06:00:00.000Z',
  lastRun: run,
  createdAt: '2026-02-24T16:20:00.000Z',
};

export const SCHEDULE_EXAMPLES = {
  ScheduleTerms: terms,
  CreateScheduleRequest: { name: 'Weekly figures', ...terms },
  UpdateScheduleRequest: { isPaused: true },
  ScheduleRunView: run,
  ScheduleRunList: { items: [run], next: null },
  ScheduleView: schedule,
  ScheduleList: { items: [schedule], ways: { email: true, folder: false } },
  MailServerView: {
    whose: 'publication',
    host: 'smtp.example.com',
    port: 587,
    tls: 'starttls',
    user: 'tide@example.com',
    hasPassword: true,
    from: 'Low Tide <tide@example.com>',
  },
  SetMailServerRequest: {
    host: 'smtp.example.com',
    port: 587,
    tls: 'starttls',
    user: 'tide@example.com',
    password: 'a password of the mail server',
    from: 'Low Tide <tide@example.com>',
  },
  TestMailRequest: { to: 'ana@example.com' },
  TestMailAnswer: { outcome: 'failed', why: 'smtp.example.com: 535 5.7.8 Authentication credentials invalid' },
} as const;
