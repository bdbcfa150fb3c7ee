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
    'Half of the people took less time than this from the step before, half took more. Nothing is said where too few are timed.',
  stillPaying:
    'Of those who converted here and did so long enough ago: whose subscription had not ended by then. Who converted later is not counted yet, in neither number.',
};
