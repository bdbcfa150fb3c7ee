import { createPublicKey } from 'node:crypto';
import type { MailProvider } from '@readout/events';

/** What is wrong with a key of a mail provider, in a sentence; null: it may be one. */
export function faultOf(provider: MailProvider, key: string): string | null {
  if (provider === 'mailgun') {
    return key.length >= 16 ? null : 'This is too short for the HTTP webhook signing key of Mailgun.';
  }
  return isSendgridKey(key) ? null : 'This is not the verification key of SendGrid’s signed event webhook.';
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
