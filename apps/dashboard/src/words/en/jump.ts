export const jump = {
  machine_clicks: (times: string) => `Machines clicked ${times} times as often as usual in this issue`,
  scanner_opens: (times: string) => `Security scanners opened this issue ${times} times as often as usual`,
  newClicks: 'Machines clicked in this issue, and usually they do not',
  newOpens: 'Security scanners opened this issue, and usually they do not',
  means: ': this is a mail gateway looking at links, not readers.',
  meansOpens: ': this is a mail gateway looking at messages, not readers.',
  uncounted: 'None of it is in the readers and clickers.',
};
