import type { Catalog } from '@readout/catalog';
import type { PublicationId } from '@readout/events';
import type { Attribution, AttributionOf } from '@readout/warehouse';

const DAY_MS = 86_400_000;
/** The warehouse asks with every question; a setting that was changed counts within seconds. */
const BELIEVED_MS = 5_000;

/** What counts as having led to a subscription, as the catalog has it: remembered for a moment. */
export function attributionBy(catalog: Pick<Catalog, 'attribution'>): AttributionOf {
  const known = new Map<PublicationId, { readonly until: number; readonly answer: Promise<Attribution> }>();
  return (publication) => {
    const before = known.get(publication);
    if (before !== undefined && performance.now() < before.until) return before.answer;
    const answer = catalog
      .attribution(publication)
      .then(({ days, callsToAction }) => ({ windowMs: days * DAY_MS, callsToAction }));
    known.set(publication, { until: performance.now() + BELIEVED_MS, answer });
    // What failed is asked again.
    answer.catch(() => known.delete(publication));
    return answer;
  };
}
