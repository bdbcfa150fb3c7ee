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
    'La mitad de las personas tardó menos que esto desde el paso anterior y la otra mitad, más. No se dice nada si se conoce el tiempo de muy pocas.',
  stillPaying:
    'De quienes empezaron a pagar aquí hace el tiempo suficiente: aquellos cuya suscripción no había terminado para entonces. Quien empezó más tarde no cuenta todavía en ninguno de los dos números.',
};
