export const mailProviders = {
  heading: 'Mail providers',
  says: 'Your mail provider can report here what it sent, delivered and bounced, and what it thinks of opens and clicks. Its opens and clicks are not counted beside ours: they help to tell people from machines.',
  names: { mailgun: 'Mailgun', sendgrid: 'SendGrid' },
  none: 'Not set up.',
  setUp: (hint: string, since: string) => `Set up on ${since}, with the key that ends with ${hint}.`,
  noReport: 'Nothing has come yet.',
  lastReport: (when: string) => `The last thing that it reported happened on ${when}.`,
  hookOf: (name: string) => `Address of the hook for ${name}`,
  key: { mailgun: 'HTTP webhook signing key', sendgrid: 'Verification key' },
  keySays: {
    mailgun: 'In Mailgun under Sending, Webhooks.',
    sendgrid: 'In SendGrid under Mail Settings, Event Webhook, once the signed event webhook is on.',
  },
  keyKept: 'It is kept for checking what is reported, and not shown again.',
  open: { set: 'Set up', change: 'Change the key' },
  openNamed: {
    set: (name: string) => `Set up ${name}`,
    change: (name: string) => `Change the key of ${name}`,
  },
  remove: 'Remove',
  removeNamed: (name: string) => `Remove ${name}`,
  willGo: (name: string) =>
    `${name} is about to be removed. What it reports will be refused; what it has reported stays.`,
  steps: {
    mailgun: [
      'In Mailgun, open Sending, Webhooks, choose the domain that you send from, and add the address above for each of: accepted, delivered, permanent failure, complained, unsubscribed, opened, clicked.',
      'Give each message the variables readout_issue (the id of the issue) and readout_token (the reader’s token, the same that stands in the links).',
      'Copy the HTTP webhook signing key into the field below.',
    ],
    sendgrid: [
      'In SendGrid, open Settings, Mail Settings, Event Webhook, and add the address above with all deliverability and engagement events.',
      'Turn the signed event webhook on, and copy its verification key into the field below.',
      'Give each message the custom arguments readout_issue (the id of the issue) and readout_token (the reader’s token, the same that stands in the links).',
    ],
  },
};
