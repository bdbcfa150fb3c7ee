import type { GrowthWords } from '../shape.ts';
import { plural } from './plural.ts';

export const growthAttribution: GrowthWords['attribution'] = {
  title: 'Qué llevó a suscribirse',
  says: 'Qué edición, sección, oferta y enlace fue lo último, y qué edición lo primero, antes de que alguien se suscribiera.',
  loadFailed: 'No se ha podido cargar la atribución.',
  finding: (title, last, shown) =>
    `«${title}» es la que más trajo: ${plural(last, shown, 'suscripción', 'suscripciones')}`,
  findingNone: 'Todavía no se puede atribuir ninguna suscripción a una edición',
  subscriptions: 'Suscripciones',
  since: (from, to) => `empezadas del ${from} al ${to}`,
  attributed: 'Atribuidas',
  attributedOf: (share, days, shown) =>
    `el ${share}: con un contacto en ${days === 1 ? 'el día anterior' : `los ${shown} días anteriores`}, o según la facturación`,
  issues: 'Por edición',
  issuesSay:
    'El último contacto es lo que tenían delante al suscribirse; el primero, lo que los acercó. Donde uno es largo y el otro corto, la edición hace una de las dos cosas.',
  issue: 'Edición',
  last: 'Último contacto',
  first: 'Primer contacto',
  converted: 'Pagaron',
  share: 'Proporción',
  sections: 'Por sección',
  section: 'Sección',
  offers: 'Por oferta',
  offer: 'Oferta',
  links: 'Por enlace',
  link: 'Enlace',
  touches: 'Por tipo de contacto',
  touch: 'Último contacto',
  kinds: {
    paywall_hit: 'Llegó al muro de pago',
    call_to_action: 'Hizo clic en una llamada a la acción',
    clicked: 'Hizo clic en otro enlace',
    viewed: 'Estuvo en la página web',
    told: 'Según la facturación',
    none: 'Ninguno conocido',
  },
  unattributed: 'Sin atribuir',
  noSection: 'Sin sección conocida',
  noOffer: 'Sin oferta conocida',
  noLink: 'Sin enlace seguido',
  window: {
    heading: 'Cuánto tiempo cuenta un contacto',
    label: 'Días antes de la suscripción',
    says: 'De 1 a 90 días; lo normal son 7. Más días atribuyen más suscripciones, y más de ellas por casualidad; menos días atribuyen menos, y con más seguridad.',
    changes:
      'Cambia para qué edición cuenta una suscripción, aquí y en todas las cifras de ingresos y de ediciones que nombran una. No cambia nada de lo recogido: puedes volver atrás.',
    wrong: 'Un número entero de 1 a 90.',
    failed: 'No se ha podido cargar el ajuste.',
  },
  emptyTitle: 'No ha empezado ninguna suscripción en este periodo',
  empty:
    'Las suscripciones vienen de tu sistema de facturación (docs/billing.md). Con la primera, esta página muestra qué tuvo delante su lector en último lugar, y qué en primero.',
};
