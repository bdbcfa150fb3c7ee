import { MAIL_PROVIDERS } from '@readout/events';
import { z } from 'zod';

const mailProvider = z.enum(MAIL_PROVIDERS);

export const mailProviderView = z.object({
  provider: mailProvider,
  /** Where the provider is to report to. */
  hook: z.string(),
  /** The last characters of its key, to recognise it by; the key itself is not read back. */
  hint: z.string(),
  createdAt: z.string(),
  /** When the last thing that it reported happened; null: it has reported nothing. */
  lastEventAt: z.string().nullable(),
});
export type MailProviderView = z.infer<typeof mailProviderView>;

export const mailProviderList = z.object({
  items: z.array(mailProviderView),
  /** Where each provider that can be set up is to report to. */
  hooks: z.array(mailProviderView.pick({ provider: true, hook: true })),
});
export type MailProviderList = z.infer<typeof mailProviderList>;

/**
 * Mailgun: the HTTP webhook signing key. SendGrid: the verification key of the signed event webhook. Amazon SES: the ARN of
 * the SNS topic. Postmark: the password that the author gives its webhook.
 */
export const setMailProviderRequest = z.strictObject({
  key: z
    .string()
    .trim()
    .min(1, 'Give the key that the mail provider shows.')
    .max(500, 'No mail provider has keys as long as this.')
    .regex(/^\S*$/, 'A key has no spaces.'),
});
export type SetMailProviderRequest = z.input<typeof setMailProviderRequest>;
