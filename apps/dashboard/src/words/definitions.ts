/** What every figure means, in the words of the design: shown wherever the figure stands. */
export const definitions = {
  delivered:
    'Accepted by the receiving server. Where the mail provider reports nothing, what was sent less what bounced.',
  readers:
    'Different people who opened the issue themselves, or whose image proxy (Gmail’s, Yahoo’s) fetched it when they opened it, or who clicked a link: a click proves reading where images are blocked. Machines are left out.',
  openRate: 'Readers ÷ delivered.',
  clickers: 'Different people who clicked at least one link. Clicks by machines are left out.',
  clickRate: 'Click rate (CTR) = clickers ÷ delivered.',
  clickToOpenRate:
    'Click-to-open rate (CTOR) = clickers ÷ readers. Substack calls this one its click rate: compare it with that.',
  paywallHits:
    'People without access who had the paywall in view, half of it for at least one second. Each is counted once per issue.',
  trialsStarted:
    'Subscriptions that began their trial and are attributed to this issue: it had their last paywall hit, call-to-action click or web view in the 7 days before.',
  machineOpens:
    'Fetches of the pixel that no reader caused. They are kept and shown here, and counted in no other figure.',
  prefetched: 'Fetched whether or not anybody reads, as Apple’s Mail Privacy Protection does within hours of delivery.',
  scanner:
    'Crawlers, link checkers and HEAD requests. A security gateway that comes with an ordinary browser’s user agent is not told from a reader yet.',
  unclear: 'No user agent, or a reader token that does not verify. Not counted as a reader.',
  machineClicks: 'Clicks by crawlers and link checkers. Counted in no other figure.',
  firstTwoDays: 'New readers in each of the first 48 hours since sending. All rows share one scale.',
  usual:
    'The middle half of up to 20 issues sent before this one: a quarter had less, a quarter more. While an issue is younger than two days it is compared with what they had at the same age.',
  whole: 'The whole issue, as premium readers get it.',
  cut: 'The issue as free readers get it: it ends at the paywall. Its contents may name sections that only the whole edition holds.',
  quarantine: 'Events that could not be understood. Nothing is thrown away: each is kept as it came.',
} as const;

export type DefinitionName = keyof typeof definitions;
