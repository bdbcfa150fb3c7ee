import type { Words } from '../shape.ts';
import { lowerFirst } from './lower-first.ts';
import { plural } from './plural.ts';

export const pace: Words['pace'] = {
  none: 'Todavía no la ha abierto nadie',
  few: (readers, shown) => `${plural(readers, shown, 'lector', 'lectores')} hasta ahora`,
  fewSays: 'Son muy pocos para ver una pauta: a partir de 30 lectores, el título dice lo que hay que ver.',
  halfFirstHour: 'La mitad de los lectores llegó en la primera hora',
  halfHours: (hours) => `La mitad de los lectores llegó en las primeras ${hours} horas`,
  halfDays: (days) => `La mitad de los lectores llegó en los primeros ${days} días`,
  soFar: (sentence) => `Hasta ahora: ${lowerFirst(sentence)}`,
  readersSoFar: 'Lectores hasta el momento',
  opensByPeople: 'Aperturas de personas',
  opensByMachines: 'Aperturas de máquinas',
  perHour: 'por hora',
  perHours: (hours) => (hours === 24 ? 'por día' : `cada ${hours} horas`),
  sinceSending: 'horas desde el envío',
  daysSinceSending: 'días desde el envío',
  span: 'Tiempo mostrado',
  'two-days': '48 horas',
  week: '7 días',
  all: 'Todo',
  hourOf: (from, to) => `Horas ${from} a ${to}`,
  hour: 'Desde el envío',
  begins: 'Empieza',
  clicks: 'Clics',
};
