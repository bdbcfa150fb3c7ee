import type { ReportKind, ReportView } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import type { ApiDependencies } from '../dependencies.ts';
import type { AskedReport } from './asked.ts';
import { reportOfGrowth, reportOfIssue, reportOfMonth } from './findings.ts';
import { reportOfSponsor } from './sponsor.ts';

type Maker = (
  deps: Pick<ApiDependencies, 'catalog' | 'warehouse' | 'clock'>,
  publication: Publication,
  asked: AskedReport,
) => Promise<ReportView>;

/** How each kind of report is made. */
export const MAKERS: Readonly<Record<ReportKind, Maker>> = {
  issue: reportOfIssue,
  month: reportOfMonth,
  growth: reportOfGrowth,
  sponsor: reportOfSponsor,
};
