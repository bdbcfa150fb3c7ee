import type { GrowthWords } from '../shape.ts';
import { plural } from './plural.ts';

export const growthCohorts: GrowthWords['cohorts'] = {
  title: 'Quién se queda',
  says: 'Cuántos de los que empezaron a pagar siguen pagando, mes a mes desde su primer pago.',
  loadFailed: 'No se han podido cargar las cohortes.',
  by: 'Cohortes por',
  bys: { month: 'Mes', offer: 'Oferta', issue: 'Edición' },
  finding: (rate, months, shown) => `El ${rate} sigue pagando tras ${plural(months, shown, 'mes', 'meses')}`,
  findingFew: 'Muy pocos llevan tiempo suficiente pagando para decir quién se queda',
  few: 'Han pagado menos de 20: cada uno mueve mucho la curva.',
  chart: 'Siguen pagando, por meses desde el primer pago',
  unit: 'de quienes empezaron a pagar, con banda del 95 %',
  band: 'Banda del 95 %',
  month: 'Mes',
  monthOf: (month) => `Mes ${month}`,
  rate: 'Siguen pagando',
  low: 'Extremo inferior',
  high: 'Extremo superior',
  of: 'Han llegado hasta ahí, o se fueron antes',
  triangle: 'Cohorte a cohorte',
  triangleSays: 'Cada número es la proporción que sigue pagando, en %. Los pálidos se basan en menos de 10.',
  heads: { month: 'Primer pago', offer: 'Oferta', issue: 'Edición' },
  payers: 'Pagaron',
  cell: (cohort, months, shown, rate, span, of) =>
    `${cohort}, tras ${plural(months, shown, 'mes', 'meses')}: sigue pagando el ${rate} (${span}), de ${of}.`,
  noCell: 'Señala un número, o ve hasta él con las flechas, para ver su intervalo y en cuántas personas se basa.',
  unknown: { month: 'No se sabe', offer: 'Sin oferta', issue: 'Sin edición conocida' },
  causeSays: {
    month: '',
    offer: 'Cada lector eligió su oferta: lo que cambia pueden ser los lectores y no la oferta.',
    issue:
      'La edición que llevó hasta ahí se atribuye por el último contacto. Una edición suelta suele traer muy pocos para comparar.',
  },
  csv: { triangle: 'Cohortes', cohort: 'Cohorte', of: 'Entre' },
  emptyTitle: 'Todavía no se conoce a nadie que haya pagado',
  empty:
    'Los pagos vienen de tu sistema de facturación (docs/billing.md). Un mes después del primero, esta página muestra cuántos se quedan, por el mes en que empezaron, por oferta y por edición.',
};
