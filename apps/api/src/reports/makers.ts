import type { ReportKind, ReportView } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import type { Rendering } from '@readout/reports';
import type { ApiDependencies } from '../dependencies.ts';
import type { AskedReport } from './asked.ts';
import { reportOfGrowth, reportOfIssue, reportOfMonth } from './findings.ts';
import { reportOfSponsor } from './sponsor.ts';

/** How each kind of report is made. */
export const MAKERS: Readonly<
  Record<ReportKind, (deps: ApiDependencies, publication: Publication, asked: AskedReport) => Promise<ReportView>>
> = { issue: reportOfIssue, month: reportOfMonth, growth: reportOfGrowth, sponsor: reportOfSponsor };

export const MEDIA_TYPES = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const satisfies Record<Rendering, string>;
