import type { Words } from '../shape.ts';
import { plural } from './plural.ts';

export const machines: Words['machines'] = {
  title: 'Máquinas',
  says: 'Las pasarelas de correo, los comprobadores de enlaces y el proxy de Apple también cargan tus ediciones, y se cuentan aparte de los lectores. Si vienen más a menudo, es que ha cambiado la pasarela de correo de alguien: no es un éxito; y si vienen menos, no es un fracaso.',
  loadFailed: 'No se ha podido cargar lo que hicieron las máquinas.',
  none: 'Todavía no ha salido ninguna edición',
  noneSays:
    'Cuando salgan ediciones, esta página muestra de cada una qué abrieron y en qué hicieron clic las personas y las máquinas.',
  opensFinding: (share) => `El ${share} de las aperturas son de máquinas`,
  opensByNone: 'Ninguna apertura de máquinas',
  opensNone: 'Todavía no hay aperturas',
  few: 'Son muy pocas ediciones para ver una pauta.',
  opensByClass: 'Aperturas por clase',
  perIssue: 'por edición',
  machineClicks: 'Clics de máquinas',
  perThousand: 'por cada 1.000 entregados; una línea marca dónde saltaron',
  times: (times) => `× ${times}`,
  newHere: 'nuevo',
  issue: 'Edición',
  delivered: 'Entregados',
  jumps: 'Saltos',
  jumpsSay: 'Ediciones que las máquinas cargaron mucho más a menudo que las anteriores. No son éxitos.',
  noJumpsYet: 'Han salido muy pocas ediciones para decir qué es lo normal.',
  noJumps: 'No ha habido ninguno: las máquinas han venido siempre más o menos como de costumbre.',
  jumpClicks: (times) => `los clics de máquinas fueron ${times} veces los habituales`,
  jumpOpens: (times) => `las aperturas de escáneres de seguridad fueron ${times} veces las habituales`,
  jumpNewClicks: 'hicieron clic máquinas, y normalmente no lo hacen',
  jumpNewOpens: 'la abrieron escáneres de seguridad, y normalmente no lo hacen',
  notASuccess: 'no es un éxito',
  estimate: 'Lectores que las aperturas de máquinas ocultan',
  estimateFinding: (low, high) => `Probablemente entre ${low} y ${high} lecturas en total`,
  estimateCounted: (counted, issues, shown) =>
    `Se contaron ${counted} en ${plural(issues, shown, 'edición', 'ediciones')}, cada persona una vez por edición leída.`,
  estimateHidden: (low, high, recipients) =>
    `${recipients} mensajes se cargaron por adelantado y, por lo que se ve, no los abrió nadie más; probablemente se leyeron entre ${low} y ${high} de ellos. La estimación no se suma a ninguna otra cifra.`,
  settling: (count, shown) =>
    plural(
      count,
      shown,
      'apertura o clic de los últimos minutos aún puede clasificarse de otro modo.',
      'aperturas y clics de los últimos minutos aún pueden clasificarse de otro modo.',
    ),
  rules: '¿Sabes de una máquina que pasa por lector, o al revés?',
  toRules: 'Tus propias reglas',
};
