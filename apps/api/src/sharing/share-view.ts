import type { ShareLinkView } from '@readout/api-contract';
import type { Publication, ShareLink } from '@readout/catalog';
import type { ApiDependencies } from '../dependencies.ts';
import { standingOf } from './standing.ts';
import { subjectOf, titleOf } from './subject.ts';

/** A link as its publication's people see it. */
export async function shareView(
  deps: Pick<ApiDependencies, 'catalog' | 'clock'>,
  publication: Publication,
  link: ShareLink,
): Promise<ShareLinkView> {
  const { publicId, label, actor, keyName, files, sites, createdAt, expiresAt, revokedAt, opened, lastOpenedAt } = link;
  const subject = subjectOf(link);
  return {
    id: publicId,
    label,
    subject,
    title: await titleOf(deps, publication, subject),
    state: standingOf(link, deps.clock()),
    actor,
    key: keyName,
    files,
    sites: [...sites],
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    revokedAt: revokedAt?.toISOString() ?? null,
    opened,
    lastOpenedAt: lastOpenedAt?.toISOString() ?? null,
  };
}
