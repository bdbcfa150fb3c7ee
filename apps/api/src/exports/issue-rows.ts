import type { Publication } from '@readout/catalog';
import type { RowsExport } from '@readout/warehouse';
import type { ApiDependencies } from '../dependencies.ts';
import { audienceOf } from '../issues/audience.ts';
import { figuresView } from '../issues/figures.ts';
import type { Narrowed } from './filter.ts';
import { inStretches, issuesIn } from './issues-in.ts';
import { tableOf } from './table-of.ts';

/** Issues with their figures, as the list of issues shows them. */
export async function issueRows(
  { catalog, warehouse }: Pick<ApiDependencies, 'catalog' | 'warehouse'>,
  publication: Publication,
  narrowed: Narrowed,
): Promise<RowsExport> {
  const issues = await issuesIn(catalog, publication, narrowed);
  const rows = await inStretches(issues, async (some) => {
    const counted = await warehouse.figures({ publication: publication.id, issues: some.map(({ id }) => id) });
    return some.flatMap((issue, at) => {
      const figures = counted[at];
      return figures === undefined
        ? []
        : [{ issue, audience: audienceOf(figures), sentTo: figures.sentTo, ...figuresView(figures) }];
    });
  });
  return tableOf(rows, {
    issue: ['word', ({ issue }) => issue.publicId],
    title: ['text', ({ issue }) => issue.title],
    subtitle: ['text', ({ issue }) => issue.subtitle],
    sent_at: ['moment', ({ issue }) => issue.sentAt?.getTime() ?? null],
    has_paywall: ['flag', ({ issue }) => issue.hasPaywall],
    tags: ['text', ({ issue }) => issue.tags.join(', ')],
    audience: ['word', ({ audience }) => audience],
    sent: ['whole', ({ sent }) => sent],
    sent_free: ['whole', ({ sentTo }) => sentTo.free],
    sent_trial: ['whole', ({ sentTo }) => sentTo.trial],
    sent_premium: ['whole', ({ sentTo }) => sentTo.premium],
    bounced: ['whole', ({ bounced }) => bounced],
    delivered: ['whole', ({ delivered }) => delivered],
    readers: ['whole', ({ readers }) => readers],
    clickers: ['whole', ({ clickers }) => clickers],
    open_rate: ['number', ({ openRate }) => openRate],
    click_rate: ['number', ({ clickRate }) => clickRate],
    click_to_open_rate: ['number', ({ clickToOpenRate }) => clickToOpenRate],
    opens: ['whole', ({ opens }) => opens],
    opens_human: ['whole', ({ opensByVerdict }) => opensByVerdict.human],
    opens_proxied: ['whole', ({ opensByVerdict }) => opensByVerdict.proxied],
    opens_prefetched: ['whole', ({ opensByVerdict }) => opensByVerdict.prefetched],
    opens_scanner: ['whole', ({ opensByVerdict }) => opensByVerdict.scanner],
    opens_unclear: ['whole', ({ opensByVerdict }) => opensByVerdict.unclear],
    clicks: ['whole', ({ clicks }) => clicks],
    machine_clicks: ['whole', ({ machineClicks }) => machineClicks],
    unclear_clicks: ['whole', ({ unclearClicks }) => unclearClicks],
    settling: ['whole', ({ settling }) => settling],
    paywall_hits: ['whole', ({ paywallHits }) => paywallHits],
    trials_started: ['whole', ({ trialsStarted }) => trialsStarted],
  });
}
