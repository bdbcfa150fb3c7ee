export const mailProviders = {
  heading: 'Mail providers',
  says: 'Your mail provider can report here what it sent, delivered and bounced, and what it thinks of opens and clicks. Its opens and clicks are not counted beside ours: they help to tell people from machines.',
  names: { mailgun: 'Mailgun', sendgrid: 'SendGrid', ses: 'Amazon SES', postmark: 'Postmark' },
  none: 'Not set up.',
  setUp: (hint: string, since: string) => `Set up on ${since}, with the key that ends with ${hint}.`,
  noReport: 'Nothing has come yet.',
  lastReport: (when: string) => `The last thing that it reported happened on ${when}.`,
  hookOf: (name: string) => `Address of the hook for ${name}`,
  key: {
    mailgun: 'HTTP webhook signing key',
    sendgrid: 'Verification key',
    ses: 'ARN of the SNS topic',
    postmark: 'Password of the webhook',
  },
  keySays: {
    mailgun: 'In Mailgun under Sending, Webhooks.',
    sendgrid: 'In SendGrid under Mail Settings, Event Webhook, once the signed event webhook is on.',
    ses: 'In Amazon SNS under Topics; it begins with arn:aws:sns.',
    postmark:
      'Postmark signs nothing, so this is all that shows a report is its own: 20 characters or more, made at random.',
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
    ses: [
      'In Amazon SNS, create a standard topic, and copy its ARN into the field below before you go on.',
      'In the topic, create a subscription with the protocol HTTPS and the address above as its endpoint. Leave raw message delivery off. Readout confirms it by itself.',
      'In Amazon SES, add to the configuration set that you send with an event destination: that topic, with all event types.',
      'Give each message the tags readout_issue (the id of the issue) and readout_token (the reader’s token, the same that stands in the links).',
    ],
    postmark: [
      'Make a password, and save it in the field below.',
      'In Postmark, open the message stream that you send with, then Webhooks, and add the address above with Delivery, Bounce, Spam Complaint and Subscription Change. Under Basic auth credentials take readout as the user and the password.',
      'Give each message the metadata readout_issue (the id of the issue) and readout_token (the reader’s token, the same that stands in the links).',
    ],
    sendgrid: [
      'In SendGrid, open Settings, Mail Settings, Event Webhook, and add the address above with all deliverability and engagement events.',
      'Turn the signed event webhook on, and copy its verification key into the field below.',
      'Give each message the custom arguments readout_issue (the id of the issue) and readout_token (the reader’s token, the same that stands in the links).',
    ],
  },
};
