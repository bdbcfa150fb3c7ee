import { plural } from './plural.ts';

export const growthAttribution = {
  title: 'What led to subscriptions',
  says: 'Which issue, section, offer and link stood last, and which issue first, before somebody subscribed.',
  loadFailed: 'The attribution could not be loaded.',
  finding: (title: string, last: number, shown: string) =>
    `“${title}” led to most: ${plural(last, shown, 'subscription', 'subscriptions')}`,
  findingNone: 'No subscription can be attributed to an issue yet',
  subscriptions: 'Subscriptions',
  since: (from: string, to: string) => `that began ${from} to ${to}`,
  attributed: 'Attributed',
  attributedOf: (share: string, days: number, shown: string) =>
    `${share} of them: with a touch in the ${plural(days, shown, 'day', 'days')} before, or told by billing`,
  issues: 'By issue',
  issuesSay:
    'The last touch is what they had before them as they subscribed; the first is what brought them near. Where one is long and the other short, the issue does one of both.',
  issue: 'Issue',
  last: 'Last touch',
  first: 'First touch',
  converted: 'Paid',
  share: 'Share',
  sections: 'By section',
  section: 'Section',
  offers: 'By offer',
  offer: 'Offer',
  links: 'By link',
  link: 'Link',
  touches: 'By kind of touch',
  touch: 'Last touch',
  kinds: {
    paywall_hit: 'Hit the paywall',
    call_to_action: 'Clicked a call to action',
    clicked: 'Clicked another link',
    viewed: 'Was on the web page',
    told: 'Told by billing',
    none: 'None known',
  },
  unattributed: 'Not attributed',
  noSection: 'No section known',
  noOffer: 'No offer known',
  noLink: 'No link followed',
  window: {
    heading: 'How long a touch counts',
    label: 'Days before the subscription',
    says: 'From 1 to 90 days; 7 is usual. Longer attributes more subscriptions, and more of them by accident; shorter attributes fewer, and more surely.',
    changes:
      'It changes which issue a subscription counts for, here and in all figures of revenue and of issues that name one. Nothing that was collected changes: you can put it back.',
    wrong: 'A whole number from 1 to 90.',
    failed: 'The setting could not be loaded.',
  },
  emptyTitle: 'No subscription began in this time',
  empty:
    'Subscriptions come from your billing system (docs/billing.md). With the first one, this page shows what its reader had before them last, and what first.',
};
