import type { GrowthWords } from '../shape.ts';
import { plural } from './plural.ts';

export const growth: GrowthWords['growth'] = {
  pages: 'Páginas de crecimiento',
  tabs: {
    funnel: 'Embudo',
    trials: 'Pruebas',
    revenue: 'Ingresos',
    paywall: 'Muro de pago',
    cohorts: 'Cohortes',
    attribution: 'Atribución',
    experiments: 'Ofertas y experimentos',
  },
  stretch: 'Periodo',
  days: { 30: '30 días', 90: '90 días', 180: '180 días', 365: 'Un año', 730: '2 años' },
  toBilling: 'Conectar la facturación',
  of: (some, all) => `${some} de ${all}`,
  share: 'Proporción',
  more: (count, shown) => plural(count, `${shown} más`, 'no se muestra.', 'no se muestran.'),
  notKnown: 'No se sabe',
  csvLow: (figure) => `${figure}, extremo inferior del intervalo`,
  csvHigh: (figure) => `${figure}, extremo superior del intervalo`,
};
