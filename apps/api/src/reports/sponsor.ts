import type { ReportView, SponsorLinks } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import type { LinkKind } from '@readout/events';
import { isPublicId } from '@readout/events';
import { type SponsoredIssue, sponsorReportOf } from '@readout/reports';
import type { ApiDependencies } from '../dependencies.ts';
import { type PageQuery, pageOf } from '../http/pages.ts';
import { Refusal } from '../http/problem.ts';
import { reportOn } from '../issues/report-on.ts';
import { type AskedReport, contextOf, missing } from './asked.ts';
import { destinationOf, sharedText } from './destination.ts';

type Deps = Pick<ApiDependencies, 'catalog' | 'warehouse' | 'clock'>;

/** Each takes a question of the warehouse. */
const MOST_ISSUES = 100;
/** Links that a sponsor may have paid for: neither the author's own buttons nor traps. */
const SPONSORED: readonly LinkKind[] = ['outbound', 'embed', 'media', 'call_to_action'];

/** Human clicks and readers, issue by issue, of what one link leads to. */
export async function reportOfSponsor(deps: Deps, publication: Publication, asked: AskedReport): Promise<ReportView> {
  const { link, match } = asked;
  if (link === undefined) throw missing('link', 'Say which link, by the id that it has in any issue.');
  const target = isPublicId(link) ? await deps.catalog.findLinkTarget(link) : null;
  const destination = target === null ? null : destinationOf(target.url, match);
  const leading =
    destination === null
      ? []
      : (await deps.catalog.allLinks(publication.id, sharedText(destination, match))).filter(
          ({ url }) => destinationOf(url, match) === destination,
        );
  // Of another publication's link nothing is said, not even where it leads.
  if (destination === null || !leading.some(({ publicId }) => publicId === link)) {
    throw new Refusal('not_found', 'This publication has no such link.');
  }
  const ids = new Set(leading.map(({ publicId }) => publicId as string));
  const now = deps.clock();
  const holding = new Set(leading.map(({ issue }) => issue));
  const sent = (await deps.catalog.allIssues(publication.id)).filter(
    ({ id, sentAt }) => holding.has(id) && sentAt !== null && sentAt.getTime() <= now,
  );
  const issues: SponsoredIssue[] = [];
  for (const { publicId } of sent.slice(0, MOST_ISSUES)) {
    const issue = await deps.catalog.findIssue(publication.id, publicId);
    if (issue === null) continue;
    const report = await reportOn(deps, publication, issue);
    issues.push({ report, links: report.links.filter(({ id }) => ids.has(id)) });
  }
  return sponsorReportOf(contextOf(deps, publication, asked), {
    target: destination,
    match,
    asOf: new Date(now).toISOString(),
    issues: issues.toReversed(),
    more: Math.max(0, sent.length - MOST_ISSUES),
  });
}

/** What a sponsor report can be asked for: pages that links lead to, the newest first. */
export async function sponsorLinks(
  { catalog }: Pick<Deps, 'catalog'>,
  { id }: Publication,
  { q, ...page }: PageQuery & { readonly q?: string | undefined },
): Promise<SponsorLinks> {
  const [links, issues] = await Promise.all([catalog.allLinks(id, q?.trim() || undefined), catalog.allIssues(id)]);
  const sentAt = new Map(issues.map((issue) => [issue.id, issue.sentAt?.getTime() ?? null]));
  const found = new Map<string, { link: (typeof links)[number]; issues: Set<number>; at: number | null }>();
  for (const link of links) {
    if (!SPONSORED.includes(link.kind)) continue;
    const url = destinationOf(link.url, 'page');
    const at = sentAt.get(link.issue) ?? null;
    const known = found.get(url);
    if (known === undefined) found.set(url, { link, issues: new Set([link.issue]), at });
    else {
      known.issues.add(link.issue);
      if ((at ?? 0) >= (known.at ?? 0)) found.set(url, { ...known, link, at });
    }
  }
  const all = [...found].sort(([, one], [, other]) => (other.at ?? 0) - (one.at ?? 0) || other.link.id - one.link.id);
  const place = ([, { link, at }]: (typeof all)[number]) => ({ id: link.publicId, at: at ?? 0 });
  const { items, next } = pageOf(JSON.stringify(['links', id, q?.trim()]), all, page, place, 'newest-first');
  const end = items.at(-1);
  return {
    next,
    items: items.map(([url, { link, issues: holding, at }]) => ({
      link: link.publicId,
      url,
      text: link.text,
      issues: holding.size,
      lastSentAt: at === null ? null : new Date(at).toISOString(),
    })),
    more: end === undefined ? 0 : all.length - all.indexOf(end) - 1,
  };
}
