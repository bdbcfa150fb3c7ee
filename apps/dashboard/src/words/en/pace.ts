import { lowerFirst } from '../lower-first.ts';
import { plural } from './plural.ts';

export const pace = {
  none: 'Nobody has opened this yet',
  few: (readers: number, shown: string) => `${plural(readers, shown, 'reader', 'readers')} so far`,
  fewSays: 'Too few to see a pattern in: from 30 readers on the title says what there is to see.',
  halfFirstHour: 'Half of the readers came in the first hour',
  halfHours: (hours: number) => `Half of the readers came in the first ${hours} hours`,
  halfDays: (days: number) => `Half of the readers came in the first ${days} days`,
  soFar: (sentence: string) => `So far: ${lowerFirst(sentence)}`,
  readersSoFar: 'Readers so far',
  opensByPeople: 'Opens by people',
  opensByMachines: 'Opens by machines',
  perHour: 'per hour',
  perHours: (hours: number) => (hours === 24 ? 'per day' : `per ${hours} hours`),
  sinceSending: 'hours since sending',
  daysSinceSending: 'days since sending',
  span: 'Time shown',
  'two-days': '48 hours',
  week: '7 days',
  all: 'All',
  hourOf: (from: number, to: number) => `Hours ${from} to ${to}`,
  hour: 'Since sending',
  begins: 'Begins',
  clicks: 'Clicks',
};
