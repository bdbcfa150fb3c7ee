import { describe, expect, test } from '@jest/globals';
import { encodeRecord } from './codec.ts';
import type { Hit } from './log-record.ts';
import { routingKey } from './routing-key.ts';

const HIT: Hit = {
  type: 'hit',
  version: 1,
  kind: 'clicked',
  time: 1,
  target: 'mkjihgfedcba',
  token: 't',
  method: 'GET',
  source: 'redirect',
};

describe('the routing key', () => {
  test('keeps the opens and the clicks of an issue together', () => {
    const opened = encodeRecord({ ...HIT, kind: 'opened', target: 'abcdefghijkm' });
    const clicked = encodeRecord({ ...HIT, issue: 'abcdefghijkm' });
    expect(routingKey(opened)).toBe('abcdefghijkm');
    expect(routingKey(clicked)).toBe('abcdefghijkm');
  });

  test('keeps what the mail provider says of an issue with it', () => {
    const notice = encodeRecord({
      type: 'notice',
      version: 1,
      provider: 'mailgun',
      id: 1,
      event: '"issue":"elsewhere',
      time: 1,
      publication: 1,
      issue: 'abcdefghijkm',
    });
    expect(routingKey(notice)).toBe('abcdefghijkm');
  });

  test("is the link's own where its issue was not known", () => {
    expect(routingKey(encodeRecord(HIT))).toBe('mkjihgfedcba');
  });

  test('is not taken in by what a client wrote', () => {
    const agent = '"issue":"zzzzzzzzzzzz","target":"yyyyyyyyyyyy"';
    expect(routingKey(encodeRecord({ ...HIT, token: agent, agent }))).toBe('mkjihgfedcba');
  });

  test('of a fact is its publication and its issue', () => {
    const fact = { type: 'fact', version: 1, kind: 'sent', time: 1, publication: 3, issue: 14, source: 'api' } as const;
    expect(routingKey(encodeRecord(fact))).toBe('3/14');
    const { issue: _, ...publicationOnly } = fact;
    expect(routingKey(encodeRecord(publicationOnly))).toBe('3/');
  });
});
