export { faultOfFolder, putIntoFolder } from './folder.ts';
export { type Mail, type MailServer, sendMail } from './mail.ts';
export type { Delivered } from './outcome.ts';
export type { OutgoingFile } from './outgoing-file.ts';
export { signed, webhookSecret } from './signature.ts';
export { faultOfTarget, postWebhook } from './webhook.ts';
