import type { GrowthWords } from '../shape.ts';

export const growthExperiment: GrowthWords['experiment'] = {
  back: 'Todas las ofertas y los experimentos',
  loadFailed: 'No se ha podido cargar el experimento.',
  draft: 'Un borrador: nadie ve nada de él hasta que se inicie.',
  setUp: 'Cómo está planteado',
  takesPart: (share, who) => `Participa el ${share} de ${who}`,
  who: { all: 'todos los lectores', free: 'los lectores gratuitos' },
  withVisitors: 'y de las personas sin token',
  smallest: (share) => `Un cambio del ${share} merecería la pena`,
  guarded: (measure, share) => `${measure}: no más de un ${share} peor`,
  embed: 'En tus páginas',
  embedSays:
    'Escribe en la página todas las ofertas, primero la de referencia y las demás ocultas. El script muestra a cada lector la suya; docs/experiments.md explica cómo hacerlo sin script y en el correo.',
  embedCode: 'Ofertas de este experimento',
};
