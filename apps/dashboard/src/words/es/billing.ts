import type { Words } from '../shape.ts';
import { plural } from './plural.ts';

/** What may be wrong in a file, by the API's sentence. */
const FAULTS: readonly (readonly [RegExp, string])[] = [
  [/^Not one of (.*)\.$/s, 'No es ninguno de estos: $1.'],
  [/^Not a time such as (\S+),.*$/s, 'No es una fecha como $1, ni segundos desde 1970.'],
  [/^After 2099:.*$/s, 'Es posterior a 2099: se esperan segundos desde 1970, no milisegundos.'],
  [/^This is needed\.$/, 'Hace falta.'],
  [/^A trial (?:has|that has begun has) an end\.$/, 'Una prueba tiene un final.'],
  [/^Before the trial began\.$/, 'Es anterior al comienzo de la prueba.'],
  [/^What has ended has an end\.$/, 'Lo que ha terminado tiene un final.'],
  [/^Only what has ended has an end\.$/, 'Solo tiene final lo que ha terminado.'],
  [/^Before it began\.$/, 'Es anterior a su comienzo.'],
  [/^A price has a currency\.$/, 'Un precio tiene una moneda.'],
  [/^A price is for an interval\.$/, 'Un precio es de un periodo.'],
  [/^Three letters, such as EUR\.$/, 'Tres letras, como EUR.'],
  [/^“(.*)” is no amount such as.*$/s, '«$1» no es un importe como 9.50 en esta moneda.'],
  [/^How much was paid\?.*$/s, '¿Cuánto se pagó? Indica first_paid, o price y currency.'],
  [/^Not a reader’s token.*$/s, 'No es el token de un lector, que tiene 34 caracteres.'],
  [/^Not an id.*$/s, 'No es un identificador, que tiene 12 letras y cifras.'],
  [/^The same as on line (\d+)\.$/, 'Es la misma que en la línea $1.'],
  [/^The same as the column “(.*)”\.$/s, 'Es la misma que la columna «$1».'],
  [/^Columns are missing: (.*?)\. There are: (.*)\.$/s, 'Faltan columnas: $1. Están estas: $2.'],
  [
    /^There are (\d+) fields, and (\d+) columns\..*$/s,
    'Hay $1 campos y $2 columnas. ¿Falta una comilla o un separador?',
  ],
  [
    /^A quote is not closed.*$/s,
    'Una comilla no se cierra, o hay algo detrás de una. Dentro de un campo se escribe doble.',
  ],
  [/^The file is empty\.$/, 'El archivo está vacío.'],
  [/^There is nothing below.*$/s, 'No hay nada debajo de los nombres de las columnas.'],
];

const inSpanish = (message: string): string => {
  const [pattern, sentence] = FAULTS.find(([one]) => one.test(message)) ?? [];
  return pattern === undefined || sentence === undefined ? message : message.replace(pattern, sentence);
};

export const billing: Words['billing'] = {
  heading: 'Cobros',
  says: 'El sistema con el que pagan tus lectores puede informar aquí de qué pruebas empezaron, cuáles pasaron a ser de pago y cuáles terminaron. De nombres y direcciones solo se guardan resúmenes cifrados.',
  names: { stripe: 'Stripe', webhook: 'Otro sistema' },
  none: {
    stripe: 'Sin configurar.',
    webhook: 'Sin configurar. Para cualquier sistema que envíe webhooks firmados («Standard Webhooks»).',
  },
  setUp: (hint, since) => `Configurado el ${since}, con el secreto que termina en ${hint}.`,
  ofAccount: (account) => `Se aceptan los eventos de la cuenta conectada ${account}.`,
  testsAreTaken: 'También se aceptan los eventos del modo de prueba.',
  nothingYet: 'Todavía no ha llegado nada.',
  last: (when) => `Lo último de lo que informó es del ${when}.`,
  hookOf: (name) => `Dirección del webhook para ${name}`,
  secret: { stripe: 'Secreto de firma («Signing secret»)', webhook: 'Secreto compartido' },
  secretSays: {
    stripe: 'Empieza por whsec_ y está junto al punto de conexión en Stripe.',
    webhook: 'whsec_ y al menos 24 bytes en base64, el mismo en los dos sistemas.',
  },
  secretKept: 'Se guarda para comprobar lo que llega y no se vuelve a mostrar.',
  account: 'Cuenta conectada',
  accountSays: 'Solo con Stripe Connect: la cuenta cuyos eventos se aceptan. Los de otras se pasan por alto.',
  takesTests: 'Aceptar eventos del modo de prueba',
  takesTestsSays: 'Cuentan como cualquier otro. Sirve para probarlo con una publicación hecha para eso.',
  open: { set: 'Configurar', change: 'Cambiar' },
  openNamed: {
    set: (name) => `Configurar ${name}`,
    change: (name) => `Cambiar ${name}`,
  },
  remove: 'Quitar',
  removeNamed: (name) => `Quitar ${name}`,
  willGo: (name) => `${name} se va a quitar. Lo que envíe se rechazará; lo que ya ha enviado se queda.`,
  steps: {
    stripe: [
      'En Stripe, abre «Developers», «Webhooks» y añade un punto de conexión con la dirección de arriba.',
      'Elige los eventos customer.subscription.*, invoice.paid, invoice.payment_failed, invoice_payment.paid, refund.created, refund.updated, refund.failed, charge.refunded, charge.dispute.*, checkout.session.completed, customer.created y customer.updated.',
      'Donde tu página empieza una suscripción, pon en sus metadatos readout_token (el token del lector), readout_issue y readout_offer: así se sabe qué edición llevó a cada prueba.',
      'Copia el secreto de firma del punto de conexión en el campo de abajo.',
    ],
    webhook: [
      'Haz que el sistema envíe JSON con POST a la dirección de arriba, con la forma que describe docs/billing.md y firmado como dicen los «Standard Webhooks».',
      'Crea un secreto de 24 bytes aleatorios o más, por ejemplo con: echo "whsec_$(openssl rand -base64 24)".',
      'Pon el mismo secreto en el campo de abajo.',
    ],
  },
  file: 'Desde un archivo',
  fileSays:
    'Suscripciones que empezaron antes, o de un sistema que no informa de nada, en CSV. No se escribe nada hasta que hayas visto lo que contiene.',
  fileColumns:
    'Columnas: subscription, status y started_at, y si las tienes reader, trial_start, trial_end, cancelled_at, ended_at, plan, price, currency, interval y first_paid_at.',
  chooseFile: 'Elegir un archivo',
  reading: (name) => `Leyendo ${name} …`,
  tooLarge:
    'Un archivo puede tener 20 MB. Divídelo, o usa la línea de órdenes: npm run readout -- import subscriptions.',
  foundIn: (name) => `Contenido de ${name}`,
  subscriptions: 'Suscripciones',
  statuses: {
    waiting: 'a la espera del primer pago',
    trialing: 'en prueba',
    active: 'pagadas',
    past_due: 'con un pago pendiente',
    paused: 'en pausa',
    ended: 'terminadas',
  },
  payments: 'Primeros pagos',
  readers: 'Lectores indicados',
  ofThemKnown: (readers, known) => `${readers}, de ellos ${known} conocidos como destinatarios`,
  begun: 'Empezaron',
  fromTo: (from, to) => `del ${from} al ${to}`,
  asOf: 'Tal como estaban el',
  notRead: (columns) => `Estas columnas no se leen: ${columns}.`,
  bringIn: (rows, shown) => `Importar ${plural(rows, shown, 'fila', 'filas')}`,
  broughtIn: (count, shown) =>
    `${plural(count, shown, 'suscripción importada', 'suscripciones importadas')}. El mismo archivo otra vez no cambia nada.`,
  notBroughtIn: 'No se ha importado nada. Corrige esto y vuelve a elegir el archivo:',
  fault: (line, column, message) =>
    column === null ? `Línea ${line}: ${inSpanish(message)}` : `Línea ${line}, ${column}: ${inSpanish(message)}`,
};
