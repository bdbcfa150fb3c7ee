import type { Words } from '../shape.ts';
import { plural } from './plural.ts';

export const whole: Words['whole'] = {
  looked: {
    heading: 'La edición',
    finding: (share, section) => `El ${share} de los lectores de la web llegó hasta «${section}»`,
    says: 'Tal como salió: los números en los enlaces son las personas que hicieron clic; la barra de la izquierda, cuántos de los lectores de la web llegaron hasta ahí.',
    saysWithoutWeb: 'Tal como salió: los números en los enlaces son las personas que hicieron clic.',
    pictures: 'Las imágenes se omiten, porque cargarlas contaría como apertura y avisaría a otros.',
    loadFailed: 'No se ha podido cargar la edición.',
    none: 'No hay HTML de esta edición',
    noneSays: 'Se incorporó sin él. Las cifras se guardan igualmente.',
    edition: 'Versión',
    editions: { whole: 'Versión premium', cut: 'Versión gratuita' },
    frame: (title) => `La edición «${title}» tal como salió`,
    scroll: 'La edición, con los clics y hasta dónde se leyó',
    links: 'Sus enlaces',
    noLinks: 'No se cuenta ningún enlace de esta versión.',
    nobodyClicked: 'Todavía no ha hecho clic nadie. Los números aparecen en los enlaces con el primer clic.',
    clickers: (count, shown) => plural(count, shown, 'persona hizo clic', 'personas hicieron clic'),
    ofClickers: (share) => `el ${share} de quienes hicieron clic`,
    byMachines: (count, shown) =>
      plural(count, shown, 'clic de máquinas, que no cuenta', 'clics de máquinas, que no cuentan'),
    webReaders: (count, shown) => plural(count, shown, 'lector de la web', 'lectores de la web'),
    cameSoFar: (share, count) => `El ${share} de los lectores de la web llegó hasta aquí (${count})`,
    paywall: 'Muro de pago',
    paywallHit: (count, shown) => plural(count, shown, 'persona llegó al muro', 'personas llegaron al muro'),
  },
  reading: {
    loadFailed: 'No se ha podido cargar hasta dónde se leyó la edición.',
    finding: (title, share) => `Donde más se deja de leer es en «${title}»: el ${share} de quienes llegaron ahí`,
    few: 'Todavía son muy pocos lectores de la web para decir dónde se deja de leer.',
    noWeb:
      'Hasta dónde se lee se sabe si la página web informa de ello (docs/reader-script.md). Un correo solo dice quién hizo clic.',
    reached: 'Llegaron aquí',
    stopped: 'Lo dejaron aquí',
    read: 'La tuvieron a la vista',
    hits: 'Llegaron aquí al muro de pago',
    wentOn: 'Siguieron leyendo tras el muro',
    beginning: 'Antes de la primera sección',
    paywallHit: (count, shown, wentOn, shownWentOn) =>
      `${plural(count, shown, 'persona llegó al muro de pago', 'personas llegaron al muro de pago')}, ${plural(wentOn, shownWentOn, 'siguió leyendo', 'siguieron leyendo')}`,
    csv: 'Secciones',
  },
  paywall: {
    heading: 'Del muro de pago al pago',
    loadFailed: 'No se ha podido cargar qué resultó del muro de pago.',
    finding: (hits, shownHits, trials, shownTrials) =>
      `${plural(hits, shownHits, 'persona llegó al muro de pago', 'personas llegaron al muro de pago')}, ${plural(trials, shownTrials, 'empezó una prueba', 'empezaron una prueba')}`,
    none: 'No se sabe de nadie que haya llegado al muro de pago',
    noneSays:
      'Quién llega se cuenta en la página web, si la página informa de ello: en docs/reader-script.md pone cómo. Un correo por sí solo no puede saberlo. Las pruebas y los pagos vienen de los cobros.',
    step: 'Paso',
    people: 'Personas',
    inAll: 'En total',
    rate: 'Tasa',
    steps: {
      hits: 'Llegaron al muro de pago',
      offersShown: 'Vieron una oferta',
      trialsStarted: 'Empezaron una prueba',
      converted: 'Pasaron a ser lectores de pago',
    },
    ofHits: 'de quienes llegaron',
    ofTrials: 'de esas pruebas',
    running: (count, shown) =>
      plural(
        count,
        shown,
        'prueba sigue en curso: qué parte se convierte se sabrá cuando acabe.',
        'pruebas siguen en curso: qué parte se convierte se sabrá cuando acaben todas.',
      ),
    alsoElsewhere: (count, shown) =>
      plural(
        count,
        shown,
        'de las pruebas la empezó alguien de quien no se sabe si llegó al muro.',
        'de las pruebas las empezaron personas de quienes no se sabe si llegaron al muro.',
      ),
    revenue: (amounts) => `Hasta ahora han pagado ${amounts}.`,
    noRevenue: 'No consta ningún pago.',
    csv: 'Del muro de pago al pago',
  },
  who: {
    heading: 'Quién lee',
    loadFailed: 'No se ha podido cargar quién lee.',
    others: 'Todos los demás',
    nobody: 'Todavía nadie.',
    noCountry: 'No se conoce ningún país.',
    tooFew: 'Son muy pocas personas para distinguirlas.',
    people: 'Personas',
    share: 'Parte',
    fewer: 'menos de 5',
    countries: 'País',
    countriesSay: (count, shown) =>
      plural(
        count,
        shown,
        'persona llegó solo por un proxy de imágenes o sin dirección, y no se le asigna país.',
        'personas llegaron solo por un proxy de imágenes o sin dirección, y no se les asigna país.',
      ),
    clients: 'Dónde se lee el correo',
    clientsSay:
      'Según las aperturas de personas o de sus proxies de imágenes. Un navegador es correo web abierto en él.',
    devices: 'Dispositivo',
    devicesSay: 'Según lo que cargaron las propias personas. Un móvil y una tableta dicen lo mismo.',
    deviceNames: { computer: 'Ordenador', phone_or_tablet: 'Móvil o tableta', unknown: 'No se sabe' },
    clientNames: {
      other: 'Un navegador desconocido',
      program: 'Un programa desconocido',
      '': 'Ninguno indicado',
      'not kept': 'El origen no lo guarda',
    },
    referrers: 'Qué llevó a la página web',
    referrersSay:
      'Los enlaces del correo y las direcciones escritas a mano no nombran ninguna página: cuentan como directos.',
    sites: { x: 'X (Twitter)', linkedin: 'LinkedIn', direct: 'Directo' },
    noWeb: 'No hubo nadie en la página web, por lo que ella informa (docs/reader-script.md).',
    tenure: 'Antigüedad',
    tenureNames: {
      new: 'Menos de 30 días',
      under_a_year: 'De 30 días a un año',
      over_a_year: 'Un año o más',
      over_a_month: '30 días o más',
    },
    tenureShort:
      'La primera edición que se conoce aquí salió menos de 30 días antes que esta: es demasiado pronto para decirlo.',
    tenureSince: (day) =>
      `Según la primera edición que se les envió. Se conocen ediciones desde el ${day}; quien ya estaba entonces cuenta desde ese día.`,
  },
  links: {
    groups: {
      all: 'Todos',
      outbound: 'Externos',
      embed: 'Publicaciones incrustadas',
      media: 'Audio y vídeo',
      call_to_action: 'Llamadas a la acción',
    },
    filter: 'Tipo de enlace',
    contents: 'Desde el índice',
    contentsSay:
      'Los enlaces del índice dicen qué sección atrajo a la gente, no a qué otro sitio se fue. Se ordenan aparte.',
    noneOfKind: 'Esta edición no tiene ningún enlace así.',
    csv: 'Enlaces',
    address: 'Dirección',
  },
};
