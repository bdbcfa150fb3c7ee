import type { Words } from '../shape.ts';

export const exports: Words['exports'] = {
  heading: 'Exportaciones',
  says: 'Quién ha sacado datos de esta publicación, ya sea aquí, con una clave o desde la línea de comandos.',
  none: 'Todavía no se ha exportado nada. Lo que se exporte, aquí o con una clave, aparecerá en esta lista.',
  more: 'Mostrar anteriores',
  when: 'Cuándo',
  who: 'Quién',
  what: 'Qué',
  rows: 'Filas',
  outcome: 'Cómo terminó',
  actors: {
    owner: 'Propietario, con sesión iniciada',
    operator_key: 'Clave de propietario del servidor',
    key: 'Una clave',
  },
  byKey: (name) => `Clave «${name}»`,
  whats: {
    events: 'Eventos',
    issues: 'Ediciones',
    links: 'Enlaces',
    sections: 'Secciones',
    readers: 'Lectores, como códigos',
    trials: 'Pruebas y suscripciones',
    cohorts: 'Cohortes',
    table: 'Una tabla',
    report: 'Un informe',
    sql: 'Una respuesta a SQL',
  },
  outcomes: {
    running: 'En curso',
    done: 'Completa',
    failed: 'Fallida',
    cancelled: 'Cortada',
    interrupted: 'Interrumpida',
  },
};
