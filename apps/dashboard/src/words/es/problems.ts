import type { Words } from '../shape.ts';
import { refusal, refusedField } from './refusals.ts';

export const problems: Words['problems'] = {
  detail: refusal,
  field: refusedField,
  heading: 'No ha funcionado',
  unreachable: 'Readout no responde. ¿Sigue en marcha? No se pierde nada de lo escrito; vuelve a intentarlo.',
  unknown: (status) => `Readout ha respondido con un error (${status}) sin dar el motivo. Su registro dice más.`,
  notFoundTitle: 'Aquí no hay nada',
  notFound: 'Esta dirección no es de ninguna página, o es de una edición o una publicación que se ha quitado.',
  crashTitle: 'Esta página ha tropezado',
  crash: 'La ha detenido un error de la interfaz. Tus cifras están a salvo. Suele bastar con volver a cargarla.',
  home: 'Ir al inicio',
};
