import type { Words } from '../shape.ts';

export const frame: Words['frame'] = {
  switch: (name) => `Publicación: ${name}. Cambiar`,
  add: 'Añadir una publicación',
  sample: 'Publicación de muestra',
  sampleSays: 'Aquí todo es inventado.',
  sampleLoading: (percent) => `Aún se está cargando: ${percent}`,
  removeSample: 'Quitar la muestra',
  removingSample: 'Se está quitando la muestra…',
  sampleWillGo: 'Se va a quitar la muestra, con todas sus ediciones y lectores.',
  sampleGone: 'La muestra se ha quitado.',
  settings: 'Ajustes',
  growth: 'Crecimiento',
  pages: 'Páginas de esta publicación',
  live: 'En directo',
  connecting: 'Conectando',
  reconnecting: 'Sin conexión en directo, reconectando',
  liveSays: 'Las cifras se actualizan solas, en los dos segundos siguientes a una apertura o un clic.',
  reconnectingSays:
    'Se ha cortado la conexión. Las cifras se actualizan de nuevo en cuanto vuelva; mientras tanto no se pierde nada.',
};
