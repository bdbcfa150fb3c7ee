import type { Words } from '../shape.ts';

export const segments: Words['segments'] = {
  heading: 'Quién',
  finding: (most, mostRate, least, leastRate) =>
    `${most}: los lectores que más abren, un ${mostRate} frente a un ${leastRate} (${least})`,
  none: 'Todavía no se le ha enviado a nadie',
  noneSays: 'Registra los destinatarios con su suscripción (gratis, en prueba, premium) para ver quién lee.',
  segment: 'Suscripción entonces',
  delivered: 'Entregados',
  readers: 'Lectores',
  openRate: 'Tasa de apertura',
  clickers: 'Hicieron clic',
  few: 'pocos',
  names: { free: 'Gratis', trial: 'En prueba', premium: 'Premium' },
  inSentence: { free: 'gratis', trial: 'en prueba', premium: 'premium' },
};
