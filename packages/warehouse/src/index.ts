export { FencedError, WarehouseUnavailableError } from './errors.ts';
export { openWarehouse } from './open-warehouse.ts';
export type {
  ActivityBucket,
  Funnel,
  IssueFigures,
  IssueReportRows,
  IssueSummaryRow,
  LinkFigures,
  LinkSections,
  OpensByVerdict,
  QuarantinedRecord,
  SectionFigures,
  SegmentFigures,
  ServerConfig,
  Warehouse,
  WarehouseConfig,
} from './warehouse.ts';
export type { LoggedReplay } from './writing/replays.ts';
