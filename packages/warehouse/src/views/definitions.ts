/**
 * The views that people ask by themselves: their columns, each with its type and what it says. This is a promise to
 * queries that other people have written: in a version, columns may come, but none goes or changes its meaning. What has
 * to change stands in a new version, in databases of another name, beside the old one.
 */
export const VIEWS_VERSION = 1;

export interface ViewColumn {
  readonly type: string;
  /** Definition and unit, in a sentence. */
  readonly says: string;
}

export interface ViewDefinition {
  /** What a row is. */
  readonly row: string;
  readonly columns: Readonly<Record<string, ViewColumn>>;
}

const MOMENT = `Nullable(DateTime64(3, 'UTC'))`;
const col = (type: string, says: string): ViewColumn => ({ type, says });
const count = (says: string) => col('UInt64', says);
const share = (says: string) => col('Nullable(Float64)', says);
const reader = col(
  'String',
  'Sixteen hexadecimal digits that stand for the reader or visitor, the same as in exports; empty where nobody knows.',
);
const issueId = col('String', 'Id of the issue, as in its address and in the API; empty where it belongs to none.');
const issueTitle = col('String', 'Title of the issue.');
const sentAt = col(MOMENT, 'When the issue went out, in UTC; NULL where it has not.');

export const VIEW_DEFINITIONS = {
  issues: {
    row: 'an issue with its figures, as in the list of issues; also those that have not gone out',
    columns: {
      issue: col('String', 'Id of the issue, as in its address and in the API.'),
      title: issueTitle,
      subtitle: col('String', 'Subtitle of the issue.'),
      sent_at: sentAt,
      has_paywall: col('Bool', 'Whether part of it is behind the paywall.'),
      tags: col('String', 'Its tags, separated by a comma and a space.'),
      sent: count('Readers it was sent to.'),
      sent_free: count('Of these, those who read for free.'),
      sent_trial: count('Of these, those in a trial.'),
      sent_premium: count('Of these, those who pay.'),
      bounced: count('Readers whose server refused it.'),
      delivered: count('Readers whose server took it; where the mail provider reports nothing, sent less bounced.'),
      readers: count('Distinct readers with an open by a person, or a click by a person.'),
      clickers: count('Distinct readers with a click by a person.'),
      open_rate: share('readers ÷ delivered, from 0 to 1; NULL where nothing was delivered.'),
      click_rate: share('clickers ÷ delivered, from 0 to 1; NULL where nothing was delivered.'),
      click_to_open_rate: share('clickers ÷ readers, from 0 to 1; NULL where nobody read.'),
      opens: count('Fetches of the pixel by a person, or by a proxy when a person opened.'),
      opens_human: count('Of these, by a person directly.'),
      opens_proxied: count('Of these, by an image proxy when a person opened.'),
      opens_prefetched: count('Fetches of the pixel whether or not anybody read; not among opens.'),
      opens_scanner: count('Fetches of the pixel by a security gateway; not among opens.'),
      opens_unclear: count('Fetches of the pixel that nobody can tell; not among opens.'),
      clicks: count('Clicks by a person.'),
      machine_clicks: count('Clicks by machines; not among clicks.'),
      unclear_clicks: count('Clicks that nobody can tell; not among clicks.'),
      settling: count('Opens and clicks of all kinds whose verdict may still change.'),
      paywall_hits: count('Distinct readers and visitors without access who had the paywall in view.'),
      trials_started: count('Distinct readers whose trial is attributed to the issue.'),
    },
  },
  links: {
    row: 'a link that readers can see, with its clicks',
    columns: {
      link: col('String', 'Id of the link.'),
      url: col('String', 'Where it leads.'),
      text: col('String', 'The words that are linked.'),
      kind: col('String', 'What it is for, such as outbound, call_to_action, subscribe or unsubscribe.'),
      ordinal: count('Its place among the links of the issue, from the top.'),
      section: col('String', 'Id of the section that it stands in; empty where it stands in none.'),
      section_title: col('String', 'Title of that section.'),
      issue: issueId,
      issue_title: issueTitle,
      sent_at: sentAt,
      clicks: count('Clicks by a person.'),
      clickers: count('Distinct readers with a click by a person.'),
      machine_clicks: count('Clicks by machines; not among clicks.'),
      unclear_clicks: count('Clicks that nobody can tell; not among clicks.'),
    },
  },
  sections: {
    row: 'a section with the clicks on its links',
    columns: {
      section: col('String', 'Id of the section.'),
      title: col('String', 'Its heading.'),
      ordinal: count('Its place among the sections of the issue, from the top.'),
      access: col('String', 'Where it stands: before the paywall, across it, or behind it.'),
      issue: issueId,
      issue_title: issueTitle,
      sent_at: sentAt,
      clicks: count('Clicks by a person on links that stand in it.'),
      clickers: count('Distinct readers with such a click.'),
    },
  },
  activity: {
    row: 'a quarter of an hour of an issue in which anything was opened or clicked',
    columns: {
      issue: issueId,
      issue_title: issueTitle,
      sent_at: sentAt,
      quarter: col(`DateTime('UTC')`, 'The beginning of the quarter of an hour, in UTC.'),
      readers: count('Distinct readers with an open or a click by a person in it.'),
      opens: count('Opens by a person in it.'),
      clicks: count('Clicks by a person in it.'),
      machine_opens: count('Opens by machines and those that nobody can tell.'),
    },
  },
  events: {
    row: 'one event that counts; what billing systems state among them, as steps of subscriptions',
    columns: {
      time: col(`DateTime64(3, 'UTC')`, 'When it happened, in UTC.'),
      kind: col('String', 'What happened, such as sent, delivered, opened, clicked, viewed, paywall_hit or converted.'),
      reader,
      issue: issueId,
      issue_title: issueTitle,
      section: col('String', 'Id of the section; empty where it belongs to none.'),
      section_title: col('String', 'Title of that section.'),
      link: col('String', 'Id of the link; empty where it belongs to none.'),
      link_url: col('String', 'Where that link leads.'),
      offer: col('String', 'Id of the offer; empty where it belongs to none.'),
      segment: col('String', 'How the reader stood: free, trial or premium; empty where nobody said.'),
      edition: col('String', 'The edition they had: whole or cut; empty where nobody said.'),
      source: col('String', 'How it came here, such as pixel, redirect, beacon, webhook or import.'),
      verdict: col(
        'String',
        'Who made it: human, proxied, prefetched, scanner or unclear; empty where it is no fetch.',
      ),
      reasons: col('String', 'Names of the rules that led to the verdict, separated by commas.'),
      confidence: col('Nullable(Float64)', 'How sure the verdict is, from 0 to 1; NULL where it is no fetch.'),
      settled: col('Bool', 'Whether the verdict stays.'),
      client: col('String', 'What fetched it, by name; empty where nobody said.'),
      country: col('String', 'ISO 3166-1 code of the country; empty where nobody knows.'),
      network: col('String', 'Kind of network it came from; empty where nobody knows.'),
      domain: col('String', 'Of an address it was sent to, what stands behind the @; empty where nobody said.'),
      referrer: col('String', 'Host of the page that led to a viewed page; empty where there was none.'),
    },
  },
  readers: {
    row: 'a reader or visitor with what they did; never a name or an address',
    columns: {
      reader,
      kind: col('String', 'reader: somebody on the list; visitor: somebody of the web page alone.'),
      segment: col('String', 'How they stood when an issue was last sent to them; empty where nobody said.'),
      issues_sent: count('Issues that were sent to them.'),
      issues_delivered: count('Issues that a provider reported as delivered to them.'),
      issues_read: count('Issues with an open or a click by a person.'),
      issues_clicked: count('Issues with a click by a person.'),
      opens: count('Opens by a person.'),
      clicks: count('Clicks by a person.'),
      page_views: count('Views of web pages.'),
      issues_paywall_hit: count('Issues whose paywall they had in view.'),
      first_seen: col(`DateTime64(3, 'UTC')`, 'When the first thing is known of them, in UTC.'),
      last_sent: col(MOMENT, 'When an issue was last sent to them, in UTC; NULL: never.'),
      last_read: col(MOMENT, 'When they last opened or clicked, in UTC; NULL: never.'),
    },
  },
  subscriptions: {
    row: 'a subscription, with or without a trial, as billing systems state it',
    columns: {
      subscription: col('String', 'Sixteen hexadecimal digits that stand for the subscription.'),
      reader,
      reader_known: col('Bool', 'Whether it is known which reader it belongs to.'),
      system: col('String', 'Which billing system states it.'),
      began: col(`DateTime64(3, 'UTC')`, 'When its trial began, or itself where it has none, in UTC.'),
      trial_from: col(MOMENT, 'When its trial began, in UTC; NULL: it has none.'),
      trial_to: col(MOMENT, 'When its trial ends or ended, in UTC; NULL: it has none.'),
      status: col('String', 'waiting, trialing, active, past_due, paused or ended; empty: only payments are known.'),
      cancelled: col(MOMENT, 'When the reader said that it is not to go on, in UTC; NULL: they have not.'),
      ended: col(MOMENT, 'When it ended, in UTC; NULL: it has not.'),
      first_paid: col(MOMENT, 'When it was first paid for, in UTC; NULL: never.'),
      payments: count('Payments of more than nothing.'),
      paid: count('What they come to, in the smallest unit of the currency (cents of euros).'),
      refunded: count('What was given back, in the same unit.'),
      currency: col('String', 'ISO 4217 code; empty where nobody said.'),
      failures: count('Payments that failed.'),
      plan: col('String', 'Name of the plan, as the billing system has it.'),
      touch: col('String', 'What led to it: paywall_hit, call_to_action, viewed, clicked, told or none.'),
      issue: col('String', 'Id of the issue that it is attributed to; empty: none.'),
      issue_title: issueTitle,
      offer: col('String', 'Id of the last offer seen before it began; empty: none.'),
      offer_name: col('String', 'Name of that offer.'),
    },
  },
  payments: {
    row: 'a payment, a failed one or a refund of a subscription',
    columns: {
      subscription: col('String', 'Which subscription, as in the view subscriptions.'),
      reader,
      time: col(`DateTime64(3, 'UTC')`, 'When it happened, in UTC.'),
      kind: col('String', 'payment, failure or refund.'),
      amount: count('In the smallest unit of the currency (cents of euros).'),
      currency: col('String', 'ISO 4217 code; XXX where nobody knows.'),
      disputed: col('Bool', 'Of a refund: whether the reader’s bank asked for it.'),
      issue: col('String', 'Id of the issue that the subscription is attributed to; empty: none.'),
    },
  },
  cohorts: {
    row: 'a month since the first payment, of the subscriptions that were first paid in one calendar month',
    columns: {
      cohort: col('String', 'The month of the first payment by the publication’s clock, such as 2026-03.'),
      payers: count('Subscriptions that were first paid in it.'),
      month: count('Months since the first payment, of 30.4375 days each; at most 24.'),
      of: count('Of the payers, those whose first payment is at least so long ago.'),
      paying: count('Of these, those who had not ended by then.'),
      rate: share('paying ÷ of, from 0 to 1.'),
    },
  },
} as const satisfies Readonly<Record<string, ViewDefinition>>;

export type ViewName = keyof typeof VIEW_DEFINITIONS;
export const VIEW_NAMES = Object.keys(VIEW_DEFINITIONS) as readonly ViewName[];
