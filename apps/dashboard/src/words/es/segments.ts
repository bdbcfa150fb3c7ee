import type { Words } from '../shape.ts';

export const segments: Words['segments'] = {
  heading: 'Quién',
  finding: (most, mostRate, least, leastRate) => `${most}: abre el ${mostRate}, frente al ${leastRate} de ${least}`,
  none: 'Todavía no se le ha enviado a nadie',
  noneSays: 'Registra los destinatarios con su suscripción (gratis, en prueba, premium) para ver quién lee.',
  segment: 'Suscripción entonces',
  delivered: 'Entregados',
  readers: 'Lectores',
  openRate: 'Tasa de apertura',
  clickers: 'Hicieron clic',
  names: { free: 'Gratis', trial: 'En prueba', premium: 'Premium' },
  inSentence: { free: 'los gratuitos', trial: 'los que están en prueba', premium: 'los premium' },
};
