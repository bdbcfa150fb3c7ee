import { createPublicKey } from 'node:crypto';
import { type MailProvider, snsTopicOf } from '@readout/events';

/** Postmark signs nothing: the password is all there is. */
const LEAST_PASSWORD = 20;

/** What is wrong with a key of a mail provider, in a sentence; null: it may be one. */
export function faultOf(provider: MailProvider, key: string): string | null {
  switch (provider) {
    case 'mailgun':
      return key.length >= 16 ? null : 'This is too short for the HTTP webhook signing key of Mailgun.';
    case 'sendgrid':
      return isSendgridKey(key) ? null : 'This is not the verification key of SendGrid’s signed event webhook.';
    case 'ses':
      return snsTopicOf(key) === null
        ? 'This is not the ARN of a standard SNS topic. Example: arn:aws:sns:eu-west-1:123456789012:readout.'
        : null;
    case 'postmark':
      return key.length >= LEAST_PASSWORD
        ? null
        : `Anybody who guesses it could report for Postmark: take ${LEAST_PASSWORD} characters or more, made at random.`;
  }
}

/** A public key on the curve P-256, in DER, in base64. */
function isSendgridKey(text: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
  } catch {
    return false;
  }
}
