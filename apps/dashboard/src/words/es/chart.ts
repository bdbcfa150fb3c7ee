import type { Words } from '../shape.ts';

export const chart: Words['chart'] = {
  view: 'Ver como',
  asChart: 'Gráfico',
  asTable: 'Tabla',
  failed: 'No se ha podido dibujar el gráfico. La tabla tiene las mismas cifras.',
};
