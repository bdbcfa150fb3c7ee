/** What the API's codes mean; what it says besides, in English, is added where the code alone does not say what to do. */
const CODES: Readonly<Record<string, (detail: string) => string>> = {
  malformed_request: (detail) => `No se ha podido leer la petición. Readout dice: «${detail}»`,
  invalid_request: (detail) => `La petición tiene errores. Readout dice: «${detail}»`,
  invalid_cursor: () => 'Esta lista ha cambiado entretanto. Vuelve a cargar la página.',
  unauthenticated: () => 'Primero hay que iniciar sesión.',
  wrong_credentials: (detail) =>
    /\bcode\b/.test(detail)
      ? 'Ese no es el código. Apareció en el terminal al arrancar Readout.'
      : 'Esa no es la contraseña.',
  forbidden: () => 'Esto solo puede hacerlo el propietario.',
  readers_not_shown: () =>
    'Aquí solo se muestran grupos de lectores. Para ver a lectores sueltos deben permitirlo quien lleva este Readout y el propietario de la publicación.',
  cross_site: () => 'La petición venía de otro sitio y no se ha atendido.',
  not_found: () => 'Ya no está: se ha quitado entretanto, o nunca estuvo.',
  conflict: (detail) => CONFLICTS[detail] ?? `Ahora mismo no es posible. Readout dice: «${detail}»`,
  body_too_large: (detail) => {
    const most = /more than ([\d,]+) MB/.exec(detail)?.[1]?.replaceAll(',', '.');
    return most === undefined
      ? 'Es demasiado grande para enviarlo de una vez.'
      : `El archivo tiene más de ${most} MB, lo máximo que admite este servidor. Quien lo lleva puede subir READOUT_IMPORT_MAX_MB.`;
  },
  address_too_long: () => 'La dirección es demasiado larga.',
  unsupported_media_type: () => 'Readout solo entiende JSON en esta dirección.',
  unsafe_destination: (detail) => {
    const link = /“(.*?)”/s.exec(detail)?.[1];
    return `${link === undefined ? 'Un enlace' : `El enlace «${link}»`} podría ejecutar código o engañar al lector. Pon en su lugar una dirección https:// escrita de una pieza.`;
  },
  unprocessable: (detail) => `Así no se puede hacer. Readout dice: «${detail}»`,
  storage_full: () =>
    'En el disco del servidor no cabe este archivo. No se ha guardado nada de él. Haz sitio y vuelve a enviarlo.',
  too_many_requests: (detail) =>
    `Demasiadas peticiones seguidas. Espera ${/(\d+) s\b/.exec(detail)?.[1] ?? 60} s y sigue.`,
  exports_busy: () => 'Ya hay varias exportaciones en marcha. Vuelve a intentarlo cuando termine una.',
  too_many_attempts: (detail) =>
    `Demasiados intentos fallidos. Prueba otra vez en ${/\d+/.exec(detail)?.[0] ?? 15} min.`,
  internal: () => 'No se ha hecho lo que pedías. El registro del servidor dice por qué.',
  log_unavailable: () => 'No se ha registrado nada. Comprueba el espacio en disco del servidor y vuelve a intentarlo.',
  unavailable: () => 'Ahora mismo no responde. No se ha perdido ni cambiado nada; vuelve a intentarlo enseguida.',
};

/** Of the conflicts those that a click in the interface can lead to, by the API's sentence: they share one code. */
export const CONFLICTS: Readonly<Record<string, string>> = {
  'This installation has its owner already. Sign in with the password.':
    'Esta instalación ya tiene propietario. Inicia sesión con la contraseña.',
  'There is no password yet. Choose one with the code from the terminal.':
    'Todavía no hay contraseña. Elige una con el código del terminal.',
  'The sample is there already.': 'La muestra ya está cargada.',
  'The sample is being loaded already.': 'La muestra ya se está cargando.',
  'The sample is being removed. Load it after that.': 'La muestra se está quitando. Cárgala después.',
  'The sample is not all there. Wait until it is loaded, or remove it.':
    'La muestra no está entera. Espera a que se cargue, o quítala.',
  'This import is done. Begin a new one: what is there counts once.':
    'Esta importación ya ha terminado. Empieza otra: lo que ya está solo cuenta una vez.',
  'It is under way. Cancel it first.': 'Está en marcha. Detenla primero.',
  'Nothing of it is under way.': 'No hay nada en marcha que detener.',
  'Another import of this publication is under way, or this one was begun in this moment. Wait until it is done.':
    'Hay otra importación de esta publicación en marcha, o esta acaba de empezar. Espera a que termine.',
  'The files of this import are on another server of the cluster, or are gone. Begin a new one.':
    'Los archivos de esta importación están en otro servidor o ya no están. Empieza otra.',
  'Several previews are being made already. Try again in a moment.':
    'Ya se están probando reglas varias veces a la vez. Vuelve a intentarlo en un momento.',
};

/** What is asked of a field, by the last part of its path that has a name here. */
const FIELDS: Readonly<Record<string, string>> = {
  code: 'No es el código del terminal.',
  password: 'La contraseña necesita entre 10 y 200 caracteres.',
  name: 'Hace falta un nombre que no sea demasiado largo.',
  label: 'Hace falta un nombre que no sea demasiado largo.',
  expiresAt: 'Hace falta una fecha que esté por venir.',
  timeZone: 'No es una zona horaria. Ejemplo: Europe/Madrid.',
  sites: 'Escribe solo la dirección del sitio, sin página ni usuario. Ejemplo: https://boletin.example.',
  title: 'Dale un título a la edición: el HTML no tiene ni título ni encabezado.',
  sentAt: 'No es una fecha con su hora, entre 1990 y 2099.',
  mergeTag:
    'No es una etiqueta de combinación: ningún servicio de envío la sustituiría. Ejemplos: {{ token }}, *|TOKEN|*, %%token%%, %TOKEN%, [[token]].',
  html: 'El HTML de esta versión está vacío o es demasiado largo.',
  client: 'Una parte del nombre del programa, de 100 caracteres como mucho.',
  range: 'Un rango se escribe como 192.0.2.0/24 o 2001:db8:1::/48, ni más ancho ni más estrecho.',
  domain: 'Un dominio se escribe como example.org.',
  trialDays: 'Un número entero de días, de 0 a 365.',
  price: 'No es un importe de esta moneda, o es demasiado grande.',
  months: 'Un número entero de meses, de 1 a 120.',
  currency: 'No es una moneda. Son las tres letras de ISO 4217, como EUR.',
  headline: 'Hace falta un titular, de 200 caracteres como mucho.',
  text: 'El texto tiene 2000 caracteres como mucho.',
  button: 'Hace falta un texto para el botón, de 60 caracteres como mucho.',
  offer: 'Esta oferta no está, o ya está en la lista.',
  weight: 'Un peso es un número entero, de 1 a 1000.',
  arms: 'Un experimento compara entre 2 y 10 ofertas.',
  share: 'Tiene que participar alguien: más del 0 %, como mucho el 100 %.',
  smallestEffect: 'El cambio va de más del 0 % al 1000 %.',
  baseline: 'Una proporción va de más del 0 % al 100 %.',
  worstChange: 'Más del 0 %, como mucho el 100 %.',
  measure: 'Esta medida ya se compara o ya está vigilada.',
  when: 'Di cuándo se aplica: indica un programa, una red, un rango o un dominio.',
  secret: 'No es el secreto, que empieza por whsec_ y no lleva espacios; una clave de API no sirve.',
  account: 'Una cuenta de Stripe empieza por acct_.',
};

/** Rules have names of their own kind. */
const RULE_NAME =
  'El nombre lleva letras, cifras, espacios, guiones, guiones bajos y puntos, 60 como mucho, y no se repite.';

/** A refusal of the API in Spanish, or as it came where its code is not known here. */
export function refusal(code: string, detail: string): string {
  return CODES[code]?.(detail) ?? detail;
}

/** The same of one field of the request. */
export function refusedField(path: string, message: string): string {
  if (/^rules\.\d+\.name$/.test(path)) return RULE_NAME;
  const known = path.split('.').findLast((part) => Object.hasOwn(FIELDS, part));
  return (known === undefined ? undefined : FIELDS[known]) ?? message;
}
