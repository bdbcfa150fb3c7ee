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
    'La mitad central de hasta 20 ediciones anteriores: una cuarta parte tuvo menos y otra cuarta parte, más. Mientras una edición tiene menos de dos días, se compara con lo que tenían aquellas a la misma edad.',
  whole: 'La edición entera, como la reciben los lectores premium.',
  cut: 'La edición como la reciben los lectores gratuitos: termina en el muro de pago. Su índice puede nombrar secciones que solo están en la versión completa.',
  quarantine: 'Eventos que no se han podido entender. No se tira nada: cada uno se guarda como llegó.',
};
