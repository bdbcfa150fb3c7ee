import type { Words } from '../shape.ts';

export const mailProviders: Words['mailProviders'] = {
  heading: 'Servicios de envío',
  says: 'Tu servicio de envío puede informar aquí de lo que envió, entregó y rebotó, y de lo que cree saber de aperturas y clics. Sus aperturas y clics no se suman a los nuestros: ayudan a distinguir a las personas de las máquinas.',
  names: { mailgun: 'Mailgun', sendgrid: 'SendGrid' },
  none: 'Sin configurar.',
  setUp: (hint, since) => `Configurado el ${since}, con la clave que termina en ${hint}.`,
  noReport: 'Todavía no ha llegado nada.',
  lastReport: (when) => `Lo último de lo que informó ocurrió el ${when}.`,
  hookOf: (name) => `Dirección del webhook para ${name}`,
  key: {
    mailgun: 'Clave de firma («HTTP webhook signing key»)',
    sendgrid: 'Clave de verificación («Verification key»)',
  },
  keySays: {
    mailgun: 'En Mailgun, en «Sending», «Webhooks».',
    sendgrid: 'En SendGrid, en «Mail Settings», «Event Webhook», una vez activado el webhook firmado.',
  },
  keyKept: 'Se guarda para comprobar lo que llega y no se vuelve a mostrar.',
  open: { set: 'Configurar', change: 'Cambiar la clave' },
  openNamed: {
    set: (name) => `Configurar ${name}`,
    change: (name) => `Cambiar la clave de ${name}`,
  },
  remove: 'Quitar',
  removeNamed: (name) => `Quitar ${name}`,
  willGo: (name) => `${name} se va a quitar. Lo que envíe se rechazará; lo que ya ha enviado se queda.`,
  steps: {
    mailgun: [
      'En Mailgun, abre «Sending», «Webhooks», elige el dominio desde el que envías y añade la dirección de arriba para cada uno de estos: accepted, delivered, permanent failure, complained, unsubscribed, opened, clicked.',
      'Pon en cada mensaje las variables readout_issue (el identificador de la edición) y readout_token (el token del lector, el mismo que está en los enlaces).',
      'Copia la «HTTP webhook signing key» en el campo de abajo.',
    ],
    sendgrid: [
      'En SendGrid, abre «Settings», «Mail Settings», «Event Webhook» y añade la dirección de arriba con todos los eventos de entrega y de interacción.',
      'Activa el webhook firmado y copia su «Verification key» en el campo de abajo.',
      'Pon en cada mensaje los argumentos propios («custom arguments») readout_issue (el identificador de la edición) y readout_token (el token del lector, el mismo que está en los enlaces).',
    ],
  },
};
