import { expect, test } from '@jest/globals';
import { growthPages as english } from './en/growth-pages.ts';
import { growthPages as spanish } from './es/growth-pages.ts';
import { growthWords, speakOfGrowth } from './growth-words.ts';

test('growth speaks English until another language has come', async () => {
  expect(growthWords).toBe(english);
  await speakOfGrowth('en');
  expect(growthWords).toBe(english);
  await speakOfGrowth('es');
  expect(growthWords).toBe(spanish);
});

test('Spanish has its own singular and plural', () => {
  expect(spanish.funnel.finding(1, '1', '900', '0,1 %')).toBe('1 persona de 900 empezó a pagar: el 0,1 %');
  expect(spanish.funnel.finding(9, '9', '900', '1,0 %')).toBe('9 personas de 900 empezaron a pagar: el 1,0 %');
  expect(spanish.revenue.inMonths(1, '1')).toBe('este mes');
  expect(spanish.cohorts.finding('62,0 %', 1, '1')).toBe('El 62,0 % sigue pagando tras 1 mes');
});

test('sentences about one are not those about several', () => {
  expect(english.trials.naiveSays(1, '1')).toBe('The naive rate, too low: 1 trial that is running counts as if lost.');
  expect(english.trials.naiveSays(12, '12')).toBe(
    'The naive rate, too low: 12 trials that are running count as if lost.',
  );
  expect(english.growth.more(1, '1')).toBe('1 more is left out.');
  expect(english.growth.more(53, '53')).toBe('53 more are left out.');
});
