import type { Words } from '../shape.ts';

export const csv: Words['csv'] = {
  copy: 'Copiar CSV',
  copyOf: (table) => `Copiar CSV: ${table}`,
  copied: (table) => `«${table}» está en el portapapeles, como CSV.`,
  sent: 'Enviada (UTC)',
  failed: 'El navegador no ha dejado usar el portapapeles. Para eso, Readout necesita https o 127.0.0.1.',
};
