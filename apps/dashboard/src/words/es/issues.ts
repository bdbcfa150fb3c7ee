import type { Words } from '../shape.ts';
import { plural } from './plural.ts';

export const issues: Words['issues'] = {
  title: 'Ediciones',
  newIssue: 'Nueva edición',
  emptyTitle: 'Todavía no hay ediciones',
  empty:
    'Crea una: pega el HTML de lo que vas a enviar, recíbelo con un píxel y seguimiento en los enlaces, y envíalo. Sus cifras aparecen aquí según se va leyendo.',
  create: 'Crear la primera edición',
  count: (count, shown) => plural(count, shown, 'edición', 'ediciones'),
  usual: (low, high, issues) =>
    `Tasa de apertura normalmente de ${low} a ${high} (ocho de cada diez de las últimas ${issues})`,
  more: 'Cargar más',
  shown: (shown, total) => `Se muestran ${shown} de ${total}`,
  notSent: 'Aún sin enviar',
  issue: 'Edición',
  delivered: 'Entregados',
  readers: 'Lectores',
  openRate: 'Tasa de apertura',
  clickers: 'Hicieron clic',
  clickRate: 'Tasa de clics',
  clickToOpen: 'Clics por apertura',
  ofDelivered: 'de entregados',
  ofReaders: 'de lectores',
  paywallHits: 'Llegaron al muro',
  noPaywall: 'Sin muro de pago',
  firstTwoDays: 'Primeras 48 h',
  sparkline: (total, peak, hour) =>
    hour === 0
      ? `${total} lectores nuevos en las primeras 48 horas, el máximo (${peak}) en la primera hora.`
      : `${total} lectores nuevos en las primeras 48 horas, el máximo (${peak}) en la hora ${hour + 1}.`,
  sparklineEmpty: 'Ningún lector en las primeras 48 horas.',
  loadFailed: 'No se han podido cargar las ediciones.',
};
