export { WarehouseUnavailableError } from './errors.ts';
export { openWarehouse } from './open-warehouse.ts';
export type {
  ActivityBucket,
  IssueFigures,
  IssueReportRows,
  IssueSummaryRow,
  LinkFigures,
  LinkSections,
  OpensByVerdict,
  QuarantinedRecord,
  SectionFigures,
  SegmentFigures,
  Warehouse,
  WarehouseConfig,
} from './warehouse.ts';
