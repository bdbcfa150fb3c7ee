import type { Words } from '../shape.ts';

export const notes: Words['notes'] = {
  heading: 'Notas',
  add: 'Añade una nota: ¿qué pasó entonces?',
  text: '¿Qué pasó?',
  example: 'Mesa redonda: el moderador nombró esta edición',
  when: 'Cuándo',
  whenZone: (zone) => `hora de ${zone}`,
  keep: 'Guardar la nota',
  missing: 'La nota necesita un texto.',
  added: 'La nota está en la curva.',
  edit: 'Editar',
  editNamed: (text) => `Editar la nota «${text}»`,
  changed: 'La nota se ha cambiado.',
  remove: 'Quitar',
  removeNamed: (text) => `Quitar la nota «${text}»`,
  removed: 'La nota se ha quitado.',
};
