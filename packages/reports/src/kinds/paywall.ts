import type { IssuePaywall, ReportBars, ReportBlock, ShareOfPeople } from '@readout/api-contract';
import { column, money, WHOLE } from '../written.ts';
import type { Desk } from './frame.ts';

/** From an issue's paywall to payment. */
export function paywallBlocks({ words, written }: Desk, paywall: IssuePaywall): ReportBlock[] {
  const says = words.issue;
  const { hits, offersShown, trialsStarted, converted, running, offerRate, trialRate, conversionRate, revenue } =
    paywall;
  if (hits === 0 && trialsStarted === 0) return [{ type: 'text', text: says.noHits }];
  const share = (rate: ShareOfPeople | null, of: (share: string) => string) =>
    rate === null ? null : of(written.share(rate.rate));
  const item = (label: string, people: number, detail: string | null): ReportBars['items'][number] => ({
    label,
    cell: written.cell(people, WHOLE),
    detail,
    range: null,
  });
  return [
    {
      type: 'bars',
      title: says.steps,
      says: says.stepsSay(written.count(hits), written.count(trialsStarted), written.count(converted)),
      unit: says.people,
      y: WHOLE,
      direction: 'across',
      items: [
        item(says.hits, hits, null),
        item(says.offers, offersShown, share(offerRate, says.ofHits)),
        item(says.trials, trialsStarted, share(trialRate, says.ofHits)),
        item(says.paying, converted, share(conversionRate, says.ofTrials)),
      ],
      reference: null,
    },
    ...(running === 0 ? [] : [{ type: 'text' as const, text: says.running(running, written.count(running)) }]),
    ...(revenue.length === 0
      ? []
      : [
          {
            type: 'table' as const,
            title: says.revenue,
            columns: [
              column.text(says.currency),
              column.of(says.amount, { kind: 'decimal', currency: null, digits: 2 }),
              column.count(words.figures.subscriptions),
            ],
            rows: revenue.map(({ currency, digits, amount, subscriptions }) => {
              const format = money(currency, digits);
              return [
                written.word(currency),
                written.cell(amount / 10 ** digits, format),
                written.cell(subscriptions, WHOLE),
              ];
            }),
            total: null,
            note: null,
          },
        ]),
  ];
}
