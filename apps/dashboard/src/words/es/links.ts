import type { Words } from '../shape.ts';
import { plural } from './plural.ts';

export const links: Words['links'] = {
  heading: 'Enlaces',
  finding: (share, text) => `El ${share} de quienes hicieron clic eligió «${text}»`,
  findingOutside: (share, text) =>
    `El ${share} de quienes hicieron clic eligió «${text}», el enlace más elegido fuera del índice`,
  none: 'Todavía no hay clics',
  noneSays: 'Los enlaces aparecen aquí ordenados por cuántas personas hicieron clic en ellos.',
  noLinks: 'Esta edición no tiene enlaces con seguimiento.',
  link: 'Enlace',
  kind: 'Tipo',
  section: 'Sección',
  clickers: 'Hicieron clic',
  share: 'Parte del total',
  clicks: 'Clics',
  machineClicks: 'De máquinas',
  clicksOn: (count, shown, text) => `${plural(count, shown, 'clic', 'clics')} en «${text}»`,
  noText: 'Enlace sin texto',
  all: (count) => `Mostrar los ${count} enlaces`,
  fewer: 'Mostrar menos',
  kinds: {
    contents: 'Índice',
    outbound: 'Externo',
    embed: 'Publicación incrustada',
    media: 'Audio o vídeo',
    call_to_action: 'Llamada a la acción',
    subscribe: 'Suscribirse',
    unsubscribe: 'Darse de baja',
    honeypot: 'Invisible',
  },
};
