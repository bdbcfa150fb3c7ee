import type { Words } from '../shape.ts';
import { plural } from './plural.ts';
import { REASONS, SOURCES } from './reasons.ts';

export const why: Words['why'] = {
  ask: '¿Por qué?',
  askOf: (what) => `¿Por qué ${what}?`,
  opened: 'Quién abrió: personas y máquinas',
  clicked: 'Quién hizo clic: personas y máquinas',
  clickedLink: (text) => `Quién hizo clic en «${text}»`,
  kind: 'Mirar',
  opens: 'Aperturas',
  clicks: 'Clics',
  allLinks: 'Todos los enlaces',
  close: 'Cerrar',
  loadFailed: 'No se ha podido cargar el porqué.',
  nothing: {
    opened: 'Todavía no la ha abierto nadie, ni persona ni máquina.',
    clicked: 'Todavía no ha hecho clic aquí nadie, ni persona ni máquina.',
  },
  counted: {
    opened: 'Son lectores quienes tienen una apertura de persona o mediante un proxy, o un clic de persona.',
    clicked: 'Hicieron clic quienes tienen un clic de persona o mediante un proxy.',
  },
  total: {
    opened: (events, shown, readers, shownReaders) =>
      `${plural(events, shown, 'apertura', 'aperturas')} de ${plural(readers, shownReaders, 'lector', 'lectores distintos')}.`,
    clicked: (events, shown, readers, shownReaders) =>
      `${plural(events, shown, 'clic', 'clics')} de ${plural(readers, shownReaders, 'lector', 'lectores distintos')}.`,
  },
  class: 'Clase',
  events: { opened: 'Aperturas', clicked: 'Clics' },
  readers: 'Lectores',
  share: 'Parte',
  source: (text) =>
    `Se sabe por: ${text
      .split('; ')
      .map((one) => SOURCES[one] ?? one)
      .join('; ')}`,
  reason: (name, says) => REASONS[name] ?? says,
  noReason: 'No se guardó ningún motivo.',
  ownRule: (name) => `Lo dice tu regla «${name}».`,
  sample: { opened: 'Aperturas sueltas', clicked: 'Clics sueltos' },
  sampleSays: 'Lo más reciente primero. No se muestra de quién son.',
  showing: (what) => `Solo: ${what}`,
  showAll: 'Mostrar todo',
  more: 'Mostrar más',
  shown: (count) => `Se muestran ${count}`,
  sampleFailed: 'No se han podido cargar los eventos sueltos.',
  noneLeft: 'No hay ninguno que encaje.',
  certainty: { certain: 'seguro', likely: 'probable', barely: 'por poco' },
  afterDelivery: (time) => `${time} después de la entrega`,
  atDelivery: 'en el momento de la entrega',
  afterSending: (time) => `${time} después del envío`,
  atSending: 'en el momento del envío',
  unsettled: 'aún puede cambiar',
  noClient: 'No dice qué programa es',
  clientNotKept: 'El origen no guarda con qué programa',
  link: (text) => `enlace «${text}»`,
  segment: { free: 'lector gratuito', trial: 'lector en prueba', premium: 'lector premium' },
  networks: {
    unknown: 'red desconocida',
    other: 'red de casa, de oficina o móvil',
    hosting: 'centro de datos',
    mail: 'red de un proveedor de correo',
    security: 'red de una empresa de seguridad',
  },
};
