import type {
  Edition,
  ExperimentMeasure,
  ExperimentReaders,
  FetchVerdict,
  GuardedMeasure,
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

/** Where the catalog is: PGlite over a directory (`null`: in memory, for tests), or a PostgreSQL server. */
export type CatalogConfig =
  | { readonly kind: 'embedded'; readonly path: string | null }
  | { readonly kind: 'server'; readonly url: string };

/** What is collected for a publication, and from where. */
export interface CollectionSettings {
  /** Web origins, such as `https://letters.example`: on their pages the reader script may report. */
  readonly sites: readonly string[];
  readonly tracksOpens: boolean;
  readonly tracksClicks: boolean;
  /** Where false, hits are kept without saying whose they are. */
  readonly tracksReaders: boolean;
}

/** What an author may change about a publication. */
export interface PublicationSettings extends CollectionSettings {
  readonly name: string;
  /** IANA name, such as `Europe/Madrid`. */
  readonly timeZone: string;
  /** Whether each edition gets a link that no reader sees, so that who follows it is known for a machine. */
  readonly plantsHoneypot: boolean;
  /** Whether single readers, by their numbers, may be looked at; otherwise only groups are shown. */
  readonly showsReaders: boolean;
}

export interface Publication extends PublicationSettings {
  readonly id: PublicationId;
  readonly publicId: PublicId;
  readonly isSample: boolean;
  /** How many days before a subscription what led there counts. */
  readonly attributionDays: number;
  readonly createdAt: Date;
}

/** Everything is tracked, on no site, and no honeypot planted, where nothing else is said. */
export type NewPublication = Pick<Publication, 'name' | 'timeZone' | 'isSample'> &
  Partial<CollectionSettings & Pick<PublicationSettings, 'plantsHoneypot' | 'showsReaders'>>;

export interface Section {
  readonly id: SectionId;
  readonly publicId: PublicId;
  readonly title: string;
  /** From 0, in the order of the issue. */
  readonly ordinal: number;
  /** Where it stands to the paywall: `across` begins before and ends behind it. */
  readonly access: 'before' | 'across' | 'behind';
}

export interface Link {
  readonly id: LinkId;
  readonly publicId: PublicId;
  readonly url: string;
  /** What the link says; may be empty (an image). */
  readonly text: string;
  readonly kind: LinkKind;
  readonly section: SectionId | null;
  readonly ordinal: number;
}

export interface IssueEdition {
  readonly edition: Exclude<Edition, 'none'>;
  readonly originalHtml: string;
  readonly trackedHtml: string;
}

export interface Issue {
  readonly id: IssueId;
  readonly publicId: PublicId;
  readonly publication: PublicationId;
  readonly title: string;
  readonly subtitle: string;
  /** When it goes or went out; null while unknown. */
  readonly sentAt: Date | null;
  readonly hasPaywall: boolean;
  /** Words of the author's by which issues are found together. */
  readonly tags: readonly string[];
  readonly createdAt: Date;
}

export interface IssueWithStructure extends Issue {
  readonly sections: readonly Section[];
  readonly links: readonly Link[];
}

/** Of which post elsewhere an issue was made, and what that looked like: fingerprints, by which a change of it shows. */
interface ImportedAs {
  readonly source: string;
  /** What the source calls the post. */
  readonly key: string;
  /** Of its title and subtitle. */
  readonly heading: string;
  readonly text: string;
}

export interface NewIssue {
  readonly title: string;
  readonly subtitle: string;
  readonly sentAt: Date | null;
  readonly hasPaywall: boolean;
  /** None where left out. */
  readonly tags?: readonly string[];
  /** Where it was made of a post elsewhere: of which one. It must be the first issue made of it. */
  readonly importedAs?: ImportedAs;
  readonly sections: readonly Pick<Section, 'title' | 'access'>[];
  /** `section` is the index into `sections`. */
  readonly links: readonly {
    readonly url: string;
    readonly text: string;
    readonly kind: LinkKind;
    readonly section: number | null;
  }[];
}

/** An import of what an author has elsewhere. What is unknown here is the API's, and kept as JSON. */
export interface ImportJob {
  readonly publicId: PublicId;
  readonly publication: PublicationId;
  readonly format: string;
  readonly state: 'waiting' | 'looking' | 'ready' | 'running' | 'stopped' | 'done';
  /** Files that are there as a whole. */
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
  /** Where the source is a database: its address, with a password. */
  readonly database: string | null;
  readonly mapping: unknown;
  readonly columns: unknown;
  readonly found: unknown;
  readonly counts: unknown;
  readonly problem: string | null;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
}
export type ImportChange = Partial<Omit<ImportJob, 'publicId' | 'publication' | 'format' | 'createdAt'>>;

/** The issue that was made of a post elsewhere. */
export interface ImportedIssue
  extends Pick<Issue, 'id' | 'publicId' | 'title' | 'subtitle' | 'sentAt' | 'hasPaywall'>,
    Omit<ImportedAs, 'source'> {}

/** What counts as having led to a subscription. */
export interface AttributionRules {
  /** How many days before it, from 1 to 90. */
  readonly days: number;
  /** Links that ask to subscribe. */
  readonly callsToAction: readonly LinkId[];
}

/** What the collector and ingester need to know of a link or an issue. */
export interface LinkTarget {
  readonly publicId: PublicId;
  readonly id: LinkId;
  readonly publication: PublicationId;
  readonly issue: IssueId;
  readonly issuePublicId: PublicId;
  readonly section: SectionId | null;
  readonly url: string;
}
export interface IssueTarget {
  readonly publicId: PublicId;
  readonly id: IssueId;
  readonly publication: PublicationId;
}

export interface SectionTarget {
  readonly publicId: PublicId;
  readonly id: SectionId;
  readonly issue: IssueId;
}

export interface OfferTarget {
  readonly publicId: PublicId;
  readonly id: OfferId;
  readonly publication: PublicationId;
}

/** What judging an issue's clicks asks of the issue. */
export interface IssueFacts {
  /** How many links a reader can see. */
  readonly links: number;
  /** Links that only machines follow. */
  readonly honeypots: readonly LinkId[];
}

/** How many links and issues there are, and the highest number of each (0: there are none). */
export interface TargetCounts {
  readonly links: number;
  readonly lastLink: LinkId | 0;
  readonly issues: number;
  readonly lastIssue: IssueId | 0;
}

/** What a collector has to know of a publication before it keeps a hit. */
export interface CollectionRules extends CollectionSettings {
  readonly publication: PublicationId;
  readonly publicId: PublicId;
}

export interface TokenKey {
  readonly id: KeyId;
  readonly publication: PublicationId;
  /** 32 random bytes. */
  readonly secret: Uint8Array;
  readonly createdAt: Date;
}

export interface Reader {
  readonly id: ReaderId;
  readonly segment: Exclude<Segment, 'none'>;
}

/** A reader as named by the sender: `reference` is the keyed hash (32 bytes) of whatever the sender calls them. */
export interface ReaderUpsert {
  readonly reference: Uint8Array;
  readonly segment: Exclude<Segment, 'none'>;
}

/** A key of the API: reaches everything (`publication: null`, an owner's key) or one publication. */
export interface ApiKey {
  readonly id: number;
  readonly name: string;
  readonly publication: PublicationId | null;
  /** First characters of the key, to recognise it by. */
  readonly hint: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

/** What came through the relay as one mailing. */
export interface Mailing {
  readonly issue: PublicId;
  /** When its first message came. */
  readonly createdAt: Date;
}

/** The key by which a mail provider's reports on a publication's mail are known for its own. */
export interface MailProviderKey {
  readonly publication: PublicationId;
  readonly provider: MailProvider;
  readonly key: string;
  readonly createdAt: Date;
}

/** How a billing system's reports on a publication's subscriptions are known for its own, and which are taken. */
export interface BillingSystemSetup {
  readonly publication: PublicationId;
  readonly system: ReportingSystem;
  readonly secret: string;
  /** The connected account whose events are taken; null: there is but one. */
  readonly account: string | null;
  /** Whether events that it calls tests are taken. */
  readonly takesTests: boolean;
  readonly createdAt: Date;
}

/** One of a publication's own rules on who is a machine. Everything that `when` names must hold. */
export interface OwnRule {
  readonly publicId: PublicId;
  readonly name: string;
  readonly when: {
    readonly client?: string;
    readonly network?: NetworkKind;
    /** A network by its addresses, and the number under which fetches from there are kept. */
    readonly range?: { readonly text: string; readonly place: number };
    readonly domain?: string;
  };
  readonly verdict: FetchVerdict;
  readonly createdAt: Date;
}
export type NewOwnRule = Pick<OwnRule, 'name' | 'when' | 'verdict'>;

/** By which rules a history was judged: the version of Readout's own, and of the publication's. */
export interface JudgedBy {
  readonly builtIn: number;
  readonly rulesVersion: number;
}

export interface OwnRules {
  /** Rises with each change; 0: there never was a rule. */
  readonly version: number;
  /** In the order in which they are asked. */
  readonly rules: readonly OwnRule[];
  /** By what the publication's whole history was judged last; null: that is not known. */
  readonly judgedBy: JudgedBy | null;
}

/**
 * Whose doing an export was: the owner's, signed in or by the operator's key, that of a key, of whoever had a link
 * without sign-in, or of a schedule.
 */
export type ExportActor = 'owner' | 'operator_key' | 'key' | 'share' | 'schedule';
export type ExportOutcome = 'running' | 'done' | 'failed' | 'cancelled';

/** An export in the log of those that were begun. */
export interface LoggedExport {
  readonly publicId: PublicId;
  readonly actor: ExportActor;
  /** What the key, the link or the schedule was called. */
  readonly keyName: string | null;
  /** Such as `events`; and of a table that was shown, what it was called. */
  readonly what: string;
  readonly format: string;
  readonly filter: Readonly<Record<string, unknown>>;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly outcome: ExportOutcome;
  readonly rows: number | null;
  /** As sent, and their SHA-256 in hexadecimal. */
  readonly bytes: number | null;
  readonly sha256: string | null;
  /** Why it did not end well. */
  readonly reason: string | null;
}
type BegunExport = Pick<LoggedExport, 'actor' | 'keyName' | 'what' | 'format' | 'filter' | 'startedAt'>;
export type EndedExport = Pick<LoggedExport, 'endedAt' | 'outcome' | 'rows' | 'bytes' | 'sha256' | 'reason'>;

/** A link that shows something of a publication without sign-in. Its secret is not kept, only a hash of it. */
export interface ShareLink {
  readonly publicId: PublicId;
  /** Who it is for, as its maker calls it. */
  readonly label: string;
  /** What it shows, in the words of the API. */
  readonly subject: Readonly<Record<string, unknown>>;
  /** Whether what it shows can be taken along as a file. */
  readonly files: boolean;
  /** Origins of web sites that may show it within theirs. */
  readonly sites: readonly string[];
  readonly actor: Exclude<ExportActor, 'share' | 'schedule'>;
  /** What the key was called. */
  readonly keyName: string | null;
  readonly createdAt: Date;
  /** Null: it does not expire. */
  readonly expiresAt: Date | null;
  readonly revokedAt: Date | null;
  /** How often it was opened, and when last. */
  readonly opened: number;
  readonly lastOpenedAt: Date | null;
}
export interface NewShareLink extends Omit<ShareLink, 'publicId' | 'revokedAt' | 'opened' | 'lastOpenedAt'> {
  /** SHA-256 of its secret. */
  readonly hash: Uint8Array;
}

/** The server through which a publication sends what it has scheduled. */
export interface MailServerSetup {
  readonly host: string;
  readonly port: number;
  readonly tls: 'starttls' | 'implicit' | 'off';
  /** Null: it asks nobody who they are. */
  readonly user: string | null;
  /** Sealed: whoever reads it needs a key. */
  readonly password: Uint8Array | null;
  /** An address, with a name or without. */
  readonly from: string;
  readonly createdAt: Date;
}

/** What is made and brought somewhere again and again. What is unknown here is the API's, and kept as JSON. */
export interface Schedule {
  readonly publicId: PublicId;
  readonly publication: PublicationId;
  readonly name: string;
  readonly what: unknown;
  readonly cadence: unknown;
  readonly destination: unknown;
  readonly pausedAt: Date | null;
  /** Only what is due after this moment counts: it was created, changed or resumed then. */
  readonly since: Date;
  readonly createdAt: Date;
}
export type NewSchedule = Omit<Schedule, 'publicId' | 'publication' | 'pausedAt'>;
export type ScheduleChange = Partial<Omit<Schedule, 'publicId' | 'publication' | 'createdAt'>>;

/**
 * One time that a schedule is carried out. `making`: its files are being made, nothing has left. `sending`: they are
 * leaving. `waiting`: another try comes at `nextAttemptAt`. `unknown`: they may have arrived, or not.
 */
export interface ScheduleRun {
  readonly publicId: PublicId;
  readonly schedule: PublicId;
  /** What makes it this run and no other of its schedule. */
  readonly key: string;
  /** Its time had come, an issue had settled, or somebody wanted it now. */
  readonly cause: 'time' | 'issue' | 'now';
  readonly dueAt: Date;
  readonly issue: PublicId | null;
  readonly issueTitle: string | null;
  /** How many earlier times, which nothing ran at, it stands for as well. */
  readonly missed: number;
  readonly state: 'making' | 'sending' | 'waiting' | 'done' | 'failed' | 'unknown';
  readonly attempts: number;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly nextAttemptAt: Date | null;
  /** Why it did not go well, or what went otherwise than wanted. */
  readonly reason: string | null;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
  /** Who carries it out at present, and until when that is to be believed without another word. */
  readonly holder: string | null;
  readonly heldUntil: Date | null;
}
export type NewScheduleRun = Pick<
  ScheduleRun,
  'key' | 'cause' | 'dueAt' | 'issue' | 'issueTitle' | 'missed' | 'startedAt' | 'holder' | 'heldUntil'
>;
export type ScheduleRunChange = Partial<
  Pick<
    ScheduleRun,
    'state' | 'attempts' | 'endedAt' | 'nextAttemptAt' | 'reason' | 'files' | 'holder' | 'heldUntil' | 'issueTitle'
  >
>;

/** What an author wants to remember where it shows in the curves. */
export interface Note {
  readonly publicId: PublicId;
  /** The issue that it is about; null: it belongs to a moment of the publication. */
  readonly issue: PublicId | null;
  readonly at: Date;
  readonly text: string;
  readonly createdAt: Date;
}
export interface NewNote extends Pick<Note, 'at' | 'text'> {
  readonly issue: Pick<Issue, 'id' | 'publicId'> | null;
}

/** What is offered to a reader, as a page or a mail may say it. */
export interface OfferTerms {
  /** 0: it begins with a payment. */
  readonly trialDays: number;
  /** For so many months, in the currency's smallest unit. */
  readonly price: number;
  readonly months: number;
  /** ISO 4217, in capitals. */
  readonly currency: string;
  readonly headline: string;
  readonly text: string;
  readonly button: string;
  /** Whether the trial begins only once a card is given. */
  readonly takesCard: boolean;
}

export interface Offer extends OfferTerms {
  readonly id: OfferId;
  readonly publicId: PublicId;
  /** For the author's own eyes. */
  readonly name: string;
  /** Shown to everybody who is in no experiment. One of a publication's at most. */
  readonly isUsual: boolean;
  readonly archivedAt: Date | null;
  readonly createdAt: Date;
}
export type NewOffer = OfferTerms & Pick<Offer, 'name'>;

/** One of the offers that an experiment compares, and how much of the audience sees it: its weight over all weights. */
export interface ExperimentArm {
  readonly offer: PublicId;
  readonly weight: number;
}

/** What must not get worse by more than this share of itself: 0.1 is ten per cent. */
export interface Guardrail {
  readonly measure: GuardedMeasure;
  readonly worstChange: number;
}

/** Who takes part in an experiment: see packages/experiments. */
export interface ExperimentAudience {
  readonly readers: ExperimentReaders;
  /** People without a token as well, who are told apart for one day only. */
  readonly visitors: boolean;
  /** Of all these, from 0 to 1. */
  readonly share: number;
}

export interface NewExperiment extends ExperimentAudience {
  readonly name: string;
  /** The control first; from two on, no offer twice, all in one currency. */
  readonly arms: readonly ExperimentArm[];
  readonly measure: ExperimentMeasure;
  readonly guardrails: readonly Guardrail[];
  /** The smallest change of the measure that would be worth it, as a share of it: 0.1 is ten per cent. */
  readonly smallestEffect: number;
  /** What the measure was when this was planned, per paywall hit; null: nobody said. */
  readonly baseline: number | null;
}

export interface Experiment extends NewExperiment {
  readonly publicId: PublicId;
  readonly createdAt: Date;
  /** Null: a draft. */
  readonly startedAt: Date | null;
  /** Null: a draft, or running. */
  readonly stoppedAt: Date | null;
}

/** What a collector has to know to say who is shown which offer. */
export interface Offering {
  readonly publication: PublicationId;
  /** The usual one, and those of the experiment. */
  readonly offers: readonly (OfferTerms & Pick<Offer, 'publicId'>)[];
  readonly usual: PublicId | null;
  /** The one that runs. */
  readonly experiment: (ExperimentAudience & Pick<Experiment, 'publicId' | 'arms'>) | null;
}

/** How a publication's reports look. */
export interface BrandOf {
  /** As `#0072b2`; null: the usual one. */
  readonly colour: string | null;
  /** A PNG or JPEG file; null: none. */
  readonly logo: Uint8Array | null;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** Hand back to get the next page; null at the end. */
  readonly next: string | null;
}

/**
 * Everything that PostgreSQL knows. Missing things are `null`, never an exception; to write under a publication or
 * an issue that is gone, or to ask it for its key, throws NotInCatalogError. CatalogUnavailableError is thrown
 * where the database does not answer. NUL and lone surrogates in titles, names, texts and addresses become U+FFFD,
 * in the answer as well as in the database; HTML is kept with its NULs.
 */
export interface Catalog {
  // publications
  createPublication(input: NewPublication): Promise<Publication>;
  listPublications(): Promise<readonly Publication[]>;
  findPublication(publicId: PublicId): Promise<Publication | null>;
  updatePublication(id: PublicationId, change: Partial<PublicationSettings>): Promise<Publication | null>;
  /** Removes the publication and all that hangs on it. Its numbers are never given out again. */
  deletePublication(id: PublicationId): Promise<void>;

  // issues
  /** Writes the issue, its sections and its links in one transaction; links and sections keep their order. */
  createIssue(publication: PublicationId, issue: NewIssue): Promise<IssueWithStructure>;
  /**
   * As `createIssue`, for many: all or none, with a few statements for all of them.
   * @param editionsOf What is kept of the issue at that place, once its links have their names.
   */
  createIssues(
    publication: PublicationId,
    issues: readonly NewIssue[],
    editionsOf: (issue: IssueWithStructure, at: number) => readonly IssueEdition[],
  ): Promise<readonly IssueWithStructure[]>;
  /** Of all of these issues, in no order. */
  linksOf(issues: readonly IssueId[]): Promise<readonly (Link & { readonly issue: IssueId })[]>;
  /** Adds these editions, or replaces those of the same name; others stay. */
  saveEditions(issue: IssueId, editions: readonly IssueEdition[]): Promise<void>;
  /** Which editions are kept of an issue, the whole one first. */
  editionNames(issue: IssueId): Promise<readonly IssueEdition['edition'][]>;
  findEdition(issue: IssueId, edition: Edition): Promise<IssueEdition | null>;
  findIssue(publication: PublicationId, publicId: PublicId): Promise<IssueWithStructure | null>;
  updateIssue(
    publication: PublicationId,
    publicId: PublicId,
    change: { title?: string; subtitle?: string; sentAt?: Date | null; tags?: readonly string[] },
  ): Promise<Issue | null>;
  /** Newest first: by sentAt (unsent first), then by creation. `limit` from 1 to 200. Throws InvalidCursorError. */
  listIssues(publication: PublicationId, page: { limit: number; cursor?: string }): Promise<Page<Issue>>;
  /** All of them in the same order: for what an index cannot sort or find. */
  allIssues(publication: PublicationId): Promise<readonly Issue[]>;
  /** Sections of all issues of a publication, issue by issue, in the order of each. */
  allSections(publication: PublicationId): Promise<readonly (Section & { readonly issue: IssueId })[]>;
  /** Those of these links that are the publication's; at most some ten thousand. */
  linksNumbered(publication: PublicationId, ids: readonly LinkId[]): Promise<readonly Link[]>;
  countIssues(publication: PublicationId): Promise<number>;
  /**
   * Links of all issues of a publication, issue by issue, in the order of each; or those whose addresses hold a text,
   * whatever its case.
   */
  allLinks(publication: PublicationId, holding?: string): Promise<readonly (Link & { readonly issue: IssueId })[]>;

  // how reports look
  /** Nothing chosen: null in both. */
  brand(publication: PublicationId): Promise<BrandOf>;
  /** What is left out stays as it is. */
  setBrand(publication: PublicationId, change: Partial<BrandOf>): Promise<BrandOf>;
  /** False: nothing was chosen. */
  removeBrand(publication: PublicationId): Promise<boolean>;

  // mailings that come through the relay, and the issues that they are; a key is 32 bytes
  /** In the order of the keys; null: no such mailing has come. */
  findMailings(publication: PublicationId, keys: readonly Uint8Array[]): Promise<readonly (Mailing | null)[]>;
  /**
   * Writes the issue of a mailing whose first message has come, as `createIssue` does. Null: another message was first,
   * and nothing was written.
   */
  createMailing(publication: PublicationId, key: Uint8Array, issue: NewIssue): Promise<IssueWithStructure | null>;
  /** How many mailings began at this time or later. */
  countMailings(publication: PublicationId, since: Date): Promise<number>;

  // what collector and ingester look up
  findLinkTarget(publicId: PublicId): Promise<LinkTarget | null>;
  findIssueTarget(publicId: PublicId): Promise<IssueTarget | null>;
  findSectionTarget(publicId: PublicId): Promise<SectionTarget | null>;
  findOfferTarget(publicId: PublicId): Promise<OfferTarget | null>;
  findIssueFacts(issue: IssueId): Promise<IssueFacts | null>;
  publicationExists(id: PublicationId): Promise<boolean>;

  // a collector's own copy
  /** Every link there is, in pages, by their numbers. */
  allLinkTargets(): AsyncIterable<readonly LinkTarget[]>;
  /** The links with a higher number than this, in the same way. */
  linkTargetsAfter(last: LinkId | 0): AsyncIterable<readonly LinkTarget[]>;
  allIssueTargets(): AsyncIterable<readonly IssueTarget[]>;
  issueTargetsAfter(last: IssueId | 0): AsyncIterable<readonly IssueTarget[]>;
  /**
   * To compare with a copy. Reading what comes after the copy's last number finds what was added, but for one thing:
   * of two issues that are written at once the one with the higher numbers may be seen first. Where the counts
   * still differ then, something was removed or came late: copy everything anew. Counts rows, which takes PGlite
   * some 10 ms for 100,000 links.
   */
  countTargets(): Promise<TargetCounts>;
  /** The rules of every publication, by their numbers. */
  collectionRules(): Promise<readonly CollectionRules[]>;
  findCollectionRules(publication: PublicationId): Promise<CollectionRules | null>;
  /** What every publication offers, where it offers anything, by their numbers; or what one does. */
  offerings(publication?: PublicationId): Promise<readonly Offering[]>;
  /** Readers who pay or are in a trial, in pages, by their numbers. */
  readersWithAccess(publication: PublicationId): AsyncIterable<readonly ReaderId[]>;
  /**
   * 32 random bytes, the same for everybody who asks for this day (UTC, such as `2026-03-02`): visitors without a
   * token are told apart within a day, and never across days. The salts of days before the day before are destroyed.
   * Rejects with a RangeError what is not a day.
   */
  dailySalt(day: string): Promise<Uint8Array>;

  // mail providers that report on what they send
  /** What counts as having led to a subscription; of a publication that is gone, what does where nothing was chosen. */
  attribution(publication: PublicationId): Promise<AttributionRules>;
  setAttributionDays(publication: PublicationId, days: number): Promise<void>;
  /** Of every publication, for collectors; or of one. By publication and provider. */
  mailProviders(publication?: PublicationId): Promise<readonly MailProviderKey[]>;
  /** Sets the provider up, or gives it another key. */
  setMailProvider(publication: PublicationId, provider: MailProvider, key: string): Promise<MailProviderKey>;
  /** False: there was none. */
  removeMailProvider(publication: PublicationId, provider: MailProvider): Promise<boolean>;

  // imports
  createImport(publication: PublicationId, job: Pick<ImportJob, 'format' | 'database'>): Promise<ImportJob>;
  findImport(publication: PublicationId, publicId: PublicId): Promise<ImportJob | null>;
  /** The newest first. */
  listImports(publication: PublicationId): Promise<readonly ImportJob[]>;
  /** Of all publications, those that are looked through or run. */
  importsAtWork(): Promise<readonly ImportJob[]>;
  /**
   * Changes an import that is in one of these states; null: it is not. Two imports of one publication cannot be looked
   * through or run at the same time: the second stays as it is.
   */
  changeImport(
    publicId: PublicId,
    from: readonly ImportJob['state'][],
    change: ImportChange,
  ): Promise<ImportJob | null>;
  /** False: there was none in one of these states. */
  deleteImport(publicId: PublicId, from: readonly ImportJob['state'][]): Promise<boolean>;
  /** Issues that were made of posts of this source. */
  importedIssues(publication: PublicationId, source: string): Promise<readonly ImportedIssue[]>;
  /** Notes that the post has another heading now, and calls the issue so; null: the issue keeps its own. */
  changeImportedHeading(
    publication: PublicationId,
    post: Omit<ImportedAs, 'text'>,
    heading: Pick<Issue, 'title' | 'subtitle'> | null,
  ): Promise<void>;

  // billing systems that report on subscriptions
  /** Of every publication, for collectors; or of one. By publication and system. */
  billingSystems(publication?: PublicationId): Promise<readonly BillingSystemSetup[]>;
  /** Sets the system up, or otherwise than it was. */
  setBillingSystem(
    publication: PublicationId,
    setup: Pick<BillingSystemSetup, 'system' | 'secret' | 'account' | 'takesTests'>,
  ): Promise<BillingSystemSetup>;
  /** False: there was none. */
  removeBillingSystem(publication: PublicationId, system: ReportingSystem): Promise<boolean>;

  // by what opens and clicks are judged
  /** One short query: made for being asked again and again. */
  ownRules(publication: PublicationId): Promise<OwnRules>;
  /**
   * Puts these rules, at most 50 with different names, in place of all there are; one that keeps its name keeps its
   * public id and age. Null where `version` is not theirs any more: somebody has changed them, and nothing was done.
   */
  replaceOwnRules(publication: PublicationId, version: number, rules: readonly NewOwnRule[]): Promise<OwnRules | null>;
  /** Keeps by what the publication's whole history has been judged; null: it is being judged anew, and not done. */
  noteJudged(publication: PublicationId, judgedBy: JudgedBy | null): Promise<void>;

  // notes
  /** The issue is the publication's own: whoever asks has seen to that. */
  createNote(publication: PublicationId, note: NewNote): Promise<Note>;
  /** Latest first, from one moment to another, both included. `limit` from 1 to 200. Throws InvalidCursorError. */
  listNotes(
    publication: PublicationId,
    page: { limit: number; from?: Date; to?: Date; cursor?: string },
  ): Promise<Page<Note>>;
  updateNote(
    publication: PublicationId,
    publicId: PublicId,
    change: { at?: Date; text?: string },
  ): Promise<Note | null>;
  /** Whether there was one. */
  deleteNote(publication: PublicationId, publicId: PublicId): Promise<boolean>;

  // exports
  beginExport(publication: PublicationId, begun: BegunExport): Promise<LoggedExport>;
  endExport(publication: PublicationId, publicId: PublicId, ended: EndedExport): Promise<void>;
  findExport(publication: PublicationId, publicId: PublicId): Promise<LoggedExport | null>;
  /** The newest first. `limit` from 1 to 200. Throws InvalidCursorError. */
  listExports(publication: PublicationId, page: { limit: number; cursor?: string }): Promise<Page<LoggedExport>>;

  // links that show something without sign-in
  createShareLink(publication: PublicationId, link: NewShareLink): Promise<ShareLink>;
  /** The newest first, revoked and expired ones among them. `limit` from 1 to 200. Throws InvalidCursorError. */
  listShareLinks(publication: PublicationId, page: { limit: number; cursor?: string }): Promise<Page<ShareLink>>;
  /** By the SHA-256 of its secret, revoked and expired ones as well. */
  findShareLink(hash: Uint8Array): Promise<{ readonly link: ShareLink; readonly publication: Publication } | null>;
  /** One that is revoked already stays as it is; null: there is none. */
  revokeShareLink(publication: PublicationId, publicId: PublicId, at: Date): Promise<ShareLink | null>;
  /** Null: there is none that was revoked at `since` or later. */
  restoreShareLink(publication: PublicationId, publicId: PublicId, since: Date): Promise<ShareLink | null>;
  noteShareLinkOpened(publicId: PublicId, at: Date): Promise<void>;
  // schedules of reports and exports
  /** Null: the publication has none of its own. */
  mailServer(publication: PublicationId): Promise<MailServerSetup | null>;
  setMailServer(publication: PublicationId, setup: Omit<MailServerSetup, 'createdAt'>): Promise<MailServerSetup>;
  /** False: there was none. */
  removeMailServer(publication: PublicationId): Promise<boolean>;
  createSchedule(publication: PublicationId, schedule: NewSchedule): Promise<Schedule>;
  /** The oldest first. */
  listSchedules(publication: PublicationId): Promise<readonly Schedule[]>;
  findSchedule(publication: PublicationId, publicId: PublicId): Promise<Schedule | null>;
  updateSchedule(publication: PublicationId, publicId: PublicId, change: ScheduleChange): Promise<Schedule | null>;
  /** With its runs. Whether there was one. */
  deleteSchedule(publication: PublicationId, publicId: PublicId): Promise<boolean>;
  /** Of all publications, those that are not paused, with the last time that something ran because it was due. */
  schedulesAtWork(): Promise<
    readonly { readonly schedule: Schedule; readonly publication: Publication; readonly lastDueAt: Date | null }[]
  >;
  /**
   * Begins a run, in one statement: null where one with this key was begun already, whoever did it and however that
   * ended. Throws NotInCatalogError where the schedule is gone.
   */
  claimRun(schedule: PublicId, run: NewScheduleRun): Promise<ScheduleRun | null>;
  /**
   * Changes a run that is as it was known, in one statement: in the same state, in the same hands, at the same attempt.
   * Null: it is not any more, and nothing was done.
   */
  changeRun(
    known: Pick<ScheduleRun, 'publicId' | 'state' | 'holder' | 'attempts'>,
    change: ScheduleRunChange,
  ): Promise<ScheduleRun | null>;
  /** Of all publications: those that wait for a try which is due, and those whose holder has not been heard of. */
  runsToTakeUp(
    now: Date,
  ): Promise<readonly { readonly run: ScheduleRun; readonly schedule: Schedule; readonly publication: Publication }[]>;
  /** The latest first. `limit` from 1 to 200. Throws InvalidCursorError. */
  listRuns(schedule: PublicId, page: { limit: number; cursor?: string }): Promise<Page<ScheduleRun>>;
  findRun(schedule: PublicId, publicId: PublicId): Promise<ScheduleRun | null>;
  /** The last run of each schedule of a publication that has had one. */
  lastRuns(publication: PublicationId): Promise<readonly ScheduleRun[]>;
  /** Issues that went out after `after` and not after `until` and have no run of this schedule, the first first. */
  issuesWithoutRun(
    schedule: Pick<Schedule, 'publicId' | 'publication'>,
    stretch: { readonly after: Date; readonly until: Date; readonly keyPrefix: string },
  ): Promise<readonly Issue[]>;

  // offers, and experiments between them; what is not possible as things stand throws OfferConflictError
  createOffer(publication: PublicationId, offer: NewOffer): Promise<Offer>;
  /** Archived ones as well, the oldest first. */
  listOffers(publication: PublicationId): Promise<readonly Offer[]>;
  /** Once an experiment has shown it, its name alone. */
  updateOffer(publication: PublicationId, publicId: PublicId, change: Partial<NewOffer>): Promise<Offer | null>;
  /** Not while it is the usual one, or an experiment that runs shows it. Null takes it out of the archive. */
  archiveOffer(publication: PublicationId, publicId: PublicId, at: Date | null): Promise<Offer | null>;
  /** Null: there is none any more. Not while an experiment runs. False: there is no such offer, and nothing was done. */
  setUsualOffer(publication: PublicationId, publicId: PublicId | null): Promise<boolean>;
  /** Throws UnknownOfferError where an arm is no offer of the publication. */
  createExperiment(publication: PublicationId, experiment: NewExperiment): Promise<Experiment>;
  /** The newest first. */
  listExperiments(publication: PublicationId): Promise<readonly Experiment[]>;
  findExperiment(publication: PublicationId, publicId: PublicId): Promise<Experiment | null>;
  /** Drafts only. */
  updateExperiment(
    publication: PublicationId,
    publicId: PublicId,
    change: Partial<NewExperiment>,
  ): Promise<Experiment | null>;
  /** Drafts only. Whether there was one. */
  deleteExperiment(publication: PublicationId, publicId: PublicId): Promise<boolean>;
  /** Makes its control the usual offer as well: whoever takes no part sees that one. */
  startExperiment(publication: PublicationId, publicId: PublicId, at: Date): Promise<Experiment | null>;
  /** One that is stopped stays as it is. */
  stopExperiment(publication: PublicationId, publicId: PublicId, at: Date): Promise<Experiment | null>;

  // readers
  /**
   * Adds readers or changes their segment; the answer is in the order of the input, and of one given several times
   * the last segment counts. Any length: written in chunks, so that a failure may leave a part written; repeat it.
   */
  upsertReaders(publication: PublicationId, readers: readonly ReaderUpsert[]): Promise<readonly Reader[]>;
  /** By number, or by the keyed hash of what the sender calls them. */
  findReader(
    publication: PublicationId,
    by: { readonly id: ReaderId } | { readonly reference: Uint8Array },
  ): Promise<Reader | null>;
  /** In the order of what the sender calls them, given as keyed hashes; null where nobody is called that. */
  findReaders(publication: PublicationId, references: readonly Uint8Array[]): Promise<readonly (Reader | null)[]>;
  /** How many of these references (different ones, any number) are readers of the publication. */
  countKnownReaders(publication: PublicationId, references: readonly Uint8Array[]): Promise<number>;
  countReaders(publication: PublicationId): Promise<Readonly<Record<Exclude<Segment, 'none'>, number>>>;

  // token keys: a publication is created with one
  /** The newest key of a publication: the one that signs. */
  signingKey(publication: PublicationId): Promise<TokenKey>;
  findTokenKey(id: KeyId): Promise<TokenKey | null>;
  /** Of every publication: what a token may be signed with. */
  tokenKeys(): Promise<readonly TokenKey[]>;
  /** A new signing key; tokens of the old ones stay valid. */
  rotateTokenKey(publication: PublicationId): Promise<TokenKey>;

  // who may come in
  /** A secret of the installation by name, made at first asking (32 random bytes): for keyed hashes and the like. */
  installationSecret(name: string): Promise<Uint8Array>;
  /** The owner's password hash; null before the first sign-in. */
  ownerPasswordHash(): Promise<string | null>;
  setOwnerPasswordHash(hash: string): Promise<void>;
  /** Sessions and keys are kept as SHA-256 only. A new session clears away those that have expired. */
  createSession(hash: Uint8Array, expiresAt: Date): Promise<void>;
  findSession(hash: Uint8Array): Promise<{ readonly expiresAt: Date } | null>;
  deleteSession(hash: Uint8Array): Promise<void>;
  /** Signs everybody out. */
  deleteAllSessions(): Promise<void>;
  createApiKey(input: {
    name: string;
    hash: Uint8Array;
    hint: string;
    publication: PublicationId | null;
  }): Promise<ApiKey>;
  findApiKey(hash: Uint8Array): Promise<ApiKey | null>;
  /** Notes that the key was used; written at most once a minute. */
  touchApiKey(id: number): Promise<void>;
  listApiKeys(): Promise<readonly ApiKey[]>;
  deleteApiKey(id: number): Promise<boolean>;

  ping(): Promise<void>;
  close(): Promise<void>;
}

export class InvalidCursorError extends Error {
  readonly code = 'INVALID_CURSOR';
}
