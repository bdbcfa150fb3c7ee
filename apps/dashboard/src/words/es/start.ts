import type { Words } from '../shape.ts';
import { plural } from './plural.ts';

export const start: Words['start'] = {
  title: 'Empezar',
  heading: '¿Cómo quieres empezar?',
  sampleTitle: 'Echar un vistazo con una muestra',
  sample:
    'Un boletín inventado, casi diario: unas 60 ediciones en 12 semanas, 20.000 lectores, un muro de pago con prueba. En todas partes pone que es una muestra, y se quita de una vez.',
  sampleAction: 'Cargar la muestra',
  sampleThere: 'Abrir la muestra',
  createTitle: 'Preparar tu publicación',
  create:
    'Después pega el HTML de una edición, envía el que lleva seguimiento con el servicio de envío que ya usas y mira cómo se lee.',
  createAction: 'Crear la publicación',
  name: 'Nombre',
  nameMissing: 'La publicación necesita un nombre.',
  timeZone: 'Zona horaria',
  timeZoneRule: 'Las horas de envío se muestran en ella.',
  timeZoneUnknown: (text) =>
    text.trim() === ''
      ? 'Elige una zona horaria.'
      : `No hay ninguna zona horaria «${text.trim()}». Elige una de la lista, como Europe/Madrid.`,
  importTitle: 'Traer tu historial',
  import:
    'Ediciones, aperturas y suscriptores anteriores, desde Substack: usa el ZIP de tu exportación. Ves lo que hay antes de que se escriba nada.',
  importElsewhere:
    '¿Vienes de Ghost, de listmonk o con una tabla? Crea primero la publicación; desde ella podrás traerlo todo.',
  importName: 'Mi boletín',
  loadingTitle: 'Se está cargando la muestra',
  loading: 'Sus eventos siguen el mismo camino que los reales: por el registro, clasificados y contados.',
  progress: (done, total) => `${done} de ${total} eventos`,
  starting: 'Empezando…',
  secondsLeft: (seconds) => {
    const whole = Math.ceil(seconds);
    if (seconds < 1) return 'casi listo';
    return whole === 1 ? 'falta 1 segundo' : `faltan unos ${plural(whole, String(whole), 'segundo', 'segundos')}`;
  },
  minutesLeft: (minutes) =>
    minutes === 1 ? 'falta 1 minuto' : `faltan unos ${plural(minutes, String(minutes), 'minuto', 'minutos')}`,
  failed: (why) => `No se ha podido cargar la muestra: ${why}`,
};
