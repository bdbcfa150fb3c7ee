import { describe, expect, test } from '@jest/globals';
import type { ScheduleView } from '@readout/api-contract';
import { draftOf, newDraft, requestOf } from './draft.ts';

const schedule: ScheduleView = {
  id: 'a',
  name: 'Weekly',
  what: {
    language: 'es',
    report: { kind: 'growth', formats: ['pdf', 'xlsx'], days: 30, match: 'page' },
    export: { what: 'links', format: 'parquet', span: 'all' },
  },
  cadence: { every: 'month', day: 31, hour: 0 },
  destination: { by: 'email', to: ['a@example.com', 'b@example.com'] },
  webhookSecret: null,
  isPaused: false,
  nextRunAt: null,
  lastRun: null,
  createdAt: '2026-03-02T07:00:00.000Z',
};

describe('a schedule in a form', () => {
  test('is asked for as it was, when nothing is changed', () => {
    const { what, cadence, destination } = schedule;
    const { match: _, ...report } = what.report ?? { match: 'page' };
    expect(requestOf(draftOf(schedule))).toEqual({ name: 'Weekly', what: { ...what, report }, cadence, destination });
    const webhook = { ...schedule, destination: { by: 'webhook', url: 'https://a.example/' } } as const;
    expect(requestOf(draftOf(webhook)).destination).toEqual(webhook.destination);
    const settled = { ...schedule, cadence: { every: 'issue', afterHours: 72 } } as const;
    expect(requestOf(draftOf(settled)).cadence).toEqual(settled.cadence);
  });

  test('takes addresses however they are separated, and a folder without slashes around', () => {
    const to = ' a@example.com;b@example.com,\nc@example.com ';
    expect(requestOf({ ...newDraft('en'), to }).destination).toEqual({
      by: 'email',
      to: ['a@example.com', 'b@example.com', 'c@example.com'],
    });
    expect(requestOf({ ...newDraft('en'), by: 'folder', folder: '/weekly/ ' }).destination).toEqual({
      by: 'folder',
      folder: 'weekly',
    });
  });
});
