import type { FetchVerdict } from '@readout/events';

/** What counts as somebody reading: see docs/figures.md. */
export const HUMAN_CLICK = `kind = 'clicked' AND verdict IN ('human', 'proxied')`;
export const MACHINE_CLICK = `kind = 'clicked' AND verdict IN ('prefetched', 'scanner')`;
export const UNCLEAR_CLICK = `kind = 'clicked' AND verdict = 'unclear'`;
const HUMAN_OPEN = `kind = 'opened' AND verdict IN ('human', 'proxied')`;
/** A fetch that makes a reader of whom it is. */
export const BY_A_PERSON = `kind IN ('opened', 'clicked') AND verdict IN ('human', 'proxied')`;
/** What a page says comes with no verdict where nobody fetched it for the reader, as in an import: that counts. */
export const BY_SOMEBODY = `verdict IN ('none', 'human', 'proxied')`;
export const PAYWALL_HIT = `kind = 'paywall_hit' AND ${BY_SOMEBODY}`;
export const opensWith = (verdict: FetchVerdict) => `kind = 'opened' AND verdict = '${verdict}'`;

const people = (condition: string) => `groupBitmapStateIf(reader, ${condition} AND reader != 0)`;

export interface Aggregate {
  readonly table: 'issue_figures' | 'issue_activity' | 'link_figures';
  readonly columns: readonly string[];
  /** Expressions, in the order of the columns. */
  readonly select: readonly string[];
  /** Which events it is made of. */
  readonly where: string;
  readonly groupBy: readonly string[];
}

/** A column and what it is made of. */
type Measure = readonly [column: string, expression: string];

function aggregate(
  table: Aggregate['table'],
  keys: readonly Measure[],
  where: string,
  measures: readonly Measure[],
): Aggregate {
  const all: readonly Measure[] = [
    ...keys,
    ['partition', 'partition'],
    ['collector', 'collector'],
    ['position', 'max(e.position)'],
    ...measures,
  ];
  return {
    table,
    columns: all.map(([column]) => column),
    select: all.map(([, expression]) => expression),
    where,
    groupBy: [...keys.map(([, expression]) => expression), 'partition', 'collector'],
  };
}

const ISSUE: readonly Measure[] = [
  ['publication', 'publication'],
  ['issue', 'issue'],
];

/** The tables made of `events`, each with the one statement that says how. */
export const AGGREGATES: readonly Aggregate[] = [
  aggregate('issue_figures', ISSUE, 'issue != 0', [
    ['events', 'count()'],
    ['human_opens', `countIf(${opensWith('human')})`],
    ['proxied_opens', `countIf(${opensWith('proxied')})`],
    ['prefetched_opens', `countIf(${opensWith('prefetched')})`],
    ['scanner_opens', `countIf(${opensWith('scanner')})`],
    ['unclear_opens', `countIf(${opensWith('unclear')})`],
    ['clicks', `countIf(${HUMAN_CLICK})`],
    ['machine_clicks', `countIf(${MACHINE_CLICK})`],
    ['unclear_clicks', `countIf(${UNCLEAR_CLICK})`],
    ['sent', people(`kind = 'sent'`)],
    ['sent_free', people(`kind = 'sent' AND segment = 'free'`)],
    ['sent_trial', people(`kind = 'sent' AND segment = 'trial'`)],
    ['sent_premium', people(`kind = 'sent' AND segment = 'premium'`)],
    ['delivered', people(`kind = 'delivered'`)],
    ['bounced', people(`kind = 'bounced'`)],
    // Readers are these and the clickers.
    ['openers', people(HUMAN_OPEN)],
    ['clickers', people(HUMAN_CLICK)],
    // Visitors, see `visitorAsReader`, are no recipients.
    ['prefetched', people(`${opensWith('prefetched')} AND reader < 0x80000000`)],
    ['paywall', people(PAYWALL_HIT)],
    ['trials', people(`kind = 'trial_started'`)],
  ]),
  aggregate(
    'issue_activity',
    [...ISSUE, ['quarter', 'toStartOfFifteenMinutes(toDateTime(time))']],
    `issue != 0 AND kind IN ('opened', 'clicked')`,
    [
      ['opens', `countIf(${HUMAN_OPEN})`],
      ['machine_opens', `countIf(kind = 'opened' AND verdict IN ('prefetched', 'scanner', 'unclear'))`],
      ['clicks', `countIf(${HUMAN_CLICK})`],
      ['readers', people(`verdict IN ('human', 'proxied')`)],
    ],
  ),
  aggregate('link_figures', [...ISSUE, ['link', 'link']], `issue != 0 AND kind = 'clicked' AND link != 0`, [
    ['clicks', `countIf(${HUMAN_CLICK})`],
    ['machine_clicks', `countIf(${MACHINE_CLICK})`],
    ['unclear_clicks', `countIf(${UNCLEAR_CLICK})`],
    ['clickers', people(HUMAN_CLICK)],
  ]),
];
