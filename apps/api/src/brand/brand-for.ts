import type { Publication } from '@readout/catalog';
import type { Brand } from '@readout/reports';
import type { ApiDependencies } from '../dependencies.ts';

/** What reports are set in where no colour was chosen: that of the dashboard. */
export const USUAL_COLOUR = '#0072b2';

/** How a publication's reports look. */
export async function brandFor({ catalog }: Pick<ApiDependencies, 'catalog'>, { id }: Publication): Promise<Brand> {
  const { colour, logo } = await catalog.brand(id);
  return { colour: colour ?? USUAL_COLOUR, logo };
}
