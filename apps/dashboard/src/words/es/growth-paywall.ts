import type { GrowthWords } from '../shape.ts';
import { plural } from './plural.ts';

export const growthPaywall: GrowthWords['paywall'] = {
  title: 'Dónde está el muro de pago',
  says: 'Qué se consiguió según cuánto hay antes de él, tras qué sección está y qué se promete detrás.',
  loadFailed: 'No se han podido cargar las posiciones del muro de pago.',
  finding: (best, bestRate, worst, worstRate) =>
    `Más pruebas empiezan donde hay ${best} antes del muro: el ${bestRate}, frente al ${worstRate} donde hay ${worst}`,
  findingNone: 'Ninguna posición del muro se distingue aún de las demás',
  findingFew: 'Muy pocas personas han llegado al muro para comparar sus posiciones',
  cause:
    'Las ediciones se diferencian en algo más que la posición de su muro. Una diferencia aquí sugiere qué probar; solo un experimento dice si se debe a la posición.',
  positions: 'Según cuánto hay antes',
  position: 'Secciones antes del muro',
  share: (from, to) => `del ${from} al ${to}`,
  after: 'Según la sección en la que está, o tras la que está',
  section: 'Sección',
  beforeAll: 'Antes de la primera sección',
  promised: 'Según lo que se promete detrás',
  promisedSays: 'Una edición que promete varias cosas cuenta en cada una.',
  promise: 'Se promete',
  noPromise: 'Ninguna edición de este periodo nombra lo que hay detrás de su muro.',
  issues: 'Edición a edición',
  issue: 'Edición',
  where: 'Está tras',
  noSection: 'antes de la primera sección',
  count: 'Ediciones',
  viewers: 'Lectores en la web',
  hits: 'Llegaron',
  hitRate: 'De los lectores en la web',
  trials: 'Pruebas',
  trialRate: 'De quienes llegaron',
  converted: 'Pagaron',
  few: (hits, shown) => `muy pocos: ${plural(hits, shown, 'llegada', 'llegadas')}`,
  showAll: (shown) => `Mostrar las ${shown}`,
  emptyTitle: 'No se conoce ninguna llegada al muro en este periodo',
  empty:
    'Las llegadas se cuentan en la página web, si la página informa de ellas (docs/reader-script.md); las pruebas y los pagos vienen de la facturación. Entonces esta página compara las posiciones del muro.',
};
