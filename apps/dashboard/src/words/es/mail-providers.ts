import type { Words } from '../shape.ts';

export const mailProviders: Words['mailProviders'] = {
  heading: 'Servicios de envío',
  says: 'Tu servicio de envío puede informar aquí de lo que envió, entregó y rebotó, y de lo que cree saber de aperturas y clics. Sus aperturas y clics no se suman a los nuestros: ayudan a distinguir a las personas de las máquinas.',
  names: { mailgun: 'Mailgun', sendgrid: 'SendGrid', ses: 'Amazon SES', postmark: 'Postmark' },
  none: 'Sin configurar.',
  setUp: (hint, since) => `Configurado el ${since}, con la clave que termina en ${hint}.`,
  noReport: 'Todavía no ha llegado nada.',
  lastReport: (when) => `Lo último de lo que informó ocurrió el ${when}.`,
  hookOf: (name) => `Dirección del webhook para ${name}`,
  key: {
    mailgun: 'Clave de firma («HTTP webhook signing key»)',
    sendgrid: 'Clave de verificación («Verification key»)',
    ses: 'ARN del tema de SNS',
    postmark: 'Contraseña del webhook',
  },
  keySays: {
    mailgun: 'En Mailgun, en «Sending», «Webhooks».',
    sendgrid: 'En SendGrid, en «Mail Settings», «Event Webhook», una vez activado el webhook firmado.',
    ses: 'En Amazon SNS, en «Topics»; empieza por arn:aws:sns.',
    postmark:
      'Postmark no firma nada, así que solo esto demuestra que un informe es suyo: 20 caracteres o más, elegidos al azar.',
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
    ses: [
      'En Amazon SNS, crea un tema de tipo «Standard» y copia su ARN en el campo de abajo antes de seguir.',
      'En el tema, crea una suscripción con el protocolo HTTPS y la dirección de arriba como «endpoint». Deja desactivada la opción «raw message delivery». Readout la confirma por sí mismo.',
      'En Amazon SES, añade al «configuration set» con el que envías un destino de eventos («event destination»): ese tema, con todos los tipos de evento.',
      'Pon en cada mensaje las etiquetas («tags») readout_issue (el identificador de la edición) y readout_token (el token del lector, el mismo que está en los enlaces).',
    ],
    postmark: [
      'Elige una contraseña y guárdala en el campo de abajo.',
      'En Postmark, abre el «message stream» con el que envías, luego «Webhooks», y añade la dirección de arriba con Delivery, Bounce, Spam Complaint y Subscription Change. En «Basic auth credentials» pon readout como usuario y la contraseña.',
      'Pon en cada mensaje los metadatos («metadata») readout_issue (el identificador de la edición) y readout_token (el token del lector, el mismo que está en los enlaces).',
    ],
    sendgrid: [
      'En SendGrid, abre «Settings», «Mail Settings», «Event Webhook» y añade la dirección de arriba con todos los eventos de entrega y de interacción.',
      'Activa el webhook firmado y copia su «Verification key» en el campo de abajo.',
      'Pon en cada mensaje los argumentos propios («custom arguments») readout_issue (el identificador de la edición) y readout_token (el token del lector, el mismo que está en los enlaces).',
    ],
  },
};
