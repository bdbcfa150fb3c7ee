import type { Words } from '../shape.ts';

export const csv: Words['csv'] = {
  export: 'Exportar',
  exportOf: (table) => `Exportar: ${table}`,
  copy: 'Copiar como CSV',
  download: {
    csv: 'Descargar como CSV',
    xlsx: 'Descargar para Excel (XLSX)',
    json: 'Descargar como JSON',
    parquet: 'Descargar como Parquet',
    png: 'Descargar el gráfico como PNG',
    svg: 'Descargar el gráfico como SVG',
  },
  about: {
    page: 'Página',
    address: 'Dirección',
    filter: 'Filtro',
    noFilter: 'ninguno',
    definition: (term) => `Definición: ${term}`,
  },
  source: (publication, day) => `${publication} · Readout · ${day}`,
  copied: (table) => `«${table}» está en el portapapeles, como CSV.`,
  sent: 'Enviada (UTC)',
  low: (figure) => `${figure}, extremo inferior del intervalo del 90 %`,
  high: (figure) => `${figure}, extremo superior del intervalo del 90 %`,
  notMade:
    'No se ha podido componer la tabla, porque una parte de la interfaz no ha llegado. Vuelve a cargar la página.',
  failed: 'El navegador no ha dejado usar el portapapeles. Para eso, Readout necesita https o 127.0.0.1.',
};
