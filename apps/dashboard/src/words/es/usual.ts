import type { Words } from '../shape.ts';

export const usual: Words['usual'] = {
  range: (low, high) => `normalmente de ${low} a ${high}`,
  rangeAfter: (low, high, age) => `normalmente de ${low} a ${high} tras ${age}`,
  standing: { above: 'más de lo normal', within: 'lo normal', below: 'menos de lo normal' },
  compared: {
    everyone: (issues, shown) =>
      issues === 1
        ? 'Comparada con la última edición anterior.'
        : `Comparada con las últimas ${shown} ediciones anteriores.`,
    paying: (issues, shown) =>
      issues === 1
        ? 'Comparada con la última edición anterior solo para lectores de pago.'
        : `Comparada con las últimas ${shown} ediciones anteriores solo para lectores de pago.`,
  },
  tooFew: {
    everyone: 'Lo que es normal se dice cuando antes han salido cinco ediciones.',
    paying: 'Lo que es normal se dice cuando antes han salido cinco ediciones solo para lectores de pago.',
  },
  ahead: {
    above: (low, high) => `Por encima de lo normal: al final se esperan de ${low} a ${high} lectores`,
    within: (low, high) => `Lo normal hasta ahora: al final se esperan de ${low} a ${high} lectores`,
    below: (low, high) => `Por debajo de lo normal: al final se esperan de ${low} a ${high} lectores`,
  },
  growing: {
    above: (age) => `Por encima de lo normal tras ${age}`,
    within: (age) => `Lo normal tras ${age}`,
    below: (age) => `Por debajo de lo normal tras ${age}`,
  },
  done: {
    above: (readers, low, high) => `Más lectores de lo normal: ${readers}, normalmente de ${low} a ${high}`,
    within: (readers, low, high) => `Tantos lectores como es normal: ${readers}, normalmente de ${low} a ${high}`,
    below: (readers, low, high) => `Menos lectores de lo normal: ${readers}, normalmente de ${low} a ${high}`,
  },
  band: 'Lo normal',
  bandOf: (issues) => `en gris: ocho de cada diez de las últimas ${issues} ediciones`,
  expected: (low, high) => `se esperan al final: de ${low} a ${high}`,
  forecast: 'Cómo se prevé el final',
  low: 'Lo normal, abajo',
  median: 'Lo normal, en medio',
  high: 'Lo normal, arriba',
};
