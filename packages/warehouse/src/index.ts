export type {
  DomainOpenings,
  OverDays,
  PayingReaders,
  PeopleOverDays,
  StepsOverDays,
} from './at-a-glance.ts';
export type { ArrivedCheck, Connections, SeenCheck } from './connections.ts';
export { FencedError, SqlRefusedError, ViewsNotAllowedError, WarehouseUnavailableError } from './errors.ts';
export type { BegunAfter, Course, ExperimentArms, Exposed, ExposureQuery, Participants } from './experiment-arms.ts';
export type {
  CatalogNames,
  ExportCell,
  ExportColumn,
  ExportFilter,
  ExportFormat,
  ExportPart,
  Exports,
  ExportTerms,
  ExportType,
  IssueRange,
  RowsExport,
  WrittenExport,
} from './exports.ts';
export type { Funnel, FunnelPart, FunnelSteps, Funnels, TimeTaken } from './funnels.ts';
export type { HeldImport } from './imported.ts';
export { openWarehouse } from './open-warehouse.ts';
export type {
  GroupCounts,
  GroupDay,
  GroupMember,
  GroupQuery,
  ReaderHistoryEvent,
} from './reader-groups.ts';
export type {
  Attribution,
  AttributionOf,
  BillingStatement,
  Money,
  Subscription,
  Subscriptions,
  Touch,
} from './subscriptions.ts';
export { TRIAL_GRACE_DAYS } from './subscriptions.ts';
export type {
  FetchBeside,
  IssueFetches,
  IssueStretch,
  JudgedFetch,
  Revision,
  VerdictHistory,
} from './verdict-history.ts';
export { VIEW_DEFINITIONS, VIEW_NAMES, VIEWS_VERSION, type ViewName } from './views/definitions.ts';
export type { NamedThing, PublicationInViews, SqlFormat, Views } from './views.ts';
export type {
  ActivityBucket,
  ClientFigures,
  DomainFigures,
  EarlierEvent,
  FetchCounts,
  IssueFigures,
  IssueGrowth,
  IssueReportRows,
  IssueSummaryRow,
  JudgedEvent,
  LinkFigures,
  LinkSections,
  OpensByVerdict,
  QuarantinedRecord,
  Readership,
  SectionFigures,
  SegmentFigures,
  ServerConfig,
  VerdictRows,
  Warehouse,
  WarehouseConfig,
} from './warehouse.ts';
export { GROWTH_STEP_MS, GROWTH_STEPS } from './warehouse.ts';
export type { AudienceRows, PaywallOutcome, PeopleOf, PlaceReading, Tenure } from './whole-issue.ts';
export type { LoggedNotice } from './writing/notices.ts';
export type { LoggedReplay } from './writing/replays.ts';
