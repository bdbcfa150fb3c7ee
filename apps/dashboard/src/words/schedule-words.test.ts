import { expect, test } from '@jest/globals';
import { schedulePages as english } from './en/schedule-pages.ts';
import { schedulePages as spanish } from './es/schedule-pages.ts';
import { scheduleWords, speakOfSchedules } from './schedule-words.ts';

test('schedules are told in English until another language has come', async () => {
  expect(scheduleWords).toBe(english);
  await speakOfSchedules('en');
  expect(scheduleWords).toBe(english);
  await speakOfSchedules('es');
  expect(scheduleWords).toBe(spanish);
});

test('what a run stands for has a singular and a plural', () => {
  expect(english.missed(1, '1')).toBe('stands for 1 time before as well');
  expect(spanish.missed(2, '2')).toBe('vale también por 2 veces anteriores');
});
