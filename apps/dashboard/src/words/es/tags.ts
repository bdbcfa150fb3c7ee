import type { Words } from '../shape.ts';

export const tags: Words['tags'] = {
  tags: 'Etiquetas',
  add: 'Añadir etiquetas',
  edit: 'Cambiar etiquetas',
  done: 'Listo',
  field: 'Etiquetas de esta edición',
  placeholder: 'Escribe una etiqueta y pulsa Intro',
  most: 'Una edición tiene como mucho 20 etiquetas.',
};
