import type { GrowthWords } from '../shape.ts';
import { plural } from './plural.ts';

export const growthFunnel: GrowthWords['funnel'] = {
  title: 'De la entrega al pago',
  says: 'Dónde se queda la gente en el camino de un correo a un pago. Cada persona cuenta una vez por paso, haya tenido que ver con cuantas ediciones haya sido.',
  loadFailed: 'No se ha podido cargar el embudo.',
  window: 'Prueba y pago en',
  windows: { 3: '3 días', 7: '7 días', 30: '30 días', 90: '90 días' },
  finding: (converted, shown, delivered, share) =>
    `${plural(converted, shown, 'persona', 'personas')} de ${delivered} ${converted === 1 ? 'empezó' : 'empezaron'} a pagar: el ${share}`,
  findingNobody: (delivered) => `De ${delivered} personas, ninguna ha pagado todavía`,
  of: (issues, shown, from, to) => `En ${plural(issues, shown, 'edición', 'ediciones')}, del ${from} al ${to}.`,
  windowSays: (days) =>
    `Una prueba y un pago cuentan si llegan como mucho ${days} después de toparse con el muro de pago.`,
  few: 'Han llegado tan pocas personas a una prueba que las proporciones de abajo pueden ser casualidad. Elige un periodo más largo.',
  noHits:
    'No se sabe de nadie que haya llegado al muro de pago. Las llegadas se cuentan en la página web, si la página informa de ellas: docs/reader-script.md dice cómo.',
  noTrials:
    'No se conoce ninguna prueba. Las pruebas y los pagos vienen de tu sistema de facturación (docs/billing.md).',
  step: 'Paso',
  people: 'Personas',
  ofBefore: 'Del paso anterior',
  ofFirst: 'De todos los entregados',
  median: 'La mitad tardó',
  medianHead: 'Tiempo desde el paso anterior',
  about: (time) => `cerca de ${time}`,
  atOnce: 'menos de un segundo',
  notTimed: '–',
  steps: {
    delivered: 'Recibieron una edición',
    read: 'La leyeron',
    paywall_hit: 'Llegaron al muro de pago',
    offer_shown: 'Vieron una oferta',
    trial_started: 'Empezaron una prueba',
    converted: 'Empezaron a pagar',
  },
  bases: {
    delivered: 'de quienes la recibieron',
    read: 'de quienes leyeron',
    paywall_hit: 'de quienes llegaron al muro',
    offer_shown: 'de quienes vieron una oferta',
    trial_started: 'de esas pruebas',
    converted: '',
  },
  csv: 'El embudo',
  csvMedian: 'Mediana del tiempo desde el paso anterior, en segundos',
  still: {
    heading: 'Cuántos de ellos siguen pagando',
    none: 'Nadie lleva todavía un mes pagando. Entonces aquí se dirá cuántos se han quedado.',
    after: { 1: 'Tras un mes', 3: 'Tras 3 meses', 12: 'Tras un año' },
    notYet: 'nadie lleva tanto tiempo pagando',
    of: 'Empezaron hace al menos ese tiempo',
    people: 'Siguen pagando',
    span: 'Desde el primer pago',
  },
  parts: {
    heading: 'Por partes',
    choose: 'Dividir por',
    none: 'nada',
    by: {
      issue: 'Edición',
      section: 'Sección',
      offer: 'Oferta',
      audience: 'Público',
      country: 'País',
      device: 'Dispositivo',
      source: 'Procedencia',
    },
    says: {
      issue:
        'Una persona está en todas las ediciones con las que tuvo que ver, así que las filas suman más que el total.',
      section: 'La sección en la que estaba el muro, o tras la que estaba. Lo entregado y lo leído no se divide así.',
      offer: 'La última oferta que se vio. Quien no vio ninguna tiene una fila propia.',
      audience: 'La suscripción que tenían cuando salió la edición.',
      country: 'Dónde estaba la dirección cuando leyeron en la web o hicieron clic.',
      device: 'En qué se leyó la página web.',
      source:
        'Qué llevó a la página web. Los enlaces del correo y las direcciones escritas a mano no nombran ninguna página: directo.',
    },
    nobody: 'No se sabe nada por lo que dividirlo.',
    audiences: { paying: 'De pago', everyone: 'Todos' },
    devices: { phone: 'Teléfono', tablet: 'Tableta' },
    direct: 'Directo',
    unknown: {
      issue: 'Sin edición conocida',
      section: 'Sin sección conocida',
      offer: 'Sin oferta',
      audience: 'No se sabe',
      country: 'No se sabe',
      device: 'No se sabe',
      source: 'No se sabe',
    },
    noStep: 'no se distingue',
  },
  emptyTitle: 'No ha salido nada en este periodo',
  empty:
    'En cuanto salga una edición, esta página muestra cuántos la leen, cuántos llegan al muro de pago en su página web (docs/reader-script.md) y, cuando la facturación esté conectada, cuántos empiezan una prueba y pagan.',
};
