import { randomBytes } from 'node:crypto';
import type { Field } from '../mime/field.ts';

export interface Failure {
  /** What the relay calls itself. */
  readonly name: string;
  /** Who sent the message, and is told. */
  readonly to: string;
  readonly recipient: string;
  readonly response: string;
  readonly isExpired: boolean;
  readonly subject: string;
  readonly messageId: string | null;
  readonly at: Date;
}

/** Enough to find out which message it was; a header may be anything. */
export function namedBy(fields: readonly Field[]): Pick<Failure, 'subject' | 'messageId'> {
  const value = (name: string) => fields.find((field) => field.name === name)?.value ?? null;
  return { subject: oneLine(value('subject') ?? ''), messageId: value('message-id') };
}

/** Tells a sender that a message did not get on (RFC 3464). */
export function bounceOf({ name, to, recipient, response, isExpired, subject, messageId, at }: Failure): string {
  const boundary = `=_${randomBytes(12).toString('hex')}`;
  const why = isExpired
    ? 'It was tried until its time was up. The last answer was:'
    : 'The next mail server refused it:';
  return [
    `From: Mail relay <mailer-daemon@${name}>`,
    `To: <${to}>`,
    `Subject: Not delivered: ${subject}`.slice(0, 900),
    `Date: ${at.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${randomBytes(12).toString('hex')}@${name}>`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
    '',
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    `A message to <${recipient}> was not delivered. ${why}`,
    '',
    `    ${oneLine(response)}`,
    '',
    `--${boundary}`,
    'Content-Type: message/delivery-status',
    '',
    `Reporting-MTA: dns; ${name}`,
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    'Action: failed',
    `Status: ${isExpired ? '4.4.7' : '5.0.0'}`,
    `Diagnostic-Code: smtp; ${oneLine(response)}`,
    '',
    `--${boundary}`,
    'Content-Type: text/rfc822-headers',
    '',
    ...(messageId === null ? [] : [`Message-ID: ${oneLine(messageId)}`]),
    `Subject: ${subject}`.slice(0, 900),
    '',
    `--${boundary}--`,
    '',
  ].join('\r\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 800);
}
