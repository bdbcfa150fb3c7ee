import type { Words } from '../shape.ts';
import { plural } from './plural.ts';

/** What was noticed, around the part of the message that it is about. */
const NOTICES: Readonly<Record<string, (what: string) => string>> = {
  unsupported_scheme: (what) => `${what} no es una dirección web, así que sus clics no se cuentan.`,
  invalid_url: (what) => `${what} no es una dirección válida o es demasiado larga; se ha dejado como estaba.`,
  relative_url: (what) =>
    `${what} no dice en qué sitio está, así que sus clics no se cuentan. Escribe la dirección entera.`,
  already_tracked: (what) => `${what} ya tiene seguimiento. Da el HTML como estaba antes.`,
  personal_link: (what) =>
    `${what} es distinto para cada lector, así que se ha dejado como estaba y sus clics no se cuentan.`,
  edition_differs: (what) =>
    `La sección ${what} solo está en la versión recortada. Si le cambiaste el título en una de las dos, usa el mismo en ambas.`,
  contents_without_section: (what) => `El índice nombra ${what}, y ninguna sección se llama así.`,
  no_honeypot: () =>
    'En esta edición no se ha escondido ningún enlace para máquinas: no tiene adónde llevar. Añade un sitio web en los ajustes de la publicación.',
};

export const created: Words['created'] = {
  title: 'Lista para enviar',
  heading: (title) => `«${title}» está lista para enviar`,
  headingSent: (title) => `HTML con seguimiento y destinatarios de «${title}»`,
  loadFailed: 'No se ha podido cargar el HTML con seguimiento.',
  loopback: (address) =>
    `Los enlaces con seguimiento llevan a ${address}, adonde no llegan los lectores desde fuera: pon en READOUT_PUBLIC_URL la dirección pública de Readout y vuelve a crear la edición.`,
  toIssue: 'Ir a sus cifras',
  stepHtml: 'Pon este HTML en tu servicio de envío',
  stepHtmlSays: (tag) => `En lugar del tuyo. Tu servicio de envío sustituye ${tag} por el token de cada lector.`,
  stepReaders: 'Registra quién la recibe antes de enviarla',
  stepReadersSays:
    'Dile a Readout los destinatarios y su suscripción. Responde con un token por lector: ponlo en el campo de combinación de tu servicio de envío. Cada lector conserva su token en todas las ediciones de esta publicación.',
  apiKey: 'necesita una clave de API:',
  stepWatch: 'Envíala',
  stepWatchSays: 'La primera apertura aparece en la página de la edición en menos de dos segundos.',
  found: 'Se ha encontrado',
  sections: (count, shown) => plural(count, shown, 'sección', 'secciones'),
  links: (count, shown) => plural(count, shown, 'enlace', 'enlaces'),
  paywallBefore: (title) => `El muro de pago está antes de «${title}».`,
  paywallWithin: (title) => `El muro de pago está dentro de «${title}».`,
  paywall: 'Hay un muro de pago.',
  noPaywall: 'No se ha encontrado ningún muro de pago.',
  notices: 'Conviene saber',
  notice: (code, message) => {
    const what = /“(.*?)”/s.exec(message)?.[1];
    return NOTICES[code]?.(what === undefined ? 'Un enlace' : `«${what}»`) ?? message;
  },
  wholeHtml: 'Versión completa',
  cutHtml: 'Versión recortada',
  curl: 'Orden',
};
