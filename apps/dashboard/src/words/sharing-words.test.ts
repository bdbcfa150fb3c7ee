import { expect, test } from '@jest/globals';
import { sharing as english } from './en/sharing.ts';
import { sharing as spanish } from './es/sharing.ts';
import { sharingWords, speakOfSharing } from './sharing-words.ts';

test('sharing is told in English until another language has come', async () => {
  expect(sharingWords).toBe(english);
  await speakOfSharing('en');
  expect(sharingWords).toBe(english);
  await speakOfSharing('es');
  expect(sharingWords).toBe(spanish);
});

test('how often a link was opened has a singular and a plural', () => {
  expect(english.opened(1, '1', 'today')).toBe('Opened 1 time, last today');
  expect(english.opened(1_204, '1,204', 'today')).toBe('Opened 1,204 times, last today');
  expect(spanish.opened(1, '1', '3 de marzo')).toBe('Abierto 1 vez, la última el 3 de marzo');
  expect(spanish.opened(2, '2', '3 de marzo')).toBe('Abierto 2 veces, la última el 3 de marzo');
});
