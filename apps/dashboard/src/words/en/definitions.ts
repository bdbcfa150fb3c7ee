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
  estimatedReaders:
    'Apple Mail fetches every message, read or not, so that its readers are seen only when they click. How many there are in all is estimated from those clicks: if one seen reader in ten clicks, ten hidden clickers are about a hundred readers. The truth lies in the range in nine issues of ten, as long as hidden readers click about as readily as the others. It is never added to what was counted.',
  machineOpens:
    'Fetches of the pixel that no reader caused: fetched ahead, or by a security scanner. They are kept and shown here, and counted in no other figure.',
  human: 'An ordinary mail program or browser, with nothing that speaks for a machine. Counted as a reader.',
  proxied:
    'An image proxy that fetches when the reader opens, as Gmail’s and Yahoo’s do. Counted as a reader, placed in no country.',
  prefetched:
    'Fetched whether or not anybody reads, as Apple’s Mail Privacy Protection does within hours of delivery. Not counted as a reader.',
  scanner:
    'A mail gateway that looks at messages and their links before the reader does, a crawler or a link checker. Not counted as a reader or clicker.',
  unclear:
    'Signs speak for both, or too little is known to say. Counted neither with people nor with machines, and shown by itself.',
  machineClicks: 'Clicks that were fetched ahead or made by security scanners. Counted in no other figure.',
  clicks: 'Clicks by people, repeats included. Clicks by machines and unclear ones are left out.',
  settling:
    'An open or a click is judged at once, and again a few minutes later by what else was fetched for the same message. Until then its class may still change.',
  judgedReaders:
    'Different readers with at least one such open or click. Whoever has two classes is counted under each of them.',
  confidence:
    'How sure the class is. Certain: a rule decides by itself. Likely: most signs agree. Barely: a few more signs the other way would have changed it.',
  jump: 'More than usual among the issues before, at most 30 of them. It is a change at somebody’s mail gateway: nothing that readers did, and no success.',
  domain: 'What comes after the @ of the address that the issue was sent to. The address itself is not kept.',
  firstTwoDays: 'New readers in each of the first 48 hours since sending. All rows share one scale.',
  usual:
    'What the last issues before this one to the same readers had, at most 30 of them: one in ten had less, one in ten had more. Until an issue is a week old it is compared with what they had at the same age.',
  readersOverDays:
    'Different people who opened any issue in these days, or whose image proxy fetched it when they opened it, or who clicked a link. Whoever reads on several days counts once; a bar shows each day’s own.',
  clickersOverDays: 'Different people who clicked a link of any issue in these days. Clicks by machines are left out.',
  paywallHitsOverDays:
    'People without access who had the paywall in view in these days, half of it for at least one second. Each is counted once for each issue.',
  trialsOverDays: 'Different people whose subscription began its trial in these days, whichever issue led there.',
  convertedOverDays: 'Different people who paid for the first time in these days.',
  payingReaders:
    'Readers who have paid and have not cancelled, been refunded or run out, at the end of each day, by what their subscriptions did. Of readers of whom no payment is known, those count who got the last issue as premium readers.',
  issuesOverDays: 'Issues that went out in these days, and how often they were delivered in all.',
  change:
    'Against as many days before, up to the same time of day. The true change lies in the range with a probability of 90 %. Where the range reaches from less to more, it cannot be told apart from chance.',
  skippedDay:
    'A day on which the publication usually sends and did not: an issue went out on at least three of four of the same weekdays in the eight weeks before.',
  nextIssue:
    'The open rate of the issue that came next, beyond that of the ordinary issues around it and of its weekday. The true difference lies in the range with a probability of 90 %.',
  forecast:
    'How many readers the issue will have a week after sending, by how many it has now and how earlier issues went on from the same age. The truth lies in the range in about eight of ten issues. It knows nothing of what may happen: a mention by somebody with many followers, say.',
  newReaders: 'The first issue that was ever sent to them went out in these 30 days.',
  engagedReaders:
    'Of the issues sent to them in 30 days they read at least a quarter: by opening, themselves or through an image proxy that fetches when they open, or by a click. Who reads a daily letter once or twice a week is engaged, and so is who reads a weekly one once a month.',
  fadingReaders:
    'They read less than a quarter of the issues sent to them in 30 days, but something in the last 90 days.',
  dormantReaders:
    'They read none of the issues sent to them in 90 days, as far as can be seen. Whose reading cannot be seen is counted as hidden instead.',
  hiddenReaders:
    'Apple Mail fetches every message, read or not. Of these readers so many were fetched ahead that they may well read a quarter of them: nobody can tell whether they are engaged, fading or dormant. Only their clicks are seen.',
  openRateDifference:
    'How much higher or lower, in percentage points, the open rate of issues with this is than that of the other issues of about the same time. The truth lies in the range in nine cases of ten.',
  apartFromChance:
    'How often chance alone makes such a difference, corrected for all that is compared at once (Benjamini and Hochberg). Below one in ten it is told as a difference; among those told, one in ten at most is expected to be chance all the same.',
  subjectLetters:
    'Letters as they are seen, with their accents. Chinese, Japanese and Korean ones and emoji count twice: they are twice as wide.',
  whole: 'The whole issue, as premium readers get it.',
  cut: 'The issue as free readers get it: it ends at the paywall. Its contents may name sections that only the whole edition holds.',
  quarantine: 'Events that could not be understood. Nothing is thrown away: each is kept as it came.',
  reachedSection:
    'Of the web readers: who had this section or a later one in view. Whoever came by a link into the middle counts for the sections before.',
  stoppedSection: 'Of those who got here: who had no later section in view. For the last one it says nothing.',
  offersShown: 'Different people to whom the web page showed an offer at the paywall.',
  converted:
    'First payments after those trials, before any later trial of the same reader. They come when trials end, mostly a week later.',
  range90:
    'Under each rate: the range in which the truth lies in nine of ten issues like this one. It is wide where few people are counted.',
  naiveConversion:
    'Converted ÷ trials started, once all of them have ended. Before that it would be too low: whoever cancels does so first.',
  tenure:
    'By when the first issue went out that a reader was sent, seen from the day of this one. Who joined before Readout did counts from the first issue that is known.',
};
