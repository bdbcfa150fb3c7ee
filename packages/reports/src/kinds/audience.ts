import type { IssuePeople, IssueReport, ReportBlock, ReportTable } from '@readout/api-contract';
import { column } from '../written.ts';
import type { Desk } from './frame.ts';

/** Rows of a split that a report shows; the rest is one row. */
const MOST_ROWS = 12;

/** Who read an issue. */
export function audienceBlocks(desk: Desk, { segments }: IssueReport, people: IssuePeople): ReportBlock[] {
  const { words, written } = desk;
  const says = words.issue;
  const known = segments.filter(({ delivered }) => delivered > 0);
  const { tenure } = people;
  return [
    ...(known.length === 0
      ? []
      : [
          {
            type: 'table' as const,
            title: says.segments,
            columns: reached(desk, says.segment),
            rows: known.map(({ segment, delivered, readers, clickers }) => [
              written.word(says.segmentNames[segment]),
              ...counts(desk, delivered, readers, clickers),
            ]),
            total: null,
            note: null,
          },
        ]),
    ...(tenure.items.length === 0
      ? []
      : [
          {
            type: 'table' as const,
            title: says.tenure,
            columns: reached(desk, says.tenureColumn),
            rows: tenure.items.map(({ tenure: which, delivered, readers, clickers }) => [
              written.word(says.tenureNames[which]),
              ...counts(desk, delivered, readers, clickers),
            ]),
            total: null,
            note: null,
          },
        ]),
    ...split(desk, says.countries, says.country, people.countries, ({ country }) => written.country(country)),
    ...split(desk, says.clients, says.client, people.clients, ({ client }) =>
      client === 'not kept' ? says.clientNotKept : client === '' ? words.none : client,
    ),
    ...split(desk, says.devices, says.device, people.devices, ({ device }) => says.deviceNames[device]),
    ...split(desk, says.referrers, says.referrer, people.referrers, ({ site, host }) =>
      site === 'other' ? (host ?? words.none) : says.sites[site],
    ),
  ];
}

function reached({ words }: Desk, first: string): ReportTable['columns'] {
  const { delivered, readers, openRate, clickers, clickRate } = words.figures;
  return [
    column.text(first),
    column.count(delivered),
    column.count(readers),
    column.quotient(openRate, 2, 1),
    column.count(clickers),
    column.quotient(clickRate, 4, 1),
  ];
}

function counts({ written }: Desk, delivered: number | null, readers: number | null, clickers: number | null) {
  const whole = (value: number | null) => written.cell(value, { kind: 'whole', currency: null, digits: 0 });
  const share = (part: number | null) =>
    written.cell(part === null || delivered === null || delivered === 0 ? null : part / delivered, {
      kind: 'share',
      currency: null,
      digits: 1,
    });
  return [whole(delivered), whole(readers), share(readers), whole(clickers), share(clickers)];
}

function split<Item extends { readonly people: number }>(
  { words, written }: Desk,
  title: string,
  first: string,
  { items, others }: { readonly items: readonly Item[]; readonly others: number },
  nameOf: (item: Item) => string,
): ReportBlock[] {
  if (items.length === 0) return [];
  const shown = items.slice(0, MOST_ROWS);
  const all = items.reduce((sum, { people }) => sum + people, others);
  const rest = all - shown.reduce((sum, { people }) => sum + people, 0);
  const whole = { kind: 'whole', currency: null, digits: 0 } as const;
  const share = { kind: 'share', currency: null, digits: 1 } as const;
  const row = (name: string, people: number) => [
    written.word(name),
    written.cell(people, whole),
    written.cell(people / all, share),
  ];
  return [
    {
      type: 'table',
      title,
      columns: [column.text(first), column.count(words.issue.people), column.share(words.issue.share)],
      rows: [
        ...shown.map((item) => row(nameOf(item), item.people)),
        ...(rest > 0 ? [row(words.issue.others, rest)] : []),
      ],
      total: [written.word(words.about.total), written.cell(all, whole), written.cell(1, share)],
      note: null,
    },
  ];
}
