import { randomBytes } from 'node:crypto';
import type { SMTPServerSession } from 'smtp-server';

/** The field in which each server that a message comes through writes itself down (RFC 5321 §4.4). */
export function receivedField(session: SMTPServerSession, name: string, at: Date): string {
  const client = session.hostNameAppearsAs.replace(/[^\w.:[\]-]/g, '').slice(0, 255) || 'unknown';
  return [
    `Received: from ${client} ([${session.remoteAddress}])`,
    ` by ${name} (Readout) with ${session.transmissionType} id ${randomBytes(6).toString('hex')};`,
    ` ${at.toUTCString().replace('GMT', '+0000')}`,
    '',
  ].join('\r\n');
}
