import { encodeRecord, type Fact } from '@readout/events';
import type { Recipient } from '../message/prepare.ts';

/**
 * What the log is to have of a message that the next server took, or refused for good. What was refused was sent as well:
 * delivered is sent less bounced.
 * @param time UTC, milliseconds.
 */
export function factsOf(recipient: Recipient, isAccepted: boolean, time: number): string[] {
  const { publication, issue, reader, domain } = recipient;
  const fact = (kind: Fact['kind']): string =>
    encodeRecord({
      type: 'fact',
      version: 1,
      kind,
      time,
      publication: publication.id,
      issue: issue.id,
      reader: reader.id,
      segment: reader.segment,
      ...(domain === null ? {} : { domain }),
      source: 'api',
    });
  return isAccepted ? [fact('sent')] : [fact('sent'), fact('bounced')];
}
