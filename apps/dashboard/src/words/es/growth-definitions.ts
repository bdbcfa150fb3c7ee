import type { GrowthWords } from '../shape.ts';

export const growthDefinitions: GrowthWords['definitions'] = {
  delivered: 'Personas distintas a las que se entregó al menos una de estas ediciones.',
  read: 'De ellas: quienes abrieron una, o cuyo proxy de imágenes la cargó cuando la abrieron, o hicieron clic. Las máquinas no cuentan.',
  paywall_hit:
    'De ellas: quienes, sin tener acceso, tuvieron a la vista en la página web al menos la mitad del muro de pago durante un segundo o más.',
  offer_shown: 'De ellas: a quienes la página web mostró una oferta en el muro. Una página puede no mostrar ninguna.',
  trial_started: 'De quienes llegaron al muro: cuya suscripción empezó después su prueba, dentro de los días elegidos.',
  converted:
    'De quienes están en prueba: quienes pagaron por primera vez, dentro de esos mismos días. Una prueba sola no paga nada.',
  ofBefore:
    'De las personas del paso anterior. Debajo, el intervalo en el que está la verdad nueve veces de cada diez: es ancho cuando se cuenta a pocas. Una prueba se compara con quienes llegaron al muro, porque una página puede no mostrar ninguna oferta.',
  ofFirst: 'De las personas a las que se entregó una edición.',
  median:
    'De quienes dieron los dos pasos en este orden, la mitad tardó menos que esto y la otra mitad, más; la mitad central deja fuera al cuarto más rápido y al más lento. Lectura: la primera edición que alguien leyó, desde su entrega. El muro: la primera a cuyo muro llegó, desde que leyó su correo; de quien llegó a la página sin eso no se mide el tiempo. Prueba: desde el muro. Lo que llega después de los días elegidos no se mide. Donde un programa de correo oculta la apertura, la lectura es el primer clic.',
  stillPaying:
    'De quienes empezaron a pagar aquí, según la estimación de Kaplan y Meier: quien todavía no lleva tanto tiempo cuenta durante el que lleva, hasta que termine su suscripción. La verdad está en el intervalo en 19 casos de cada 20, en lo que toca al azar.',
  stillFollowed:
    'Aquellos cuya suscripción se ha seguido durante ese tiempo sin que terminara: en ellos se apoya aquí la estimación.',
  stillNaive:
    'De quienes empezaron a pagar hace ese tiempo o más: aquellos cuya suscripción no había terminado para entonces. Quien empezó más tarde no está en ninguno de los dos números, y lo que se sabe de él se pierde: ingenua.',
  kaplanMeier:
    'Estimada según Kaplan y Meier al final de la prueba más tres días de gracia: las pruebas en marcha cuentan durante el tiempo que llevan. La verdad está en el intervalo en 19 casos de cada 20, en lo que toca al azar.',
  naiveRate:
    'Convertidas ÷ iniciadas. Quien sigue en prueba aún no ha tenido ocasión de pagar y cuenta como perdido, así que es demasiado baja mientras haya pruebas en marcha, sobre todo en las semanas recientes.',
  running: 'Pruebas que han empezado y no han terminado, anuladas o no.',
  endingThisWeek: 'De las pruebas en marcha: las que terminan en los próximos siete días.',
  calledOff: 'De las pruebas en marcha: las que se han anulado. Terminan sin pago.',
  paymentFailed:
    'Primeros pagos tras una prueba que fueron rechazados, y cuántas de esas suscripciones pagaron después de todos modos.',
  forecast:
    'Primeros pagos desde que empezó el mes, y los que aún se esperan hasta que acabe de las pruebas ya empezadas, según cuándo se convierten. Las pruebas que empiecen más adelante no están incluidas.',
  cancelled: 'Anulada mientras duraba la prueba, y sin pago desde entonces.',
  expired: 'La prueba se agotó sin pago y sin que nadie la anulara.',
  pastDue: 'El primer pago falló y se está reintentando: ni ganada ni perdida.',
  trialConverted: 'Pagaron por primera vez tras la prueba.',
  againstAll:
    'Más alta o más baja cuando la tasa del total queda fuera del intervalo de la semana. Entre una docena de semanas, el azar solo ya produce alguna: una semana suelta no prueba nada.',
  mrr: 'Lo que aportan al mes las suscripciones que hay ahora: un precio anual cuenta por su doceava parte. Las pruebas no aportan nada, y lo que se paga una sola vez no es recurrente.',
  newRevenue: 'De suscripciones que pagaron ese mes por primera vez.',
  reactivation: 'De suscripciones que habían terminado y vuelven a pagar.',
  expansion: 'De suscripciones que pagan al mes más que antes.',
  contraction: 'De suscripciones que pagan al mes menos que antes, y siguen.',
  churn: 'De suscripciones que terminaron o dejaron de pagarse.',
  paid: 'Pagos recibidos, con impuestos y descuentos tal como los comunica la facturación. Un pago anual cuenta entero en su mes.',
  refunded: 'Pagos que se devolvieron, en el mes en que se devolvieron.',
  perHit:
    'Lo cobrado menos lo devuelto de quienes llegaron al muro en estos meses, dividido entre todos ellos. La verdad está en el intervalo en nueve casos de cada diez.',
  perTrial:
    'Lo cobrado menos lo devuelto de las suscripciones cuya prueba empezó en estos meses, dividido entre todas esas pruebas. La verdad está en el intervalo en nueve casos de cada diez.',
  lifetime:
    'Lo que aporta un lector que ha empezado a pagar durante los meses indicados, hasta donde se le ha seguido; lo que venga después no se adivina. La verdad está en el intervalo en nueve casos de cada diez.',
  broughtBy:
    'Lo cobrado menos lo devuelto, cada moneda aparte, de las suscripciones que se atribuyen a la edición por su último contacto.',
  unattributed: 'Suscripciones sin llegada al muro, clic ni visita a la web dentro de los días que cuentan.',
  retention:
    'Estimada según Kaplan y Meier: quien aún no lleva tantos meses pagando cuenta durante el tiempo que lleva. La verdad está en el intervalo en 19 casos de cada 20, en lo que toca al azar.',
  payers: 'Lectores cuyo primer pago cayó en esta cohorte.',
  position:
    'Cuántas de las secciones de la edición están antes del muro, como proporción de todas. El muro de un correo completo está en el 100 %.',
  viewers: 'Personas distintas en la página web, edición a edición, sumadas.',
  hitRate:
    'Llegadas ÷ lectores en la web. Quien solo lee el correo no ve nunca el muro. Debajo, el intervalo en el que está la verdad nueve veces de cada diez.',
  trialRate:
    'Pruebas ÷ llegadas. El punto es la tasa; la línea, el intervalo en el que está la verdad nueve veces de cada diez. Con menos de 20 llegadas no se dice nada.',
  promised: 'Títulos que nombra el índice de la edición y que solo contiene la versión completa.',
  lastTouch:
    'La última llegada al muro, clic en una llamada a la acción o visita a la página web antes de la suscripción, dentro de los días que cuentan. Si no hubo ninguna, la edición que indique la facturación.',
  firstTouch: 'El primero de ellos dentro de esos mismos días.',
  attributed: 'Suscripciones con un contacto así, o cuyo sistema de facturación dice qué llevó hasta ahí.',
  attributionPaid:
    'De esas suscripciones: las que ya han pagado al menos una vez. Las que están en prueba pueden llegar.',
  peopleNeeded:
    'Personas que llegan al muro y ven una de las ofertas, con las que un cambio del tamaño indicado se ve en cuatro casos de cada cinco; y donde no lo hay, se ve uno en un caso de cada veinte como mucho.',
  armPeople:
    'Personas distintas que participan y han llegado al muro, o a las que se ha mostrado la oferta, desde que empezó el experimento.',
  armTrials: 'De ellas: cuya prueba ha empezado desde entonces. Las que siguen en marcha aún pueden acabar en pago.',
  armPaid: 'De ellas: quienes han pagado por primera vez desde entonces.',
  armRevenue: 'Lo que han pagado desde entonces, menos lo reembolsado.',
  armValue:
    'El punto es lo contado; la línea, el intervalo en que está la verdad en 19 casos de cada 20, mirando una sola vez.',
  probabilityBest:
    'La probabilidad de que esta oferta sea la mejor, según lo contado hasta ahora. No basta para decidir por sí sola.',
  expectedLoss:
    'Cuánto se perdería, en promedio sobre lo que es posible, si se eligiera ahora esta oferta y otra fuera mejor.',
  lift: 'Cuánto más o menos que la referencia, como proporción de ella. El intervalo vale por mucho que se mire.',
  sampleRatio:
    'Si las personas han llegado a las ofertas como dicen los pesos. Si con seguridad no es así (p por debajo de 0,001 en alguna mirada), algo en las páginas elige quién ve qué, y nada más es fiable.',
};
