import type { Catalog, Publication, ShareLink } from '@readout/catalog';
import { actorOf, begin } from '../exports/export-log.ts';
import type { Caller } from '../http/caller.ts';

/** Notes in the log of exports that a link was made, revoked or restored: from then on others can take figures out, or no longer. */
export async function noteInLog(
  catalog: Pick<Catalog, 'beginExport' | 'endExport'>,
  publication: Publication,
  caller: Caller,
  what: 'link_made' | 'link_revoked' | 'link_restored',
  { publicId, label, subject, expiresAt, files, sites }: ShareLink,
  now: number,
): Promise<void> {
  const at = new Date(now);
  const filter = { link: publicId, label, ...subject, expiresAt: expiresAt?.toISOString() ?? null, files, sites };
  const begun = await begin(catalog, publication, actorOf(caller), { what, format: 'link', filter }, now);
  const nothing = { rows: null, bytes: null, sha256: null, reason: null } as const;
  await catalog.endExport(publication.id, begun.publicId, { endedAt: at, outcome: 'done', ...nothing });
}
