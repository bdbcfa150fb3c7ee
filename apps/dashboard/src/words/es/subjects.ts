import type { Words } from '../shape.ts';
import { lowerFirst } from './lower-first.ts';
import { plural } from './plural.ts';

export const subjects: Words['subjects'] = {
  title: 'Asunto y hora',
  nav: 'Asuntos',
  says: 'Si la tasa de apertura depende de lo que lleva el asunto, o de cuándo sale una edición. Casi siempre no depende, o nadie puede saberlo: con pocas ediciones, el azar por sí solo da grandes diferencias.',
  loadFailed: 'No se ha podido cargar la comparación de asuntos.',
  audience: 'Enviadas a',
  audiences: { everyone: 'Todos', paying: 'Lectores de pago' },
  stretch: 'Periodo',
  ever: 'Todo',
  days: { 90: '90 días', 180: '180 días', 365: 'Un año' },
  counted: (issues, shown, mean, low, high) =>
    plural(
      issues,
      shown,
      `edición comparada, con una tasa de apertura media de ${mean} (de ${low} a ${high}).`,
      `ediciones comparadas, con una tasa de apertura media de ${mean} (de ${low} a ${high}).`,
    ),
  emptyTitle: 'Muy pocas ediciones para comparar',
  empty: (issues, shown, fewest) =>
    `Hasta ahora, ${plural(issues, shown, 'edición que salió', 'ediciones que salieron')} hace al menos dos días para estos destinatarios, en este periodo. A partir de ${fewest}, esta página compara sus tasas de apertura por asunto, día de la semana y hora.`,
  findingNone: (compared) => `Nada del asunto ni de la hora se distingue del azar, de ${compared} cosas comparadas`,
  findingNothingCompared: 'Las ediciones se parecen demasiado para comparar asuntos u horas',
  findingOne: (what, points) => `Tasa de apertura ${points}, más de lo que explica el azar: ${lowerFirst(what)}`,
  findingSeveral: (told, compared) =>
    `${told} de ${compared} cosas comparadas marcan una diferencia que el azar no explica`,
  more: (points) => `${points} puntos más alta`,
  less: (points) => `${points} puntos más baja`,
  how: 'La línea es un intervalo: nueve de cada diez de ellos contienen el valor real. El punto es la mejor estimación. Cada cosa se compara con las demás ediciones de más o menos la misma época, para que una lista que crece o envejece no parezca mérito de sus asuntos. Mirar muchas cosas a la vez hace que alguna llame la atención por azar: lo que aquí se dice está corregido por eso.',
  nought: 'sin diferencia',
  cause: 'Una diferencia no es una causa: de lo que escribes depende lo que pone en el asunto.',
  groups: { traits: 'Asunto', weekdays: 'Día de la semana', hours: 'Hora' },
  feature: 'Ediciones con',
  issues: 'Ediciones',
  openRate: 'Tasa de apertura',
  difference: 'Frente a las demás',
  verdict: '¿Azar?',
  noneWith: (names) => `Ninguna edición con: ${names}.`,
  verdicts: { more: 'Más alta', less: 'Más baja', chance: 'Bien puede ser azar', few: 'Muy pocas ediciones' },
  traits: {
    short: 'Hasta 30 caracteres',
    medium: 'De 31 a 50 caracteres',
    long: 'De 51 a 70 caracteres',
    very_long: 'Más de 70 caracteres',
    question: 'Una pregunta',
    number: 'Un número',
    colon: 'Dos puntos («Nombre: más»)',
    emoji: 'Un emoji',
    capitals: 'La primera palabra en MAYÚSCULAS',
  },
  heading: 'Día de la semana y hora de envío',
  headingSays: (zone) =>
    `Tasa de apertura media de las ediciones enviadas entonces, y cuántas son. Las horas son las de ${zone}. Una casilla con pocas ediciones dice poco.`,
  hour: 'Hora',
  inCell: (issues, shown) => plural(issues, shown, 'ed.', 'eds.'),
  csv: {
    pValue: 'valor p',
    adjusted: 'valor p, corregido',
    weekday: 'Día de la semana (1 es lunes)',
  },
};
