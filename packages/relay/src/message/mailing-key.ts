import { createHash } from 'node:crypto';
import { decodeWords } from '../mime/encoded-words.ts';
import { type Field, fieldValue } from '../mime/field.ts';

/** By what the messages of one mailing are known to belong together. */
export type MailingName =
  /** The sender's own number for it, whatever the day. */
  | { readonly kind: 'campaign'; readonly name: string }
  /** Something that other mailings may have too, on other days. */
  | { readonly kind: 'of_day'; readonly name: string };

/**
 * Fields in which sending systems number their mailings, the same for all recipients of one: listmonk, Mailchimp,
 * Sendy, Mautic and others that keep to “X-Campaign…”.
 */
const CAMPAIGN =
  /^x-(?:listmonk-campaign|campaign(?:-?id)?|mc-campaign(?:-?id)?|mailing(?:-?id)?|newsletter-?id|mautic-campaign)$/;

/** Null: nothing tells the mailing from others. */
export function mailingName(fields: readonly Field[]): MailingName | null {
  const campaign = fields.find(({ name, value }) => CAMPAIGN.test(name) && value !== '');
  if (campaign !== undefined) return { kind: 'campaign', name: `${campaign.name}: ${campaign.value}` };
  // Of the form campaign:customer:kind:sender; many fill it with words that never change.
  const feedback = fieldValue(fields, 'feedback-id');
  const list = fieldValue(fields, 'list-id');
  const from = fieldValue(fields, 'from');
  const subject = decodeWords(fieldValue(fields, 'subject') ?? '').trim();
  const sender = feedback ?? list ?? from;
  if (sender === null || (subject === '' && feedback === null)) return null;
  return { kind: 'of_day', name: `${sender.toLowerCase()}\n${subject}` };
}

/** 32 bytes; what it is made of cannot be read from it. @param day Of one day's mailing. */
export function mailingKey({ kind, name }: MailingName, day: string): Buffer {
  return createHash('sha256')
    .update(kind === 'campaign' ? `campaign\n${name}` : `day\n${day}\n${name}`)
    .digest();
}
