import type { Words } from '../shape.ts';
import { plural } from './plural.ts';

export const home: Words['home'] = {
  title: 'Inicio',
  newIssue: 'Nueva edición',
  emptyTitle: 'Todavía no ha salido ninguna edición',
  empty:
    'Crea una: pega el HTML de lo que vas a enviar, recíbelo con un píxel y seguimiento en los enlaces, y envíalo. A partir de entonces, esta página muestra cómo le ha ido a la última edición, qué han traído los últimos días y qué pide tu atención.',
  emptyWaiting: 'Hay una edición lista. En cuanto salga, esta página muestra cómo le va.',
  toIssues: 'Ver las ediciones',
  bringHistory: 'Traer tu historial',
  create: 'Crear una edición',

  last: {
    label: 'Última edición',
    sent: (when) => `enviada el ${when}`,
    readers: 'lectores',
    readersOf: (delivered) => `de ${delivered} entregados`,
    openRate: 'tasa de apertura',
    clickers: 'hicieron clic',
    firstTwoDays: 'Lectores nuevos por hora, primeras 48 horas',
    failed: 'No se ha podido cargar la última edición.',
  },

  attention: {
    title: 'Qué pide atención',
    nothing: 'Nada pide tu atención.',
    failed: 'No se ha podido cargar lo que pide atención.',
    look: 'Echa un vistazo',
    fewReaders: (title, readers, low, hours, shown) =>
      `«${title}» tiene ${readers} lectores tras ${plural(hours, shown, 'hora', 'horas')}. Nueve de cada diez ediciones anteriores tenían más de ${low}.`,
    openRateFell: (now, before) =>
      `La tasa de apertura de los últimos 30 días es de ${now}. En los 30 días anteriores fue de ${before}.`,
    openRateRange: (low, high) => `La caída es de entre ${low} y ${high} puntos.`,
    domainStopped: (domain, delivered, readers, usual, issues, shown) =>
      `En ${domain} ya no lee casi nadie: ${readers} de ${delivered} entregas en ${issues === 1 ? 'la última edición' : `las últimas ${shown} ediciones`}, normalmente ${usual}. Puede que las mande al correo no deseado.`,
    bouncesUp: (title, bounced, share, usual) =>
      `Mensajes de «${title}» que rebotaron: ${bounced}. Son el ${share} de los enviados, normalmente el ${usual}.`,
    scannersClicked: (title, share, usual) =>
      `Las máquinas hicieron clic en «${title}» ${share} veces por cada 100 entregas, normalmente ${usual}. No son lectores.`,
    scannersOpened: (title, share, usual) =>
      `Los escáneres de seguridad abrieron «${title}» ${share} veces por cada 100 entregas, normalmente ${usual}. No son lectores.`,
    quarantine: (count, shown) =>
      `${plural(count, shown, 'evento no se ha podido entender', 'eventos no se han podido entender')}. No se ha perdido nada, pero nada de eso se cuenta todavía.`,
    spoolFilling: (taken, room) =>
      `Se está acabando el espacio para los eventos que esperan a ser contados: ${taken} de ${room}.`,
    spoolFull: {
      refuse:
        'No queda espacio para los eventos que esperan a ser contados: las aperturas y los clics nuevos no se cuentan.',
      drop: 'No queda espacio para los eventos que esperan a ser contados: se descartan los más antiguos.',
    },
  },

  days: {
    title: (days, shown) => (days === 1 ? 'El último día' : `Los últimos ${shown} días`),
    span: 'Días',
    spans: { 7: '7 días', 30: '30 días', 90: '90 días', 365: '365 días' },
    failed: 'No se han podido cargar las cifras de los últimos días.',
    against: (days, shown) =>
      days === 1 ? 'Los cambios son frente al día anterior.' : `Los cambios son frente a los ${shown} días anteriores.`,
    tooYoung: 'No se compara nada: aún no llevan saliendo ediciones el doble de tiempo.',
    readers: 'Lectores',
    clickers: 'Hicieron clic',
    clicks: (count, shown) => plural(count, shown, 'clic', 'clics'),
    paywallHits: 'Llegaron al muro',
    trialsStarted: 'Pruebas iniciadas',
    converted: 'Primeros pagos',
    paying: 'Lectores de pago',
    issues: 'Ediciones enviadas',
    deliveries: (count, shown) => plural(count, shown, 'entrega', 'entregas'),
    more: (change, low, high) => `${change}, entre ${low} y ${high}`,
    chance: (low, high) => `de ${low} a ${high}: no se distingue del azar`,
    before: (count) => `${count} antes`,
    few: 'muy pocos para comparar',
    byEvents: 'según sus pagos',
    byRecipients: 'según quién recibió la última edición como lector premium',
    byBoth: (byEvents, byRecipients) =>
      `${byEvents} según sus pagos, ${byRecipients} como lectores premium de la última edición`,
    sparkline: (what, least, most) => `${what} por día: entre ${least} y ${most}.`,
    day: 'Día',
    clicksColumn: 'Clics',
    deliveriesColumn: 'Entregas',
  },

  calendar: {
    title: 'Calendario de publicación',
    failed: 'No se ha podido cargar el calendario.',
    says: (issues, shown, days, shownDays) =>
      `${plural(issues, shown, 'edición', 'ediciones')} en doce meses, ${plural(days, shownDays, 'día saltado', 'días saltados')}`,
    point: 'Señala un día para ver qué salió.',
    sent: 'una edición',
    two: 'dos o más',
    skipped: 'saltado',
    issue: (day, title, openRate) => `${day}: «${title}», tasa de apertura ${openRate}`,
    unread: (day, title) => `${day}: «${title}»`,
    skippedOn: (day) => `${day}: saltado`,
    nothingOn: (day) => `${day}: nada`,
    toCome: (day) => `${day}: aún por llegar`,
    afterSkipped: 'Un día saltado',
    afterSecond: 'Dos ediciones en un día',
    higher: (points, low, high, times, shown) =>
      `La tasa de apertura de la siguiente edición fue ${points} puntos más alta que en los demás casos (intervalo del 90 %: de ${low} a ${high}; ${plural(times, shown, 'vez', 'veces')}).`,
    lower: (points, low, high, times, shown) =>
      `La tasa de apertura de la siguiente edición fue ${points} puntos más baja que en los demás casos (intervalo del 90 %: de ${low} a ${high}; ${plural(times, shown, 'vez', 'veces')}).`,
    chance: (low, high, times, shown) =>
      `Lo que cambia la tasa de apertura de la siguiente edición no se distingue del azar: de ${low} a ${high} puntos (${plural(times, shown, 'vez', 'veces')}).`,
    few: (times, shown) =>
      `Ha pasado ${plural(times, shown, 'vez', 'veces')}: son muy pocas para decir qué efecto tiene en la siguiente edición.`,
    never: 'Todavía no ha pasado.',
    day: 'Día',
    what: 'Qué',
    issueColumn: 'Edición',
    delivered: 'Entregados',
    readers: 'Lectores',
    openRate: 'Tasa de apertura',
  },
};
