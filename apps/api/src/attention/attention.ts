import type { Attention, AttentionItem } from '@readout/api-contract';
import type { Publication } from '@readout/catalog';
import type { ApiDependencies } from '../dependencies.ts';
import { audienceOf } from '../issues/audience.ts';
import { sentIssues } from '../issues/sent-issues.ts';
import { jumpOf, MOST_BEFORE } from '../verdicts/jump.ts';
import { bouncesUp } from './bounces.ts';
import { stoppedDomains } from './domains.ts';
import { type CountedIssue, fewReaders, openRateFell } from './drops.ts';

/** Enough for 60 days of an author who publishes twice a day, and for what is usual. */
const MOST_ISSUES = 120;

type Deps = Pick<ApiDependencies, 'catalog' | 'warehouse' | 'clock' | 'collection'>;

/**
 * What should be looked into, the most urgent first: what is being lost, what readers do not get, what they do not read.
 * @param isOwner what concerns the whole installation is for the owner alone
 */
export async function attentionOf(deps: Deps, publication: Publication, isOwner: boolean): Promise<Attention> {
  const now = deps.clock();
  const [ofPublication, ofInstallation] = await Promise.all([
    publicationItems(deps, publication, now),
    isOwner ? installationItems(deps) : [],
  ]);
  const order: readonly AttentionItem['kind'][] = [
    'spool',
    'bounces_up',
    'domain_stopped',
    'few_readers',
    'open_rate_fell',
    'scanners_up',
    'quarantine',
  ];
  const items = [...ofInstallation, ...ofPublication].toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  return { asOf: new Date(now).toISOString(), items };
}

async function publicationItems(
  { catalog, warehouse }: Deps,
  { id: publication }: Publication,
  now: number,
): Promise<AttentionItem[]> {
  const issues = await sentIssues(catalog, publication, now, { most: MOST_ISSUES });
  const [rows, domains] = await Promise.all([
    warehouse.issueSummaries({
      publication,
      issues: issues.map(({ id, sentAt }) => ({ id, since: sentAt.getTime() })),
    }),
    stoppedDomains(warehouse, publication, issues, now),
  ]);
  const counted = issues.flatMap((issue, at): CountedIssue[] => {
    const row = rows[at];
    return row === undefined || row.sent === 0 ? [] : [{ issue, row }];
  });
  const [newest] = counted;
  if (newest === undefined) return domains;
  const before = counted.slice(1, 1 + MOST_BEFORE);
  // Paying readers read more: an issue for all among theirs would look like a fall.
  const alike = counted.filter(({ row }) => audienceOf(row) === audienceOf(newest.row));
  const found = [
    bouncesUp(newest, before),
    fewReaders(newest, alike.slice(1, 1 + MOST_BEFORE), now),
    openRateFell(alike, now),
    scannersUp(newest, before),
  ];
  return [...domains, ...found.filter((one) => one !== null)];
}

function scannersUp({ issue, row }: CountedIssue, before: readonly CountedIssue[]): AttentionItem | null {
  const jump = jumpOf(
    row,
    before.map((one) => one.row),
  );
  return jump === null ? null : { kind: 'scanners_up', issue: { id: issue.publicId, title: issue.title }, ...jump };
}

async function installationItems({ warehouse, collection }: Deps): Promise<AttentionItem[]> {
  const [{ total }, { spool }] = await Promise.all([warehouse.quarantine({ limit: 1 }), collection()]);
  const { state, bytes, maxBytes, whenFull } = spool;
  return [
    ...(state === 'fine' ? [] : [{ kind: 'spool' as const, state, bytes, maxBytes, whenFull }]),
    ...(total === 0 ? [] : [{ kind: 'quarantine' as const, events: total }]),
  ];
}
