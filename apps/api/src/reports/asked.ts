import type { reportQuery } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import type { ReportContext } from '@readout/reports';
import type { z } from 'zod';
import type { ApiDependencies } from '../dependencies.ts';
import { Refusal } from '../http/problem.ts';

/** What a report is asked for with. */
export type AskedReport = z.output<typeof reportQuery>;

export function contextOf(
  { clock }: Pick<ApiDependencies, 'clock'>,
  { publicId, name, timeZone }: Publication,
  { language }: Pick<AskedReport, 'language'>,
): ReportContext {
  return { publication: { id: publicId, name, timeZone }, language, madeAt: new Date(clock()).toISOString() };
}

/** A parameter that this kind of report needs otherwise. */
export function missing(path: 'issue' | 'month' | 'link', message: string): Refusal {
  return new Refusal('invalid_request', `${path}: ${message}`, { errors: [{ path, message }] });
}
