import type { Publication } from '@readout/catalog';
import type { RowsExport } from '@readout/warehouse';
import type { ApiDependencies } from '../dependencies.ts';
import { cohortsView } from '../growth/growth.ts';
import { tableOf } from './table-of.ts';

/** How many of those who began to pay in a month still pay, a row for each month since; as the page of cohorts shows it. */
export async function cohortRows(
  deps: Pick<ApiDependencies, 'catalog' | 'warehouse' | 'clock'>,
  publication: Publication,
): Promise<RowsExport> {
  const { cohorts } = await cohortsView(deps, publication, { by: 'month' });
  const rows = cohorts.flatMap(({ key, payers, months }) => months.map((month) => ({ key, payers, ...month })));
  return tableOf(rows, {
    cohort: ['word', ({ key }) => key],
    payers: ['whole', ({ payers }) => payers],
    month: ['whole', ({ month }) => month],
    of: ['whole', ({ of }) => of],
    rate: ['number', ({ rate }) => rate],
    low: ['number', ({ low }) => low],
    high: ['number', ({ high }) => high],
  });
}
