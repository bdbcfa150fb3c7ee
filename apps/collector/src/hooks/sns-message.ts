import { verify, X509Certificate } from 'node:crypto';
import { z } from 'zod';

const text = z.string().max(1_048_576);
/** https://docs.aws.amazon.com/sns/latest/dg/sns-message-and-json-formats.html */
const snsMessage = z.object({
  Type: z.enum(['Notification', 'SubscriptionConfirmation', 'UnsubscribeConfirmation']),
  MessageId: text,
  TopicArn: text,
  Message: text,
  Timestamp: z.iso.datetime(),
  Subject: text.optional(),
  SubscribeURL: text.optional(),
  Token: text.optional(),
  SignatureVersion: z.enum(['1', '2']),
  Signature: text,
  SigningCertURL: text,
});
export type SnsMessage = z.infer<typeof snsMessage>;

/** Null: it has not the shape of what SNS sends, or no signature. */
export function readSnsMessage(json: unknown): SnsMessage | null {
  const read = snsMessage.safeParse(json);
  return read.success ? read.data : null;
}

/**
 * Whether the message is as it was when somebody with the certificate's key signed it, within the certificate's days.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message-verify-message-signature.html
 * @param certificate PEM.
 */
export function isSignedWith(message: SnsMessage, certificate: string): boolean {
  let read: X509Certificate;
  try {
    read = new X509Certificate(certificate);
  } catch {
    return false;
  }
  const { publicKey } = read;
  const signedAt = Date.parse(message.Timestamp);
  if (publicKey.asymmetricKeyType !== 'rsa') return false;
  if (signedAt < Date.parse(read.validFrom) || signedAt > Date.parse(read.validTo)) return false;
  const digest = message.SignatureVersion === '1' ? 'sha1' : 'sha256';
  return verify(digest, Buffer.from(signedText(message)), publicKey, Buffer.from(message.Signature, 'base64'));
}

/** What SNS signs: names and values by turns, each with a line end. */
export function signedText(message: Omit<SnsMessage, 'Signature'>): string {
  const { Type, MessageId, TopicArn, Message, Timestamp, Subject, SubscribeURL, Token } = message;
  const fields =
    Type === 'Notification'
      ? { Message, MessageId, Subject, Timestamp, TopicArn, Type }
      : { Message, MessageId, SubscribeURL, Timestamp, Token, TopicArn, Type };
  return Object.entries(fields)
    .map(([name, value]) => (value === undefined ? '' : `${name}\n${value}\n`))
    .join('');
}
