export const publication = {
  title: 'Publication settings',
  saved: 'Saved',
  notSaved: (why: string) => `Not saved, it stays as it was. ${why}`,
  identity: 'Name and time zone',
  history: 'History',
  historySays: 'Past issues, readers and opens from Substack, Ghost, listmonk or a table.',
  tracking: 'What is collected',
  trackingSays:
    'Switching one off counts from that moment on; what was collected before stays. Links in your issues go on working in any case.',
  tracksOpens: {
    label: 'Opens',
    says: 'When an issue is opened.',
    cost: 'Without them, readers who click nothing are not seen, and there is no telling when an issue is read.',
  },
  tracksClicks: {
    label: 'Clicks',
    says: 'Which links are chosen.',
    cost: 'Without them, links and sections have no figures, and readers whose mail shows no images are not seen. Links go on working.',
  },
  tracksReaders: {
    label: 'Who opened and clicked',
    says: 'Whose open or click it was, by a token and never by address.',
    cost: 'Without it, people are told apart by their device and for one day only: whoever comes back on another day, or on another device, is one reader more.',
  },
  plantsHoneypot: {
    label: 'A link that only machines follow',
    says: 'New issues carry one more link, which no reader sees: who follows it is a program that tries every link of a mail, and is not counted.',
    cost: 'Some mail filters distrust hidden links, and a text version that your mail system makes of the HTML may show it. Send yourself an issue first.',
  },
  showsReaders: {
    label: 'Single readers may be looked at',
    says: 'Then you, and every key of this publication, see by a number what each reader opened and clicked, and can look up an address. It takes effect only where whoever runs this Readout allows it as well (READOUT_ALLOW_READER_HISTORY).',
    cost: 'Groups answer most questions. In many countries following single persons needs their consent and a place in your privacy notice.',
  },
  privacy: 'Privacy',
  privacySays: 'Readout counts readers in groups. Nothing more is shown unless you choose it.',
  sites: 'Web sites',
  sitesSay:
    'Where your issues stand on the web, if you use the reader script there. It may report from these sites and from no other. Mail needs none.',
  noSites: 'No sites yet. Add the one where your issues stand, and its pages may report.',
  addSite: 'Address of a site',
  siteExample: 'https://letters.example',
  siteKnown: 'This site is in the list already.',
  add: 'Add',
  removeSite: 'Remove',
  removeSiteNamed: (site: string) => `Remove ${site}`,
  siteRemoved: (site: string) => `${site} is removed: its pages can no longer report.`,
};
