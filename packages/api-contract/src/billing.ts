import { PUBLIC_ID, REPORTING_SYSTEMS, SUBSCRIPTION_STATUSES } from '@readout/events';
import { z } from 'zod';
import { billingMoment, readMoment } from './billing-moment.ts';

const reportingSystem = z.enum(REPORTING_SYSTEMS);

export const billingSystemView = z.object({
  system: reportingSystem,
  /** Where the system is to report to. */
  hook: z.string(),
  /** The last characters of its secret, to recognise it by; the secret itself is not read back. */
  hint: z.string(),
  /** Stripe: the connected account whose events are taken; null: the account's own. */
  account: z.string().nullable(),
  /** Stripe: whether events of its test mode are taken. */
  takesTests: z.boolean(),
  createdAt: z.string(),
  /** Of when the last thing is that it stated; null: it has stated nothing. */
  lastStatementAt: z.string().nullable(),
});
export type BillingSystemView = z.infer<typeof billingSystemView>;

export const billingSystemList = z.object({
  items: z.array(billingSystemView),
  /** Where each system that can be set up is to report to. */
  hooks: z.array(billingSystemView.pick({ system: true, hook: true })),
});
export type BillingSystemList = z.infer<typeof billingSystemList>;

/** Stripe: the signing secret of the webhook endpoint. Another system: the secret of its signed webhook. */
export const setBillingSystemRequest = z.strictObject({
  secret: z
    .string()
    .trim()
    .min(1, 'Give the secret that the billing system shows.')
    .max(500, 'No billing system has secrets as long as this.')
    .regex(/^\S*$/, 'A secret has no spaces.'),
  account: z
    .string()
    .trim()
    .regex(/^acct_[A-Za-z0-9]{1,60}$/, 'An account of Stripe’s begins with acct_.')
    .nullish(),
  takesTests: z.boolean().default(false),
});
export type SetBillingSystemRequest = z.input<typeof setBillingSystemRequest>;

/** As the billing system calls it; of names no more than a hash is kept. */
const name = z.string().trim().min(1, 'Empty.').max(255, 'Longer than 255 characters.');
const publicId = z.string().regex(new RegExp(`^${PUBLIC_ID}$`), 'Not an id: it has 12 letters and digits.');
const amount = z.int('A whole number, in the currency’s smallest unit.').min(0, 'Less than nothing.');
const currency = z
  .string()
  .trim()
  .regex(/^[A-Za-z]{3}$/, 'Three letters, such as EUR.');
const moment = billingMoment.nullish();

type Moment = z.output<typeof moment>;

/** False where one of them is none. */
function isBefore(one: Moment, other: Moment): boolean {
  const [first, second] = [one, other].map((time) => (time === null || time === undefined ? null : readMoment(time)));
  return typeof first === 'number' && typeof second === 'number' && first < second;
}

const standing = z
  .strictObject({
    status: z.enum(SUBSCRIPTION_STATUSES),
    startedAt: billingMoment,
    trialFrom: moment,
    trialTo: moment,
    /** When the reader said that it is not to go on; left out: it goes on. */
    cancelledAt: moment,
    endedAt: moment,
    plan: z.string().trim().max(200, 'Longer than 200 characters.').default(''),
    /** What is to be paid for each interval, in the currency's smallest unit. */
    price: amount.nullish(),
    currency: currency.nullish(),
    interval: z.enum(['day', 'week', 'month', 'year']).nullish(),
    intervalCount: z.int().min(1).max(1_000).default(1),
  })
  .superRefine((it, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    const isThere = (time: typeof it.trialTo) => time !== null && time !== undefined;
    if (it.status === 'trialing' && !isThere(it.trialTo)) wrong('trialTo', 'A trial has an end.');
    else if (isThere(it.trialFrom) && !isThere(it.trialTo)) wrong('trialTo', 'A trial that has begun has an end.');
    if (isBefore(it.trialTo, it.trialFrom ?? it.startedAt)) wrong('trialTo', 'Before the trial began.');
    if (it.status === 'ended' && !isThere(it.endedAt)) wrong('endedAt', 'What has ended has an end.');
    if (it.status !== 'ended' && isThere(it.endedAt)) wrong('endedAt', 'Only what has ended has an end.');
    if (isBefore(it.endedAt, it.startedAt)) wrong('endedAt', 'Before it began.');
    if (it.price !== null && it.price !== undefined) {
      if (!it.currency) wrong('currency', 'A price has a currency.');
      if (!it.interval) wrong('interval', 'A price is for an interval.');
    }
  });
/** `id`: the billing system's own; stated again it says the same thing and counts once. */
const payment = z.strictObject({ id: name, amount, currency });
const refund = z.strictObject({
  id: name,
  amount,
  currency,
  /** The id of the payment that is given back, where the subscription is not named. */
  payment: name.nullish(),
  disputed: z.boolean().default(false),
});

const KINDS = ['standing', 'payment', 'failure', 'refund'] as const;

/** What is true of a subscription at a time: one of `standing`, `payment`, `failure`, `refund`, or none of them and whose it is. */
export const billingStatementRequest = z
  .strictObject({
    /** When it was so: of a payment when it was made. */
    time: billingMoment,
    subscription: name.nullish(),
    customer: name.nullish(),
    /** The address, or what else you call the reader; only its keyed hash is kept. */
    reader: z.string().trim().min(1, 'Empty.').max(320, 'Longer than 320 characters.').nullish(),
    token: z
      .string()
      .regex(/^[A-Za-z0-9_-]{34}$/, 'Not a reader’s token: it has 34 characters.')
      .nullish(),
    issue: publicId.nullish(),
    offer: publicId.nullish(),
    standing: standing.optional(),
    payment: payment.optional(),
    failure: payment.optional(),
    refund: refund.optional(),
  })
  .superRefine((it, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    const said = KINDS.filter((kind) => it[kind] !== undefined);
    const [what, another] = said;
    if (another !== undefined) wrong(another, `One thing at a time: this has ${what} as well.`);
    else if (what === undefined) {
      if (!it.subscription && !it.customer) wrong('subscription', 'Names neither a subscription nor a customer.');
      if (!it.reader && !it.token && !it.issue && !it.offer) {
        wrong('standing', 'Says nothing: neither standing, payment, failure or refund, nor whose it is.');
      }
    } else if (!it.subscription && !(what === 'refund' && it.refund?.payment)) {
      wrong('subscription', what === 'refund' ? 'Name the subscription, or the payment.' : 'Name the subscription.');
    }
  });
export type BillingStatementRequest = z.input<typeof billingStatementRequest>;
export type DocumentedStatement = z.output<typeof billingStatementRequest>;

export const MOST_STATEMENTS = 1_000;
export const billingStatementsRequest = z.strictObject({
  statements: z
    .array(billingStatementRequest)
    .min(1, 'Give at least one.')
    .max(MOST_STATEMENTS, `At most ${MOST_STATEMENTS} at once.`),
});
export type BillingStatementsRequest = z.input<typeof billingStatementsRequest>;

export const recordedStatements = z.object({ recorded: z.number() });
export type RecordedStatements = z.infer<typeof recordedStatements>;

/** What `stripe subscriptions list`, `stripe invoices list` and the like print: a list, or an array of objects or lists. */
export const stripeListRequest = z.union([
  z.looseObject({ object: z.literal('list'), data: z.array(z.unknown()) }),
  z.array(z.unknown()),
]);
export type StripeListRequest = z.input<typeof stripeListRequest>;

/** What an import made, or in a preview what it would make. */
export const billingImport = z.object({
  preview: z.boolean(),
  /** Of a file: its lines; of a list: its objects. */
  rows: z.number(),
  subscriptions: z.number(),
  statuses: z.object(
    Object.fromEntries(SUBSCRIPTION_STATUSES.map((status) => [status, z.number()])) as Record<
      (typeof SUBSCRIPTION_STATUSES)[number],
      z.ZodNumber
    >,
  ),
  payments: z.number(),
  refunds: z.number(),
  /** Different readers that are named by an address, or whatever else you call them. */
  readers: z.number(),
  /** Of them, those whom Readout knows as recipients. */
  knownReaders: z.number(),
  /** Columns that are not read. */
  unknownColumns: z.array(z.string()),
  /** Of when the earliest and the latest subscription begins; null: there is none. */
  firstStartedAt: z.string().nullable(),
  lastStartedAt: z.string().nullable(),
  /** How many records were written; 0 in a preview. */
  recorded: z.number(),
});
export type BillingImport = z.infer<typeof billingImport>;
