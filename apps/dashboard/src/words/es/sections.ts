import type { Words } from '../shape.ts';

export const sections: Words['sections'] = {
  heading: 'Secciones',
  finding: (title) => `Donde más gente hizo clic fue en «${title}»`,
  none: 'No se han encontrado secciones',
  noneSays: 'Las secciones se toman de los encabezados y de un índice como «En esta edición».',
  paywall: 'Muro de pago',
  paywallWithin: 'El muro de pago está dentro de esta sección',
  clickers: 'Hicieron clic',
  behind: 'tras el muro de pago',
  across: 'a ambos lados del muro de pago',
  order: 'Orden de las secciones',
  inOrder: 'En su orden',
  ranked: 'Primero las de más clics',
  column: 'Sección',
};
