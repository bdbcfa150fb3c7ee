import { z } from 'zod';
import { EXPORT_FILE_FORMATS, EXPORTED } from './exports.ts';
import { LINK_MATCHES, REPORT_KINDS, REPORT_LANGUAGES } from './reports.ts';

export const REPORT_FILES = ['pdf', 'xlsx'] as const;

const scheduledReport = z.strictObject({
  /** `issue` is the one that settled, or the newest; `month` the whole one before. */
  kind: z.enum(REPORT_KINDS),
  formats: z.array(z.enum(REPORT_FILES)).min(1, 'Choose PDF, XLSX or both.').max(2),
  /** Of the growth report: the days whose issues are looked at. */
  days: z.int().min(1).max(3_660).default(90),
  /** Of the sponsor report: a link of any issue to what is reported on. */
  link: z.string().min(1).max(40).optional(),
  match: z.enum(LINK_MATCHES).default('page'),
});

const scheduledExport = z.strictObject({
  what: z.enum(EXPORTED),
  format: z.enum(EXPORT_FILE_FORMATS),
  /** `stretch`: of the issue that settled, or of the days since the time before; `all`: of all there is. */
  span: z.enum(['stretch', 'all']).default('stretch'),
});

const scheduleWhat = z.strictObject({
  language: z.enum(REPORT_LANGUAGES).default('en'),
  report: scheduledReport.nullable().default(null),
  export: scheduledExport.nullable().default(null),
});

const hour = z.int().min(0).max(23);
/** When: hours of a day are those of the publication's clock. */
const scheduleCadence = z.discriminatedUnion('every', [
  /** So many hours after each issue was sent. */
  z.strictObject({ every: z.literal('issue'), afterHours: z.literal([24, 72]) }),
  /** 1 is Monday. */
  z.strictObject({ every: z.literal('week'), weekday: z.int().min(1).max(7), hour }),
  /** A day that a month does not have is its last. */
  z.strictObject({ every: z.literal('month'), day: z.int().min(1).max(31), hour }),
]);

const scheduleDestination = z.discriminatedUnion('by', [
  z.strictObject({
    by: z.literal('email'),
    to: z.array(z.email('Not an email address.').max(254)).min(1, 'Say who gets it.').max(20, 'At most 20 addresses.'),
  }),
  z.strictObject({ by: z.literal('webhook'), url: z.string().min(1, 'Give the address.').max(2_000) }),
  /** Below the folder that the operator set; empty: that one. */
  z.strictObject({ by: z.literal('folder'), folder: z.string().max(400) }),
]);

export type ScheduleWhat = z.output<typeof scheduleWhat>;
export type ScheduleCadence = z.output<typeof scheduleCadence>;
export type ScheduleDestination = z.output<typeof scheduleDestination>;

/** What of a schedule is kept as it was asked for. */
export const scheduleTerms = z.strictObject({
  what: scheduleWhat,
  cadence: scheduleCadence,
  destination: scheduleDestination,
});

const name = z.string().trim().min(1, 'A schedule needs a name.').max(100, 'A name has 100 characters at most.');

export const createScheduleRequest = scheduleTerms.extend({ name });
export type CreateScheduleRequest = z.input<typeof createScheduleRequest>;

/** What is left out stays as it is. */
export const updateScheduleRequest = z.strictObject({
  name: name.optional(),
  what: scheduleWhat.optional(),
  cadence: scheduleCadence.optional(),
  destination: scheduleDestination.optional(),
  isPaused: z.boolean().optional(),
});
export type UpdateScheduleRequest = z.input<typeof updateScheduleRequest>;

export const scheduleRunView = z.object({
  id: z.string(),
  /** Its time had come, an issue had settled, or somebody wanted it now. */
  cause: z.enum(['time', 'issue', 'now']),
  /** ISO 8601, UTC. */
  dueAt: z.string(),
  issue: z.object({ id: z.string(), title: z.string() }).nullable(),
  /** How many earlier times it stands for as well, at which Readout did not run. */
  missed: z.int(),
  /** `waiting`: it is tried again at `nextAttemptAt`. `unknown`: it may have arrived, or not; it is not sent again by itself. */
  state: z.enum(['making', 'sending', 'waiting', 'done', 'failed', 'unknown']),
  attempts: z.int(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  nextAttemptAt: z.string().nullable(),
  reason: z.string().nullable(),
  files: z.array(z.object({ name: z.string(), bytes: z.int(), sha256: z.string() })),
});
export type ScheduleRunView = z.infer<typeof scheduleRunView>;

export const scheduleRunList = z.object({ items: z.array(scheduleRunView), next: z.string().nullable() });
export type ScheduleRunList = z.infer<typeof scheduleRunList>;

export const scheduleView = z.object({
  id: z.string(),
  name: z.string(),
  what: scheduleWhat,
  cadence: scheduleCadence,
  destination: scheduleDestination,
  /** By which a receiver knows that a webhook is ours; null: it is none. */
  webhookSecret: z.string().nullable(),
  isPaused: z.boolean(),
  /** ISO 8601, UTC; null: it is paused, or no issue is on its way. */
  nextRunAt: z.string().nullable(),
  lastRun: scheduleRunView.nullable(),
  createdAt: z.string(),
});
export type ScheduleView = z.infer<typeof scheduleView>;

export const scheduleList = z.object({
  items: z.array(scheduleView),
  /** How things can leave here: through a mail server, and into a folder that the operator set. */
  ways: z.object({ email: z.boolean(), folder: z.boolean() }),
});
export type ScheduleList = z.infer<typeof scheduleList>;

export const MAIL_ENCRYPTIONS = ['starttls', 'implicit', 'off'] as const;

export const mailServerView = z.object({
  /** Whose it is: the publication's own, the operator's for all publications, or there is none. */
  whose: z.enum(['publication', 'operator', 'none']),
  host: z.string().nullable(),
  port: z.int().nullable(),
  tls: z.enum(MAIL_ENCRYPTIONS).nullable(),
  user: z.string().nullable(),
  /** It is not read back. */
  hasPassword: z.boolean(),
  from: z.string().nullable(),
});
export type MailServerView = z.infer<typeof mailServerView>;

export const setMailServerRequest = z.strictObject({
  host: z.string().regex(/^[\w.:-]{1,253}$/, 'Not the name or the address of a machine. Example: smtp.example.com.'),
  port: z.int().min(1).max(65_535),
  tls: z.enum(MAIL_ENCRYPTIONS).default('starttls'),
  user: z.string().max(320).nullable().default(null),
  /** Left out: as it was, if the server and the user are. */
  password: z.string().max(1_000).optional(),
  /** An address, with a name before it or without. */
  from: z
    .string()
    .max(320)
    .regex(/^(?:[^<>\r\n]{0,200}<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/, 'Not an email address.'),
});
export type SetMailServerRequest = z.input<typeof setMailServerRequest>;

export const testMailRequest = z.strictObject({ to: z.email('Not an email address.').max(254) });
export type TestMailRequest = z.input<typeof testMailRequest>;

/** What came of a test message. */
export const testMailAnswer = z.object({
  outcome: z.enum(['done', 'failed', 'unknown']),
  /** What went wrong, in the server's words where it said any; null: nothing. */
  why: z.string().nullable(),
});
export type TestMailAnswer = z.infer<typeof testMailAnswer>;
