import type { IssuePaywall, IssuePeople, IssueReading } from '@readout/api-contract';
import type { IssueWithStructure, Publication } from '@readout/catalog';
import type { ApiDependencies } from '../dependencies.ts';
import { issueRevenue } from '../growth/issue-revenue.ts';
import { audienceView } from './audience.ts';
import { paywallView } from './paywall.ts';
import { readingView } from './reading.ts';
import { tenureOf } from './tenure.ts';

type Deps = Pick<ApiDependencies, 'catalog' | 'warehouse' | 'clock'>;

/** How far people read an issue's web page. */
export async function readingOf(
  { warehouse }: Pick<Deps, 'warehouse'>,
  publication: Publication,
  issue: IssueWithStructure,
): Promise<IssueReading> {
  const idsOf = (some: typeof issue.sections) => some.map((section) => section.id);
  const query = {
    publication: publication.id,
    issue: issue.id,
    sections: idsOf(issue.sections),
    behind: idsOf(issue.sections.filter(({ access }) => access === 'behind')),
  };
  return readingView(issue, await warehouse.sectionReading(query));
}

/** From an issue's paywall to payment. */
export async function paywallOf(
  { warehouse }: Pick<Deps, 'warehouse'>,
  publication: Publication,
  issue: IssueWithStructure,
): Promise<IssuePaywall> {
  const [outcome, subscriptions] = await Promise.all([
    warehouse.paywallOutcome({ publication: publication.id, issue: issue.id }),
    warehouse.subscriptions(publication.id),
  ]);
  return paywallView(outcome, issueRevenue(subscriptions, issue.id));
}

/** Who read an issue. */
export async function audienceOf(
  deps: Deps,
  publication: Publication,
  issue: IssueWithStructure,
): Promise<IssuePeople> {
  const [rows, tenure] = await Promise.all([
    deps.warehouse.audience({ publication: publication.id, issue: issue.id }),
    tenureOf(deps, publication, issue),
  ]);
  return { ...audienceView(rows), tenure };
}
