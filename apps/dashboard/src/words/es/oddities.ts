import type { ImportWords } from '../shape.ts';
import { plural } from './plural.ts';

export const oddities: ImportWords['oddities'] = {
  draft: {
    says: (count, shown) => plural(count, shown, 'borrador', 'borradores'),
    done: 'Se omite: nunca se envió ni se publicó.',
  },
  missing_text: {
    says: (count, shown) => plural(count, shown, 'entrada sin su texto', 'entradas sin su texto'),
    done: 'Será una edición sin apartados ni enlaces.',
  },
  missing_file: {
    says: (count, shown) => plural(count, shown, 'archivo que falta', 'archivos que faltan'),
    done: 'Lo que habría en él queda sin saberse. Todo lo demás se lee.',
  },
  recipients_not_kept: {
    says: (count, shown) => plural(count, shown, 'edición sin sus destinatarios', 'ediciones sin sus destinatarios'),
    done: 'Allí no se guardan. Una edición así tiene aperturas y clics, pero no tasas.',
  },
  unknown_file: {
    says: (count, shown) =>
      plural(count, shown, 'archivo que no es de la exportación', 'archivos que no son de la exportación'),
    done: 'No se lee.',
  },
  unknown_column: {
    says: (count, shown) => plural(count, shown, 'columna desconocida', 'columnas desconocidas'),
    done: 'No se lee.',
  },
  missing_column: {
    says: (count, shown) => plural(count, shown, 'columna que falta', 'columnas que faltan'),
    done: 'Lo que diría queda sin saberse.',
  },
  time_without_zone: {
    says: (count, shown) => plural(count, shown, 'hora sin zona horaria', 'horas sin zona horaria'),
    done: 'Se lee como UTC.',
  },
  unreadable_row: {
    says: (count, shown) => plural(count, shown, 'fila que no se puede leer', 'filas que no se pueden leer'),
    done: 'Se omite. Las demás se leen.',
  },
  unreadable_time: {
    says: (count, shown) => plural(count, shown, 'hora que no se puede leer', 'horas que no se pueden leer'),
    done: 'Un evento sin su hora se omite. Los demás se leen.',
  },
  unreadable_address: {
    says: (count, shown) =>
      plural(count, shown, 'fila cuya dirección no es válida', 'filas cuya dirección no es válida'),
    done: 'Se omite. Las demás se leen.',
  },
  future_time: {
    says: (count, shown) => plural(count, shown, 'hora que está en el futuro', 'horas que están en el futuro'),
    done: 'No se da por buena: un evento con ella se omite.',
  },
  repeated_row: {
    says: (count, shown) => plural(count, shown, 'fila repetida', 'filas repetidas'),
    done: 'Cuenta una sola vez.',
  },
  repeated_id: {
    says: (count, shown) => plural(count, shown, 'identificador repetido', 'identificadores repetidos'),
    done: 'Vale el primero.',
  },
  unknown_post: {
    says: (count, shown) =>
      plural(count, shown, 'dato de ninguna edición conocida', 'datos de ninguna edición conocida'),
    done: 'Se omite.',
  },
  unknown_kind: {
    says: (count, shown) =>
      plural(count, shown, 'fila de un tipo que Readout no cuenta', 'filas de un tipo que Readout no cuenta'),
    done: 'Se omite.',
  },
  other_encoding: {
    says: (count, shown) => plural(count, shown, 'archivo que no está en UTF-8', 'archivos que no están en UTF-8'),
    done: 'Se lee como Windows-1252. Comprueba después algún nombre con acentos.',
  },
  changed_title: {
    says: (count, shown) =>
      plural(
        count,
        shown,
        'entrada tiene ahora otro título o subtítulo',
        'entradas tienen ahora otro título o subtítulo',
      ),
    done: 'La edición lo adopta, salvo que aquí se le haya dado otro nombre.',
  },
  changed_text: {
    says: (count, shown) => plural(count, shown, 'entrada tiene ahora otro texto', 'entradas tienen ahora otro texto'),
    done: 'La edición queda como se importó: los lectores y los clics se contaron sobre sus apartados y enlaces.',
  },
  agent_not_kept: {
    says: (count, shown) =>
      plural(count, shown, 'apertura o clic sin su programa', 'aperturas y clics sin su programa'),
    done: 'Cuentan como de lectores, salvo los de los diez segundos siguientes a la entrega. El origen no guarda qué programa de correo era, así que las imágenes que Apple Mail cargó por adelantado no se distinguen de una lectura: habrá más lectores que en las ediciones que Readout ha medido por sí mismo.',
  },
  other: {
    says: (count, shown) =>
      plural(count, shown, 'rareza que aquí no tiene nombre', 'rarezas que aquí no tienen nombre'),
    done: 'La documentación del servidor dice más.',
  },
};
