/** A sender and how it writes the field that holds a reader's token. */
export interface Sender {
  readonly id: string;
  readonly name: string;
  readonly tag: string;
}

/** What the API takes where nothing is chosen. */
export const DEFAULT_TAG = '{{ readout_token }}';

/** Senders with custom fields, in the notation of their own documentation. */
export const SENDERS: readonly Sender[] = [
  { id: 'mailchimp', name: 'Mailchimp', tag: '*|READOUT|*' },
  { id: 'listmonk', name: 'listmonk', tag: '{{ .Subscriber.Attribs.readout_token }}' },
  { id: 'brevo', name: 'Brevo', tag: '{{ contact.READOUT_TOKEN }}' },
  { id: 'customerio', name: 'Customer.io', tag: '{{ customer.readout_token }}' },
  { id: 'activecampaign', name: 'ActiveCampaign', tag: '%READOUT_TOKEN%' },
  { id: 'campaignmonitor', name: 'Campaign Monitor', tag: '[readout_token]' },
  { id: 'marketingcloud', name: 'Salesforce Marketing Cloud', tag: '%%readout_token%%' },
];

/** The choice for a sender that is not in the list. */
export const OTHER_SENDER = 'other';
