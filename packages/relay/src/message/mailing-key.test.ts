import { expect, test } from '@jest/globals';
import { mailingKey, mailingName } from './mailing-key.ts';

const fieldsOf = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields).map(([name, value]) => ({ name, value, start: 0, end: 0 }));
const keyOf = (fields: Readonly<Record<string, string>>, day = '2026-03-02') => {
  const name = mailingName(fieldsOf(fields));
  return name === null ? null : mailingKey(name, day).toString('hex');
};

const PLAIN = { from: 'Low Tide <letters@tide.example>', subject: 'Spring tides' };

test('sender, subject and day tell mailings apart', () => {
  expect(keyOf(PLAIN)).toBe(keyOf({ ...PLAIN, to: 'somebody@example.org', date: 'now' }));
  expect(keyOf(PLAIN)).toBe(keyOf({ ...PLAIN, subject: '=?utf-8?q?Spring_tides?=' }));
  expect(keyOf(PLAIN)).not.toBe(keyOf({ ...PLAIN, subject: 'Neap tides' }));
  expect(keyOf(PLAIN)).not.toBe(keyOf({ ...PLAIN, from: 'other@tide.example' }));
  expect(keyOf(PLAIN)).not.toBe(keyOf(PLAIN, '2026-03-03'));
});

test('a list stands for its senders, and still has a mailing for each subject', () => {
  const list = { ...PLAIN, 'list-id': '<letters.tide.example>' };
  expect(keyOf(list)).toBe(keyOf({ ...list, from: 'another@tide.example' }));
  expect(keyOf(list)).not.toBe(keyOf({ ...list, subject: 'Neap tides' }));
});

test('the sender’s own number for a mailing holds whatever the subject and the day', () => {
  const campaign = { ...PLAIN, 'x-listmonk-campaign': '3f1c' };
  expect(keyOf(campaign)).toBe(keyOf({ ...campaign, subject: 'Ada, spring tides' }, '2026-03-09'));
  expect(keyOf(campaign)).not.toBe(keyOf({ ...campaign, 'x-listmonk-campaign': '3f1d' }));
});

test('without sender or subject nothing is a mailing', () => {
  expect(keyOf({ subject: 'Spring tides' })).toBeNull();
  expect(keyOf({ from: PLAIN.from, subject: ' ' })).toBeNull();
});
