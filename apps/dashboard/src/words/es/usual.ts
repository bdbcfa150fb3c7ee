import type { Words } from '../shape.ts';

export const usual: Words['usual'] = {
  span: (low, high) => `de ${low} a ${high}`,
  range: (span) => `normalmente ${span}`,
  rangeAfter: (span, age) => `normalmente ${span} tras ${age}`,
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
    above: (span) => `Por encima de lo normal: al final se esperan ${span} lectores`,
    within: (span) => `Lo normal hasta ahora: al final se esperan ${span} lectores`,
    below: (span) => `Por debajo de lo normal: al final se esperan ${span} lectores`,
  },
  growing: {
    above: (age) => `Por encima de lo normal tras ${age}`,
    within: (age) => `Lo normal tras ${age}`,
    below: (age) => `Por debajo de lo normal tras ${age}`,
  },
  done: {
    above: (readers, span) => `Más lectores de lo normal: ${readers}, normalmente ${span}`,
    within: (readers, span) => `Tantos lectores como es normal: ${readers}, normalmente ${span}`,
    below: (readers, span) => `Menos lectores de lo normal: ${readers}, normalmente ${span}`,
  },
  band: 'Lo normal',
  bandOf: (issues) => `en gris: ocho de cada diez de las últimas ${issues} ediciones`,
  expected: (span) => `se esperan al final: ${span}`,
  forecast: 'Cómo se prevé el final',
  low: 'Lo normal, abajo',
  median: 'Lo normal, en medio',
  high: 'Lo normal, arriba',
};
