/** What the figures of growth mean: shown wherever they stand. */
export const growthDefinitions = {
  delivered: 'Different people to whom at least one of these issues was delivered.',
  read: 'Of them: who opened one, or whose image proxy fetched it when they opened it, or who clicked. Machines are left out.',
  paywall_hit:
    'Of them: who had the paywall in view on the web page, half of it for at least one second, without having access.',
  offer_shown: 'Of them: to whom the web page showed an offer at the paywall. A page may show none.',
  trial_started: 'Of those who hit the paywall: whose subscription began its trial afterwards, within the days chosen.',
  converted: 'Of those on trial: who paid for the first time, within the same days. A trial alone pays nothing.',
  ofBefore:
    'Of the people one step before. Below it the range in which the truth lies in nine cases of ten: it is wide where few are counted. A trial is compared with the hits, since a page may show no offer.',
  ofFirst: 'Of the people to whom an issue was delivered.',
  median:
    'Of the people who took both steps in this order, half took less time than this and half more; the middle half leaves out the fastest and the slowest quarter. Reading: the first issue that somebody read, from its delivery. The paywall: the first whose paywall they hit, from when they read its mail; who came to the page without that is not timed. Trial: from the hit. What comes after the days chosen is not timed. Where a mail program hides opening, the first click is the reading.',
  stillPaying:
    'Of those who became paying here, estimated after Kaplan and Meier: who has not paid for so long yet counts for as long as they have, until their subscription ends. The truth lies in the range in 19 cases of 20, as far as chance goes.',
  stillFollowed: 'Whose subscription has been watched for so long and had not ended: what the estimate rests on here.',
  stillNaive:
    'Of those who became paying so long ago or longer: whose subscription had not ended by then. Who did so later is in neither number, and what is known of them is lost: naive.',
  kaplanMeier:
    'Estimated after Kaplan and Meier at the end of the trial and three days of grace: trials that still run count for as long as they have run. The truth lies in the range in 19 cases of 20, as far as chance goes.',
  naiveRate:
    'Converted ÷ started. Who runs has had no chance to pay yet and counts as if lost, so that it is too low while trials run, most of all for young weeks.',
  running: 'Trials that have begun and not ended, called off or not.',
  endingThisWeek: 'Of the running trials: those whose end lies within the next seven days.',
  calledOff: 'Of the running trials: those that were cancelled. They end without payment.',
  paymentFailed:
    'First payments after a trial that were refused, and how many of these subscriptions paid later all the same.',
  forecast:
    'First payments since the month began, and those still expected by its end of the trials that have begun by now, by when trials convert. Trials that begin later in the month are not in it.',
  cancelled: 'Called off while the trial ran, and not paid since.',
  expired: 'The trial ran out without payment and without being called off.',
  pastDue: 'The first payment failed and is being tried again: neither won nor lost.',
  trialConverted: 'Paid for the first time after the trial.',
  againstAll:
    'Higher or lower where the rate of all lies outside the range of the week. Among a dozen weeks chance alone makes one so now and then: a single week proves nothing.',
  mrr: 'What the subscriptions that run now bring in a month: a yearly price counts by its twelfth. Trials bring nothing, and what is paid once does not recur.',
  newRevenue: 'From subscriptions that paid for the first time that month.',
  reactivation: 'From subscriptions that had ended and pay again.',
  expansion: 'From subscriptions that pay more a month than before.',
  contraction: 'From subscriptions that pay less a month than before, and go on.',
  churn: 'From subscriptions that ended or were not paid any longer.',
  paid: 'Payments that came in, taxes and discounts as billing reports them. A yearly payment counts in full in its month.',
  refunded: 'Payments that were paid back, in the month in which they were.',
  perHit:
    'Paid less refunded by people who hit the paywall in these months, divided by all of them. The truth lies in the range in nine cases of ten.',
  perTrial:
    'Paid less refunded by subscriptions whose trial began in these months, divided by all these trials. The truth lies in the range in nine cases of ten.',
  lifetime:
    'What one reader who has begun to pay brings over the months named, as far as they have been watched; what comes later is not guessed. The truth lies in the range in nine cases of ten.',
  broughtBy:
    'Paid less refunded, all currencies apart, of subscriptions that are attributed to the issue by their last touch.',
  unattributed: 'Subscriptions without a paywall hit, click or web view within the days that count.',
  retention:
    'Estimated after Kaplan and Meier: whoever has not paid for so many months yet counts for as long as they have. The truth lies in the range in 19 cases of 20, as far as chance goes.',
  payers: 'Readers whose first payment fell into this cohort.',
  position:
    'How many of the issue’s sections stand before the paywall, as a share of all its sections. The wall of a whole mail stands at 100 %.',
  viewers: 'Different people on the web page, issue by issue, added up.',
  hitRate:
    'Hits ÷ web readers. Who reads the mail alone never sees the wall. Below it the range in which the truth lies in nine cases of ten.',
  trialRate:
    'Trials ÷ hits. The dot is the rate, the line the range in which the truth lies in nine cases of ten. With fewer than 20 hits nothing is said.',
  promised: 'Titles that the issue’s contents name and that only the whole edition holds.',
  lastTouch:
    'The last paywall hit, click on a call to action or visit to the web page before the subscription, within the days that count. Where there was none of these, the issue that billing names.',
  firstTouch: 'The first of these within the same days.',
  attributed: 'Subscriptions with such a touch, or whose billing system says what led there.',
  attributionPaid: 'Of these subscriptions: those that have paid at least once by now. Those on trial may follow.',
  peopleNeeded:
    'People who hit the paywall and see one of the offers, that a change of the size above is seen with in four cases of five, and where there is none, one is seen in one case of twenty at most.',
  armPeople: 'Different people who take part and hit the paywall, or were shown the offer, since the experiment began.',
  armTrials: 'Of them: whose trial began since. Those that still run may yet be paid for.',
  armPaid: 'Of them: who have paid for the first time since.',
  armRevenue: 'Paid less refunded by them since.',
  armValue: 'The dot is what was counted, the line the range in which the truth lies in 19 cases of 20, at one look.',
  probabilityBest: 'How likely this offer is the best of them, by what was counted so far. Not to be decided by alone.',
  expectedLoss:
    'How much would be given away, as an average over what is possible, if this offer were chosen now and another one is better.',
  lift: 'How much more or less than the control, as a share of the control. The range holds however often one looks.',
  sampleRatio:
    'Whether people came to the offers as the weights say. If that is surely not so (p below 0.001 at any look), something at the pages chooses who sees what, and nothing else is to be trusted.',
};
