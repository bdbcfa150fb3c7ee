import type { Words } from '../shape.ts';

export const home: Words['home'] = {
  title: 'Inicio',
};
