import type { ReportView } from '@readout/api-contract';
import type { Rendering } from '@readout/reports';
import { brandFor } from '../brand/brand-for.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { loggedFile } from '../exports/export-log.ts';
import type { OpenedShare } from './opening.ts';

type Deps = Pick<ApiDependencies, 'catalog' | 'clock' | 'render'>;

/** Makes a file of a shared report. In the log of exports it is the doing of whoever had the link, by the link's name. */
export async function sharedFile(
  deps: Deps,
  { link, publication }: OpenedShare,
  report: ReportView,
  as: Rendering,
  gone: AbortSignal,
): Promise<Uint8Array> {
  const logged = { actor: 'share', keyName: link.label, what: 'report', format: as } as const;
  const filter = { link: link.publicId, ...link.subject };
  const make = async () => deps.render(report, await brandFor(deps, publication), as, gone);
  return (await loggedFile(deps, publication, { ...logged, filter }, make, gone)).bytes;
}
