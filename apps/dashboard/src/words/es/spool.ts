import type { Words } from '../shape.ts';
import { plural } from './plural.ts';

export const spool: Words['spool'] = {
  filling: 'Se está acabando el espacio para los eventos en espera',
  full: {
    refuse: 'Se están rechazando aperturas y clics: no queda espacio para eventos en espera',
    drop: 'Se están descartando eventos: no queda espacio para los que esperan',
  },
  used: (share, room) => `Está ocupado el ${share} de ${room}`,
  waits: (count, shown) => plural(count, shown, 'evento espera', 'eventos esperan'),
  oldest: (age) => `el más antiguo desde hace ${age}`,
  willHappen: {
    refuse: 'Cuando se llene, dejarán de contarse aperturas y clics. Los enlaces siguen funcionando.',
    drop: 'Cuando se llene, se descartarán las aperturas más antiguas, luego los clics y después todo lo demás. Los enlaces siguen funcionando.',
  },
  happens: {
    refuse: 'Las aperturas y los clics no se cuentan. Los enlaces siguen funcionando.',
    drop: 'Primero se van las aperturas más antiguas, luego los clics y después todo lo demás. Los enlaces siguen funcionando.',
  },
  refused: (count, shown) =>
    `Hasta ahora ${plural(count, `se ${count === 1 ? 'ha' : 'han'} rechazado ${shown}`, 'petición', 'peticiones')}.`,
  dropped: (what) => `Descartado hasta ahora: ${what}.`,
  opens: (count, shown) => plural(count, shown, 'apertura', 'aperturas'),
  clicks: (count, shown) => plural(count, shown, 'clic', 'clics'),
  others: (count, shown) => plural(count, shown, 'evento de otro tipo', 'eventos de otro tipo'),
  todo: 'Qué hacer: mira en el registro de Readout por qué nada los recoge, o da más espacio a los eventos en espera con READOUT_LOG_MAX_MB.',
};
