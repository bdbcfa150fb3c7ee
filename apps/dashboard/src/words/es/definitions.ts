import type { Words } from '../shape.ts';

export const definitions: Words['definitions'] = {
  delivered:
    'Aceptados por el servidor de destino. Si el proveedor de correo no informa de nada, lo enviado menos lo rebotado.',
  readers:
    'Personas distintas que abrieron la edición, o cuyo proxy de imágenes (el de Gmail o el de Yahoo) la cargó cuando la abrieron, o que hicieron clic en un enlace: un clic demuestra la lectura cuando las imágenes están bloqueadas. Las máquinas no cuentan.',
  openRate: 'Lectores ÷ entregados.',
  clickers: 'Personas distintas que hicieron clic al menos en un enlace. Los clics de máquinas no cuentan.',
  clickRate: 'Tasa de clics (CTR) = personas que hicieron clic ÷ entregados.',
  clickToOpenRate:
    'Clics por apertura (CTOR) = personas que hicieron clic ÷ lectores. Substack llama a esta su tasa de clics («click rate»): compárala con esa.',
  paywallHits:
    'Personas sin acceso que tuvieron a la vista al menos la mitad del muro de pago durante un segundo o más. Cada una cuenta una vez por edición.',
  trialsStarted:
    'Suscripciones que empezaron su prueba y se atribuyen a esta edición: en ella llegaron por última vez al muro, pulsaron la llamada a la acción o vieron la página web, en los 7 días anteriores.',
  estimatedReaders:
    'Apple Mail carga todos los mensajes, se lean o no, de modo que a sus lectores solo se les ve cuando hacen clic. Cuántos son en total se estima a partir de esos clics: si hace clic uno de cada diez lectores visibles, diez clics de lectores ocultos son unos cien lectores. La cifra real está en el intervalo en nueve de cada diez ediciones, siempre que los lectores ocultos hagan clic más o menos tanto como los demás. Nunca se suma a lo contado.',
  machineOpens:
    'Cargas del píxel que no causó ningún lector: por adelantado, o de un escáner de seguridad. Se guardan y se muestran aquí, y no cuentan en ninguna otra cifra.',
  human: 'Un programa de correo o un navegador corriente, sin nada que haga pensar en una máquina. Cuenta como lector.',
  proxied:
    'Un proxy de imágenes que carga cuando el lector abre, como los de Gmail y Yahoo. Cuenta como lector, sin asignarle país.',
  prefetched:
    'Cargado tanto si alguien lo lee como si no, como hace la protección de privacidad de Apple Mail en las horas siguientes a la entrega. No cuenta como lector.',
  scanner:
    'Una pasarela de correo que mira los mensajes y sus enlaces antes que el lector, un rastreador o un comprobador de enlaces. No cuenta como lector ni como clic.',
  unclear:
    'Hay indicios de ambas cosas, o se sabe demasiado poco. No cuenta ni con las personas ni con las máquinas, y se muestra aparte.',
  machineClicks: 'Clics hechos por adelantado o por escáneres de seguridad. No cuentan en ninguna otra cifra.',
  clicks: 'Clics de personas, contando los repetidos. Los de máquinas y los dudosos no cuentan.',
  settling:
    'Una apertura o un clic se clasifica al momento, y otra vez unos minutos después según qué más se haya cargado del mismo mensaje. Hasta entonces su clase aún puede cambiar.',
  judgedReaders:
    'Lectores distintos con al menos una apertura o un clic de esa clase. Quien tiene dos clases cuenta en las dos.',
  confidence:
    'Lo segura que es la clase. Seguro: una regla decide por sí sola. Probable: la mayoría de los indicios coinciden. Por poco: unos pocos indicios en contra la habrían cambiado.',
  jump: 'Más de lo normal en las ediciones anteriores, 30 como mucho. Es un cambio en la pasarela de correo de alguien: no es cosa de los lectores, ni un éxito.',
  domain: 'Lo que sigue a la @ en la dirección a la que se envió la edición. La dirección no se guarda.',
  firstTwoDays:
    'Lectores nuevos en cada una de las primeras 48 horas desde el envío. Todas las filas comparten la misma escala.',
  usual:
    'Lo que tuvieron las últimas ediciones anteriores a esta para los mismos lectores, 30 como mucho: una de cada diez tuvo menos y una de cada diez, más. Mientras una edición tiene menos de una semana, se compara con lo que tenían aquellas a la misma edad.',
  readersOverDays:
    'Personas distintas que en estos días abrieron alguna edición, o cuyo proxy de imágenes la cargó cuando la abrieron, o que hicieron clic en un enlace. Quien lee varios días cuenta una vez; una barra muestra los de cada día.',
  clickersOverDays:
    'Personas distintas que en estos días hicieron clic en un enlace de cualquier edición. Los clics de máquinas no cuentan.',
  paywallHitsOverDays:
    'Personas sin acceso que en estos días tuvieron a la vista al menos la mitad del muro de pago durante un segundo o más. Cada una cuenta una vez por edición.',
  trialsOverDays:
    'Personas distintas cuya suscripción empezó su prueba en estos días, sea cual sea la edición que las llevó a ello.',
  convertedOverDays: 'Personas distintas que pagaron por primera vez en estos días.',
  payingReaders:
    'Lectores que han pagado y no han cancelado, ni se les ha devuelto el dinero, ni se les ha acabado, al final de cada día, según lo que hicieron sus suscripciones. De los lectores de los que no se conoce ningún pago, cuentan los que recibieron la última edición como lectores premium.',
  issuesOverDays: 'Ediciones que salieron en estos días, y cuántas veces se entregaron en total.',
  change:
    'Frente a otros tantos días anteriores, hasta la misma hora del día. El cambio real está en el intervalo con una probabilidad del 90 %. Si el intervalo va de menos a más, no se distingue del azar.',
  skippedDay:
    'Un día en el que la publicación suele salir y no salió: en las ocho semanas anteriores hubo una edición al menos tres de cada cuatro veces en el mismo día de la semana.',
  nextIssue:
    'Cuánto se aparta la tasa de apertura de la edición siguiente de la de las ediciones corrientes de alrededor y de su día de la semana. La diferencia real está en el intervalo con una probabilidad del 90 %.',
  forecast:
    'Cuántos lectores tendrá la edición una semana después del envío, según los que tiene ahora y cómo siguieron las ediciones anteriores desde la misma edad. La cifra real está en el intervalo en unas ocho de cada diez ediciones. No sabe nada de lo que pueda pasar: que la mencione alguien con muchos seguidores, por ejemplo.',
  newReaders: 'La primera edición que se les envió salió en estos 30 días.',
  engagedReaders:
    'De las ediciones que se les enviaron en 30 días leyeron al menos una cuarta parte: porque las abrieron, ellos mismos o mediante un proxy de imágenes que carga cuando abren, o porque hicieron clic. Está activo quien lee una o dos veces por semana un boletín diario, y también quien lee una vez al mes uno semanal.',
  fadingReaders:
    'Leyeron menos de una cuarta parte de las ediciones que se les enviaron en 30 días, pero algo en los últimos 90 días.',
  dormantReaders:
    'No leyeron ninguna de las ediciones que se les enviaron en 90 días, por lo que se ve. Si su lectura no se puede ver, cuentan como ocultos.',
  hiddenReaders:
    'Apple Mail carga todos los mensajes, se lean o no. A estos lectores se les cargaron tantos por adelantado que bien pueden leer una cuarta parte: nadie puede saber si están activos, se alejan o están inactivos. Solo se ven sus clics.',
  openRateDifference:
    'Cuánto más alta o más baja, en puntos porcentuales, es la tasa de apertura de las ediciones con esto que la de las demás de más o menos la misma época. El valor real está en el intervalo en nueve de cada diez casos.',
  apartFromChance:
    'Con qué frecuencia da el azar por sí solo una diferencia así, corregido por todo lo que se compara a la vez (Benjamini y Hochberg). Por debajo de una de cada diez veces se da por diferencia; de las que se dan, se espera que una de cada diez como mucho sea azar de todos modos.',
  subjectLetters:
    'Caracteres tal como se ven, con sus acentos. Los chinos, japoneses y coreanos y los emojis cuentan doble: ocupan el doble de ancho.',
  whole: 'La edición entera, como la reciben los lectores premium.',
  cut: 'La edición como la reciben los lectores gratuitos: termina en el muro de pago. Su índice puede nombrar secciones que solo están en la versión completa.',
  quarantine: 'Eventos que no se han podido entender. No se tira nada: cada uno se guarda como llegó.',
  reachedSection:
    'De los lectores de la web, los que tuvieron a la vista esta sección o una posterior. Quien llega por un enlace a la mitad cuenta en las secciones anteriores.',
  stoppedSection:
    'De los que llegaron aquí, los que no tuvieron a la vista ninguna sección posterior. De la última no dice nada.',
  offersShown: 'Personas distintas a las que la página web mostró una oferta en el muro de pago.',
  converted:
    'Primeros pagos tras esas pruebas, antes de cualquier prueba posterior del mismo lector. Llegan cuando terminan las pruebas, casi siempre una semana después.',
  range90:
    'Bajo cada tasa: el intervalo en que está la verdad en nueve de cada diez ediciones como esta. Es ancho cuando se cuenta a poca gente.',
  naiveConversion:
    'Convertidas ÷ pruebas iniciadas, cuando todas han acabado. Antes saldría demasiado baja: quien cancela lo hace primero.',
  tenure:
    'Según cuándo salió la primera edición que se le envió a un lector, visto desde el día de esta. Quien se apuntó antes que Readout cuenta desde la primera edición que se conoce.',
};
