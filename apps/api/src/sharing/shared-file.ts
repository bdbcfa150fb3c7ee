import { createHash } from 'node:crypto';
import type { ReportView } from '@readout/api-contract';
import type { Rendering } from '@readout/reports';
import { brandFor } from '../brand/brand-for.ts';
import type { ApiDependencies } from '../dependencies.ts';
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
  const { catalog, clock } = deps;
  const begun = await catalog.beginExport(publication.id, {
    ...{ actor: 'share', keyName: link.label, what: 'report', format: as },
    filter: { link: link.publicId, ...link.subject },
    startedAt: new Date(clock()),
  });
  const end = (outcome: 'done' | 'failed' | 'cancelled', bytes: Uint8Array | null) =>
    catalog.endExport(publication.id, begun.publicId, {
      endedAt: new Date(clock()),
      outcome,
      rows: null,
      bytes: bytes?.length ?? 0,
      sha256: bytes === null ? null : createHash('sha256').update(bytes).digest('hex'),
      reason: null,
    });
  try {
    const bytes = await deps.render(report, await brandFor(deps, publication), as, gone);
    await end('done', bytes);
    return bytes;
  } catch (error) {
    await end(gone.aborted ? 'cancelled' : 'failed', null);
    throw error;
  }
}
