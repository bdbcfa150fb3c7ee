import type { Words } from '../shape.ts';

export const create: Words['create'] = {
  title: 'Nueva edición',
  says: 'Pega lo que vas a enviar. Te lo devolvemos con un píxel al final y seguimiento en los enlaces; lo demás queda igual, byte a byte.',
  whole: 'Versión completa',
  wholeSays: 'La que reciben los lectores premium, o todo el mundo si nada queda tras un muro de pago.',
  cut: 'Versión recortada',
  cutSays: 'La que reciben los lectores gratuitos, si termina en un muro de pago.',
  optional: 'opcional',
  addCut: 'Añadir la versión recortada, para lectores gratuitos',
  removeCut: 'Quitar la versión recortada',
  html: 'HTML',
  htmlHere: 'Pega aquí el HTML o suelta un archivo',
  chooseFile: 'Elegir un archivo',
  dropNow: 'Suéltalo aquí',
  size: (size) => `${size} de HTML`,
  large: (name, size) => `${name}, ${size}. Es demasiado largo para editarlo aquí; se envía tal cual.`,
  clear: 'Vaciar',
  wholeMissing: 'Pega el HTML de la versión completa o suelta su archivo.',
  cutMissing: 'Pega el HTML de la versión recortada o quítala.',
  tooLong:
    'Una versión puede ocupar 5 MB. Suelen pasarse por las imágenes incrustadas (data:): pon en su lugar un enlace a la imagen.',
  notText: 'Ese archivo no es texto. Guarda el mensaje como HTML y suelta ese archivo.',
  issueTitle: 'Título',
  issueTitleRule: 'Si se deja vacío, se toma del título del HTML o de su primer encabezado.',
  sentAt: 'Enviada',
  sentAtRule: (zone) =>
    `En la hora de ${zone}. Déjalo vacío si aún no ha salido: se fija al registrar los destinatarios.`,
  sender: 'La envías con',
  senderRule: 'Decide la etiqueta de combinación: lo que tu servicio de envío sustituye por el token de cada lector.',
  mergeTag: 'Etiqueta de combinación',
  mergeTagRule:
    'Crea un campo con este nombre en tu servicio de envío; guarda un token por lector, para todas las ediciones.',
  other: 'Otro servicio de envío',
  submit: 'Crearla y obtener su HTML',
};
