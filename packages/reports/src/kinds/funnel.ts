import type { FunnelView, ReportBlock, ReportTable } from '@readout/api-contract';
import { column, SHARE, WHOLE } from '../written.ts';
import { type Desk, paragraphs } from './frame.ts';

/** From delivery to payment, step by step. */
export function funnelBlocks({ words, written }: Desk, funnel: FunnelView): ReportBlock[] {
  const says = words.growth;
  const { steps, stillPaying, windowDays } = funnel;
  const people = (step: string) => written.count(steps.find((one) => one.step === step)?.people ?? 0);
  const long = stillPaying.filter(({ rate }) => rate !== null);
  return [
    ...paragraphs(says.finding(people('converted'), people('paywall_hit'), people('trial_started'))),
    {
      type: 'bars',
      title: says.funnel,
      says: says.finding(people('converted'), people('paywall_hit'), people('trial_started')),
      unit: says.people,
      y: WHOLE,
      direction: 'across',
      items: steps.map(({ step, people: count, share }) => ({
        label: says.steps[step],
        cell: written.cell(count, WHOLE),
        detail: share === null ? null : `${written.share(share.rate)} ${says.bases[step]}`,
        range: null,
      })),
      reference: null,
    },
    ...paragraphs(says.window(written.count(windowDays))),
    {
      type: 'table',
      title: words.sections.funnel,
      columns: [
        column.text(says.step),
        column.count(says.people, false),
        column.share(says.ofBefore),
        column.share(words.about.low),
        column.share(words.about.high),
      ],
      rows: steps.map(({ step, people: count, share }) => [
        written.word(says.steps[step]),
        written.cell(count, WHOLE),
        written.cell(share?.rate ?? null, SHARE),
        written.cell(share?.low ?? null, SHARE),
        written.cell(share?.high ?? null, SHARE),
      ]),
      total: null,
      note: null,
    },
    ...(long.length === 0
      ? []
      : [
          {
            type: 'table' as const,
            title: says.still,
            columns: [
              column.text(says.after),
              column.share(says.stillRate),
              column.share(words.about.low),
              column.share(words.about.high),
              column.count(says.stillFollowed, false),
              column.count(says.stillPeople, false),
              column.count(says.stillOf, false),
            ],
            rows: long.map(({ months, rate, atRisk, of, people: still }) => [
              written.word(says.stillAfter[months]),
              written.cell(rate?.rate ?? null, SHARE),
              written.cell(rate?.low ?? null, SHARE),
              written.cell(rate?.high ?? null, SHARE),
              written.cell(atRisk, WHOLE),
              written.cell(still, WHOLE),
              written.cell(of, WHOLE),
            ]),
            total: null,
            note: says.stillNote,
          },
        ]),
  ];
}

/** The funnel by offer; null where no offer is known. */
export function offerTable({ words, written }: Desk, { parts, steps }: FunnelView): ReportTable | null {
  const says = words.growth;
  const at = (step: string) => steps.findIndex((one) => one.step === step);
  const [hit, begun, paid] = [at('paywall_hit'), at('trial_started'), at('converted')];
  const items = parts?.by === 'offer' ? parts.items : [];
  if (items.length === 0) return null;
  const over = (part: number | null, whole: number | null) =>
    written.cell(part === null || whole === null || whole === 0 ? null : part / whole, SHARE);
  return {
    type: 'table',
    title: says.offers,
    columns: [
      column.text(says.offer),
      column.count(says.hitTo, false),
      column.count(says.trials, false),
      column.quotient(says.trialRate, 2, 1),
      column.count(says.paidBy, false),
      column.quotient(says.payRate, 4, 2),
    ],
    rows: items.map(({ name, people }) => {
      const [hits = null, trials = null, payers = null] = [people[hit], people[begun], people[paid]];
      return [
        written.word(name ?? says.noOffer),
        written.cell(hits, WHOLE),
        written.cell(trials, WHOLE),
        over(trials, hits),
        written.cell(payers, WHOLE),
        over(payers, trials),
      ];
    }),
    total: null,
    note: null,
  };
}
