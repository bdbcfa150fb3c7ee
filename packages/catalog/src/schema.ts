import type {
  Edition,
  ExperimentMeasure,
  ExperimentReaders,
  FetchVerdict,
  IssueId,
  KeyId,
  LinkId,
  LinkKind,
  MailProvider,
  NetworkKind,
  OfferId,
  PublicationId,
  PublicId,
  ReaderId,
  ReportingSystem,
  SectionId,
  Segment,
} from '@readout/events';
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  customType,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import type {
  ExportActor,
  ExportOutcome,
  Guardrail,
  ImportJob,
  MailServerSetup,
  ScheduleRun,
  ShareLink,
} from './catalog.ts';
import { storable } from './storable.ts';

/** Text from outside: it can always be written, see `storable`. */
const words = customType<{ data: string; driverData: string }>({
  dataType: () => 'text',
  toDriver: storable,
});

const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  // The drivers answer with a Buffer, which may be a view of a larger one that they go on using.
  fromDriver: (value) => Uint8Array.from(value),
});

/** HTML as UTF-8 bytes and not as text: PostgreSQL's text can't hold NUL, and an issue is kept as it came. */
const html = customType<{ data: string; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value, 'utf8'),
  fromDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('utf8'),
});

/** To the millisecond, which is what a Date holds: a time reads back equal to what was written. */
const instant = () => timestamp({ withTimezone: true, precision: 3, mode: 'date' });

/** An identity is never given out twice, not even after its row is gone: warehouse rows go on carrying it. */
const number = () => integer().generatedAlwaysAsIdentity();

export const publications = pgTable('publications', {
  id: number().primaryKey().$type<PublicationId>(),
  publicId: words().notNull().unique('publications_public_id_unique').$type<PublicId>(),
  name: words().notNull(),
  timeZone: words().notNull(),
  isSample: boolean().notNull(),
  sites: words().array().notNull().default([]),
  tracksOpens: boolean().notNull().default(true),
  tracksClicks: boolean().notNull().default(true),
  tracksReaders: boolean().notNull().default(true),
  plantsHoneypot: boolean().notNull().default(false),
  showsReaders: boolean().notNull().default(false),
  attributionDays: integer().notNull().default(7),
  createdAt: instant().notNull().defaultNow(),
});

const ofPublication = () =>
  integer()
    .references(() => publications.id, { onDelete: 'cascade' })
    .$type<PublicationId>();

export const issues = pgTable(
  'issues',
  {
    id: number().primaryKey().$type<IssueId>(),
    publicId: words().notNull().unique('issues_public_id_unique').$type<PublicId>(),
    publication: ofPublication().notNull(),
    title: words().notNull(),
    subtitle: words().notNull(),
    sentAt: instant(),
    hasPaywall: boolean().notNull(),
    tags: words().array().notNull().default([]),
    createdAt: instant().notNull().defaultNow(),
  },
  (table) => [
    // The order in which issues are listed. The planner sorts again where the nulls of any column stand elsewhere.
    index('issues_newest_first').on(table.publication, table.sentAt.desc().nullsFirst(), table.id.desc().nullsFirst()),
  ],
);

const ofIssue = () =>
  integer()
    .notNull()
    .references(() => issues.id, { onDelete: 'cascade' })
    .$type<IssueId>();

export const editions = pgTable(
  'editions',
  {
    issue: ofIssue(),
    edition: text().notNull().$type<Exclude<Edition, 'none'>>(),
    originalHtml: html().notNull(),
    trackedHtml: html().notNull(),
  },
  (table) => [primaryKey({ columns: [table.issue, table.edition] })],
);

export const sections = pgTable(
  'sections',
  {
    id: number().primaryKey().$type<SectionId>(),
    publicId: words().notNull().unique('sections_public_id_unique').$type<PublicId>(),
    issue: ofIssue(),
    title: words().notNull(),
    ordinal: integer().notNull(),
    access: text().notNull().$type<'before' | 'across' | 'behind'>(),
  },
  (table) => [unique().on(table.issue, table.ordinal)],
);

export const links = pgTable(
  'links',
  {
    id: number().primaryKey().$type<LinkId>(),
    publicId: words().notNull().unique('links_public_id_unique').$type<PublicId>(),
    issue: ofIssue(),
    section: integer()
      .references(() => sections.id, { onDelete: 'cascade' })
      .$type<SectionId>(),
    url: words().notNull(),
    text: words().notNull(),
    kind: text().notNull().$type<LinkKind>(),
    ordinal: integer().notNull(),
  },
  // The second is for the cascade: without it the removal of a section reads all links there are.
  (table) => [unique().on(table.issue, table.ordinal), index().on(table.section)],
);

export const readers = pgTable(
  'readers',
  {
    id: number().primaryKey().$type<ReaderId>(),
    publication: ofPublication().notNull(),
    reference: bytes().notNull(),
    segment: text().notNull().$type<Exclude<Segment, 'none'>>(),
  },
  (table) => [unique().on(table.publication, table.reference)],
);

export const tokenKeys = pgTable(
  'token_keys',
  {
    id: number().primaryKey().$type<KeyId>(),
    publication: ofPublication().notNull(),
    secret: bytes().notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (table) => [index().on(table.publication)],
);

/** At most one row: the person to whom the installation belongs. */
export const owner = pgTable(
  'owner',
  {
    id: smallint().primaryKey().default(1),
    passwordHash: words().notNull(),
  },
  (table) => [check('owner_is_one', sql`${table.id} = 1`)],
);

export const sessions = pgTable(
  'sessions',
  {
    hash: bytes().primaryKey(),
    expiresAt: instant().notNull(),
  },
  (table) => [index().on(table.expiresAt)],
);

export const apiKeys = pgTable(
  'api_keys',
  {
    id: number().primaryKey(),
    hash: bytes().notNull().unique(),
    name: words().notNull(),
    hint: words().notNull(),
    publication: ofPublication(),
    createdAt: instant().notNull().defaultNow(),
    lastUsedAt: instant(),
  },
  (table) => [index().on(table.publication)],
);

/** Secrets of the installation, by name. */
export const secrets = pgTable('secrets', {
  name: words().primaryKey(),
  value: bytes().notNull(),
});

/** Salts that tell visitors apart within a day (UTC). */
export const dailySalts = pgTable('daily_salts', {
  day: date({ mode: 'string' }).primaryKey(),
  salt: bytes().notNull(),
});

/** By what a publication's opens and clicks are judged; a publication without a row never had a rule of its own. */
export const judging = pgTable('judging', {
  publication: ofPublication().primaryKey(),
  /** Of its own rules: rises with each change. */
  rulesVersion: integer().notNull().default(0),
  /** By which versions its history was judged last, Readout's and its own; null: that is not known. */
  judgedBuiltIn: integer(),
  judgedRules: integer(),
});

/** A publication's own rules. What is null is not asked for; all that is asked for must hold. */
export const ownRules = pgTable(
  'own_rules',
  {
    publicId: words().primaryKey().$type<PublicId>(),
    publication: ofPublication().notNull(),
    /** From 0: the order in which they are asked. */
    position: integer().notNull(),
    name: words().notNull(),
    client: words(),
    network: text().$type<NetworkKind>(),
    range: words(),
    /** The number under which fetches from the range are kept: up to 2^32. */
    place: bigint({ mode: 'number' }),
    domain: words(),
    verdict: text().notNull().$type<FetchVerdict>(),
    createdAt: instant().notNull().defaultNow(),
  },
  (table) => [unique().on(table.publication, table.position), unique().on(table.publication, table.name)],
);

/** What an author wants to remember where it shows in the curves; without an issue it belongs to a day of the publication. */
export const notes = pgTable(
  'notes',
  {
    publicId: words().primaryKey().$type<PublicId>(),
    publication: ofPublication().notNull(),
    issue: integer()
      .references(() => issues.id, { onDelete: 'cascade' })
      .$type<IssueId>(),
    at: instant().notNull(),
    text: words().notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (table) => [index().on(table.publication, table.at), index().on(table.issue)],
);

/** Which mailing that came through the relay is which issue. */
export const mailings = pgTable(
  'mailings',
  {
    publication: ofPublication().notNull(),
    /** 32 bytes of a hash of what the messages of the mailing have in common. */
    key: bytes().notNull(),
    issue: ofIssue(),
    createdAt: instant().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.publication, table.key] }),
    index().on(table.issue),
    index().on(table.publication, table.createdAt),
  ],
);

/** Every export that was begun: who took what out, and how it ended. Kept as long as the publication is. */
export const exportLog = pgTable(
  'export_log',
  {
    publicId: words().primaryKey().$type<PublicId>(),
    publication: ofPublication().notNull(),
    actor: text().notNull().$type<ExportActor>(),
    /** Of a key, as it was called then: it may be withdrawn since. */
    keyName: words(),
    what: words().notNull(),
    format: words().notNull(),
    filter: jsonb().notNull().$type<Readonly<Record<string, unknown>>>(),
    startedAt: instant().notNull(),
    endedAt: instant(),
    outcome: text().notNull().default('running').$type<ExportOutcome>(),
    rows: bigint({ mode: 'number' }),
    bytes: bigint({ mode: 'number' }),
    sha256: words(),
    reason: words(),
  },
  (table) => [index().on(table.publication, table.startedAt)],
);

/** Links that show something of a publication without sign-in. Revoked ones are kept: the list tells of them. */
export const shareLinks = pgTable(
  'share_links',
  {
    publicId: words().primaryKey().$type<PublicId>(),
    publication: ofPublication().notNull(),
    /** SHA-256 of the secret. */
    hash: bytes().notNull().unique('share_links_hash_unique'),
    label: words().notNull(),
    subject: jsonb().notNull().$type<ShareLink['subject']>(),
    files: boolean().notNull(),
    sites: words().array().notNull(),
    actor: text().notNull().$type<ShareLink['actor']>(),
    /** Of a key, as it was called then. */
    keyName: words(),
    createdAt: instant().notNull(),
    expiresAt: instant(),
    revokedAt: instant(),
    opened: bigint({ mode: 'number' }).notNull().default(0),
    lastOpenedAt: instant(),
  },
  (table) => [index().on(table.publication, table.createdAt)],
);

/** Mail providers that report on a publication's mail, each with the key that its reports are verified by. */
export const mailProviders = pgTable(
  'mail_providers',
  {
    publication: ofPublication().notNull(),
    provider: text().notNull().$type<MailProvider>(),
    key: words().notNull(),
    createdAt: instant().notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.publication, table.provider] })],
);

/** Imports of what an author has elsewhere, each with how far it has come: it goes on after a restart. */
export const imports = pgTable(
  'imports',
  {
    publicId: words().primaryKey().$type<PublicId>(),
    publication: ofPublication().notNull(),
    format: text().notNull(),
    state: text().notNull().$type<ImportJob['state']>(),
    files: jsonb().notNull().default([]).$type<ImportJob['files']>(),
    database: words(),
    mapping: jsonb(),
    columns: jsonb(),
    found: jsonb(),
    counts: jsonb(),
    problem: words(),
    createdAt: instant().notNull().defaultNow(),
    finishedAt: instant(),
  },
  (table) => [
    index().on(table.publication),
    uniqueIndex('imports_one_at_work').on(table.publication).where(sql`${table.state} in ('looking', 'running')`),
  ],
);

/** Which issue was made of which post elsewhere, so that a repeated import finds it. */
export const importedIssues = pgTable(
  'imported_issues',
  {
    publication: ofPublication().notNull(),
    source: text().notNull(),
    /** What the source calls it. */
    key: words().notNull(),
    issue: ofIssue(),
    /** Fingerprints of what the post looked like; empty: nobody noted it. */
    heading: text().notNull().default(''),
    text: text().notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.publication, table.source, table.key] }), index().on(table.issue)],
);

/** What readers without access are offered. Its number is in the warehouse: an offer is archived, and never removed alone. */
export const offers = pgTable(
  'offers',
  {
    id: number().primaryKey().$type<OfferId>(),
    publicId: words().notNull().unique('offers_public_id_unique').$type<PublicId>(),
    publication: ofPublication().notNull(),
    name: words().notNull(),
    trialDays: integer().notNull(),
    /** In the currency's smallest unit. */
    price: bigint({ mode: 'number' }).notNull(),
    currency: text().notNull(),
    months: integer().notNull(),
    headline: words().notNull(),
    text: words().notNull(),
    button: words().notNull(),
    takesCard: boolean().notNull(),
    isUsual: boolean().notNull().default(false),
    archivedAt: instant(),
    createdAt: instant().notNull().defaultNow(),
  },
  (table) => [
    index().on(table.publication),
    uniqueIndex('offers_one_usual').on(table.publication).where(sql`${table.isUsual}`),
  ],
);

/** A draft until it is started; what it is does not change from then on. */
export const experiments = pgTable(
  'experiments',
  {
    publicId: words().primaryKey().$type<PublicId>(),
    publication: ofPublication().notNull(),
    name: words().notNull(),
    readers: text().notNull().$type<ExperimentReaders>(),
    visitors: boolean().notNull(),
    share: doublePrecision().notNull(),
    measure: text().notNull().$type<ExperimentMeasure>(),
    guardrails: jsonb().notNull().$type<readonly Guardrail[]>(),
    smallestEffect: doublePrecision().notNull(),
    baseline: doublePrecision(),
    createdAt: instant().notNull().defaultNow(),
    startedAt: instant(),
    stoppedAt: instant(),
  },
  (table) => [
    index().on(table.publication),
    uniqueIndex('experiments_one_running')
      .on(table.publication)
      .where(sql`${table.startedAt} is not null and ${table.stoppedAt} is null`),
  ],
);

/** The offers of an experiment, the control at position 0. */
export const experimentArms = pgTable(
  'experiment_arms',
  {
    experiment: words()
      .notNull()
      .references(() => experiments.publicId, { onDelete: 'cascade' })
      .$type<PublicId>(),
    position: smallint().notNull(),
    offer: integer()
      .notNull()
      .references(() => offers.id, { onDelete: 'cascade' })
      .$type<OfferId>(),
    weight: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.experiment, table.position] }), unique().on(table.offer, table.experiment)],
);

/** How a publication's reports look. */
export const brands = pgTable('brands', {
  publication: ofPublication().primaryKey(),
  /** As `#0072b2`; null: the usual one. */
  colour: words(),
  /** A PNG or JPEG file. */
  logo: bytes(),
});

/** Billing systems that report on a publication's subscriptions, each with the secret that its reports are verified by. */
export const billingSystems = pgTable(
  'billing_systems',
  {
    publication: ofPublication().notNull(),
    system: text().notNull().$type<ReportingSystem>(),
    secret: words().notNull(),
    /** Whose events are taken, where one endpoint is told of several accounts. */
    account: words(),
    takesTests: boolean().notNull().default(false),
    createdAt: instant().notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.publication, table.system] })],
);

/** The server through which a publication sends what it has scheduled. */
export const mailServers = pgTable('mail_servers', {
  publication: ofPublication().primaryKey(),
  host: words().notNull(),
  port: integer().notNull(),
  tls: text().notNull().$type<MailServerSetup['tls']>(),
  /** Null: it asks nobody who they are. */
  user: words(),
  /** Sealed with a secret of the installation. */
  password: bytes(),
  from: words().notNull(),
  createdAt: instant().notNull().defaultNow(),
});

/** What is made and brought somewhere again and again. */
export const schedules = pgTable(
  'schedules',
  {
    publicId: words().primaryKey().$type<PublicId>(),
    publication: ofPublication().notNull(),
    name: words().notNull(),
    what: jsonb().notNull(),
    cadence: jsonb().notNull(),
    destination: jsonb().notNull(),
    pausedAt: instant(),
    /** Only what is due after this moment counts: it was created, changed or resumed then. */
    since: instant().notNull(),
    createdAt: instant().notNull(),
  },
  (table) => [index().on(table.publication)],
);

/** Every time that a schedule was carried out, or is to be. */
export const scheduleRuns = pgTable(
  'schedule_runs',
  {
    publicId: words().primaryKey().$type<PublicId>(),
    schedule: words()
      .notNull()
      .references(() => schedules.publicId, { onDelete: 'cascade' })
      .$type<PublicId>(),
    /** What makes it this run and no other: whoever writes it first carries it out. */
    key: text().notNull(),
    cause: text().notNull().$type<ScheduleRun['cause']>(),
    dueAt: instant().notNull(),
    /** Of the issue that settled. It may be gone since. */
    issue: words().$type<PublicId>(),
    issueTitle: words(),
    missed: integer().notNull(),
    state: text().notNull().$type<ScheduleRun['state']>(),
    attempts: integer().notNull(),
    startedAt: instant().notNull(),
    endedAt: instant(),
    nextAttemptAt: instant(),
    reason: words(),
    files: jsonb().notNull().default([]).$type<ScheduleRun['files']>(),
    holder: text(),
    heldUntil: instant(),
  },
  (table) => [
    unique('schedule_runs_once').on(table.schedule, table.key),
    index().on(table.schedule, table.dueAt),
    index('schedule_runs_unfinished').on(table.state).where(sql`${table.endedAt} is null`),
  ],
);
