export type {
  DomainOpenings,
  OverDays,
  PayingReaders,
  PeopleOverDays,
  StepsOverDays,
} from './at-a-glance.ts';
export { FencedError, WarehouseUnavailableError } from './errors.ts';
export { openWarehouse } from './open-warehouse.ts';
export type {
  FetchBeside,
  IssueFetches,
  IssueStretch,
  JudgedFetch,
  Revision,
  VerdictHistory,
} from './verdict-history.ts';
export type {
  ActivityBucket,
  ClientFigures,
  DomainFigures,
  EarlierEvent,
  FetchCounts,
  Funnel,
  IssueFigures,
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
export type { LoggedReplay } from './writing/replays.ts';
