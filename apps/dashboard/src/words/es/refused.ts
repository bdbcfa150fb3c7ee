import type { Words } from '../shape.ts';

export const refused: Words['refused'] = {
  'inconsistent-counts':
    'Los recuentos se contradicen, y no deberían. Puede ayudar rehacer todas las cifras (en los ajustes).',
  'nothing-hidden': 'Ningún mensaje se cargó por adelantado: los lectores contados son todos los que hay.',
  'no-seen-readers': 'Aún no lo ha leído nadie cuyas aperturas puedan verse, y la estimación se basa en ellas.',
  'too-few-clicks':
    'Han hecho clic muy pocos para saberlo. Hacen falta diez personas con clic cuyas aperturas se ven y otras diez cuyas aperturas quedan ocultas.',
  'clicks-not-explained':
    'Tras el proxy de Apple hicieron clic más de los que pueden haber leído: algunos de esos clics son probablemente de una máquina.',
  'readers-not-kept': 'Esta publicación no guarda quién abre ni quién hace clic, y la estimación se basa en eso.',
};
