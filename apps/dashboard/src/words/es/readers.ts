import type { Words } from '../shape.ts';
import { plural } from './plural.ts';

export const readers: Words['readers'] = {
  title: 'Lectores',
  says: 'Quién sigue leyendo, quién se aleja y quién lo ha dejado, según lo leído en los últimos 30 días. Se cuenta por grupos: aquí nadie aparece solo.',
  loadFailed: 'No se han podido cargar los grupos de lectores.',
  standing: 'Suscripción',
  everybody: 'Todos',
  stretch: 'Periodo',
  weeks: (weeks) => `${weeks} semanas`,
  names: { new: 'Nuevos', engaged: 'Activos', fading: 'Se alejan', dormant: 'Inactivos', hidden: 'Ocultos' },
  finding: (engaged, all, share) => `Están activos ${engaged} de ${all} lectores: el ${share}`,
  findingOf: {
    free: (engaged, all, share) => `Están activos ${engaged} de ${all} lectores gratuitos: el ${share}`,
    trial: (engaged, all, share) => `Están activos ${engaged} de ${all} lectores en prueba: el ${share}`,
    premium: (engaged, all, share) => `Están activos ${engaged} de ${all} lectores premium: el ${share}`,
  },
  findingNobody: 'En estos 30 días no se le ha enviado ninguna edición a nadie de aquí',
  few: 'Son muy pocos lectores, o muy pocas ediciones, para ver una pauta.',
  chart: 'Lectores por grupo',
  perWeek: 'al empezar el día, una vez por semana',
  day: 'Día',
  sum: 'Todos',
  issues: 'Ediciones contadas',
  colours: 'Qué significan los colores',
  now: 'Hoy',
  nowSays: (issues, shown, day) =>
    plural(
      issues,
      shown,
      `edición cuenta hoy, ${day}: cada una a los dos días de salir, cuando ya la han leído casi todos los que la leen.`,
      `ediciones cuentan hoy, ${day}: cada una a los dos días de salir, cuando ya la han leído casi todos los que la leen.`,
    ),
  group: 'Grupo',
  count: 'Lectores',
  share: 'Parte',
  change: 'Cambio en cuatro semanas',
  noChange: 'sin cambios',
  changeUnknown: '–',
  rules: {
    new: 'La primera edición que se les envió es una de estas.',
    engaged: 'Leyeron al menos una cuarta parte de las ediciones que se les enviaron.',
    fading: 'Leyeron menos que eso, pero algo en los últimos 90 días.',
    dormant: 'No han leído nada en 90 días.',
    hidden:
      'Su correo carga las ediciones por sí mismo, se lean o no, así que nadie puede saberlo. Nunca cuentan como inactivos.',
  },
  byStanding: 'Por suscripción',
  byStandingFinding: (most, mostShare, least, leastShare) =>
    `Están activos el ${mostShare} de ${most} y el ${leastShare} de ${least}`,
  standingThen: 'Suscripción',
  unknownStanding: 'No se sabe',
  emptyTitle: 'Todavía no hay grupos de lectores',
  emptyNone:
    'Cuando lleve un mes saliendo, esta página muestra cuántos lectores están activos, se alejan o están inactivos, semana a semana.',
  emptyUntil: (day) =>
    `A partir del ${day}, esta página muestra cuántos lectores están activos, se alejan o están inactivos. Hace falta un mes de ediciones para distinguir a los nuevos de quienes ya estaban, y dos días más para que se lea una edición.`,
  untoldTitle: 'En esta publicación no se pueden distinguir grupos',
  untold: {
    readers_not_kept:
      'No guarda quién abrió ni quién hizo clic, así que no se puede reconocer a nadie. Se puede cambiar en sus ajustes, para lo que llegue a partir de entonces.',
    opens_not_kept:
      'No guarda las aperturas, así que la mayor parte de la lectura no se ve. Se puede cambiar en sus ajustes, para lo que llegue a partir de entonces.',
    clicks_not_kept:
      'No guarda los clics, así que no se ve a los lectores cuyo correo no muestra imágenes. Se puede cambiar en sus ajustes, para lo que llegue a partir de entonces.',
  },
  toSettings: 'Ajustes de la publicación',
  single: 'Lectores por separado',
  forbidden: {
    operator_forbids:
      'Readout muestra grupos de lectores y nunca una lista de personas. Quien lo gestiona puede permitir que muestre a cada lector por un número (READOUT_ALLOW_READER_HISTORY=on); después lo eliges tú en los ajustes de la publicación.',
    publication_forbids:
      'Esta publicación muestra grupos de lectores y nunca una lista de personas. En sus ajustes puedes elegir ver a cada lector, por un número: lee allí qué supone para ellos.',
  },
  singleSays:
    'Por un número que no significa nada en otro sitio: Readout no guarda nombres ni direcciones. Lo que hizo cada uno es suyo; míralo cuando te lo haya pedido.',
  find: 'Busca a uno por como lo llama tu sistema de correo',
  findSays: 'Por ejemplo, la dirección a la que se envía una edición. Se compara por su huella y no se guarda.',
  findIt: 'Buscar',
  notFound: 'No se ha enviado ninguna edición de esta publicación a nadie con ese nombre.',
  ofGroup: 'Grupo',
  all: 'Todos',
  reader: 'Lector',
  sentRead: 'Leídas',
  readOf: (read, sent) => `${read} de ${sent}`,
  lastRead: 'Última lectura',
  nothingRead: 'nada en 90 días',
  noMembers: 'Hoy no hay nadie en este grupo.',
  moreMembers: 'Mostrar más lectores',
  listFailed: 'No se han podido cargar los lectores.',
};
