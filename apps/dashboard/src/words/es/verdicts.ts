import type { Words } from '../shape.ts';

export const verdicts: Words['verdicts'] = {
  names: {
    human: 'Persona',
    proxied: 'Por un proxy',
    prefetched: 'Por adelantado',
    scanner: 'Escáner de seguridad',
    unclear: 'Dudoso',
  },
  colours: 'Qué significan los colores',
};
