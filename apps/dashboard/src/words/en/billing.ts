import { plural } from './plural.ts';

export const billing = {
  heading: 'Billing',
  says: 'What your readers pay with can report here which trials began, which became paid and which ended. Of names and addresses only hashes are kept.',
  names: { stripe: 'Stripe', webhook: 'Another system' },
  none: {
    stripe: 'Not set up.',
    webhook: 'Not set up. For any system that can send signed webhooks (Standard Webhooks).',
  },
  setUp: (hint: string, since: string) => `Set up on ${since}, with the secret that ends with ${hint}.`,
  ofAccount: (account: string) => `Events of the connected account ${account} are taken.`,
  testsAreTaken: 'Events of test mode are taken as well.',
  nothingYet: 'Nothing has come yet.',
  last: (when: string) => `The last thing that it stated is of ${when}.`,
  hookOf: (name: string) => `Address of the hook for ${name}`,
  secret: { stripe: 'Signing secret', webhook: 'Shared secret' },
  secretSays: {
    stripe: 'It begins with whsec_ and stands beside the endpoint in Stripe.',
    webhook: 'whsec_ and at least 24 bytes in base64, the same in both systems.',
  },
  secretKept: 'It is kept for checking what is reported, and not shown again.',
  account: 'Connected account',
  accountSays: 'Only with Stripe Connect: the account whose events are taken. Others are passed over.',
  takesTests: 'Take events of test mode',
  takesTestsSays: 'They count like any other. Good for trying it out with a publication made for that.',
  open: { set: 'Set up', change: 'Change' },
  openNamed: {
    set: (name: string) => `Set up ${name}`,
    change: (name: string) => `Change ${name}`,
  },
  remove: 'Remove',
  removeNamed: (name: string) => `Remove ${name}`,
  willGo: (name: string) =>
    `${name} is about to be removed. What it reports will be refused; what it has stated stays.`,
  steps: {
    stripe: [
      'In Stripe, open Developers, Webhooks, and add an endpoint with the address above.',
      'Choose the events customer.subscription.*, invoice.paid, invoice.payment_failed, invoice_payment.paid, refund.created, refund.updated, refund.failed, charge.refunded, charge.dispute.*, checkout.session.completed, customer.created and customer.updated.',
      'Where your page begins a subscription, put readout_token (the reader’s token), readout_issue and readout_offer into the subscription’s metadata: then each trial is known to belong to the issue that led there.',
      'Copy the endpoint’s signing secret into the field below.',
    ],
    webhook: [
      'Have the system post JSON to the address above, in the shape that docs/billing.md describes, signed as Standard Webhooks say.',
      'Make a secret of 24 random bytes or more, as with: echo "whsec_$(openssl rand -base64 24)".',
      'Put the same secret into the field below.',
    ],
  },
  file: 'From a file',
  fileSays:
    'Subscriptions that began before, or of a system that reports nothing, as CSV. Nothing is written before you have seen what was found.',
  fileColumns:
    'Columns: subscription, status and started_at, and where you have them reader, trial_start, trial_end, cancelled_at, ended_at, plan, price, currency, interval and first_paid_at.',
  chooseFile: 'Choose a file',
  reading: (name: string) => `Reading ${name} …`,
  tooLarge: 'A file may have 20 MB. Split it, or use the command line: npm run readout -- import subscriptions.',
  foundIn: (name: string) => `Found in ${name}`,
  subscriptions: 'Subscriptions',
  statuses: {
    waiting: 'waiting for the first payment',
    trialing: 'on trial',
    active: 'paid for',
    past_due: 'past due',
    paused: 'paused',
    ended: 'ended',
  },
  payments: 'First payments',
  readers: 'Readers named',
  ofThemKnown: (readers: string, known: string) => `${readers}, of them ${known} known as recipients`,
  begun: 'Begun',
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  asOf: 'As it stood on',
  notRead: (columns: string) => `These columns are not read: ${columns}.`,
  bringIn: (rows: number, shown: string) => `Import ${plural(rows, shown, 'row', 'rows')}`,
  broughtIn: (count: number, shown: string) =>
    `${plural(count, shown, 'subscription was', 'subscriptions were')} imported. The same file again changes nothing.`,
  notBroughtIn: 'Nothing was imported. Mend these and choose the file again:',
  fault: (line: string, column: string | null, message: string) =>
    column === null ? `Line ${line}: ${message}` : `Line ${line}, ${column}: ${message}`,
};
