import type { Words } from '../shape.ts';

export const jump: Words['jump'] = {
  machine_clicks: (times) => `En esta edición, los clics de máquinas fueron ${times} veces los habituales`,
  scanner_opens: (times) =>
    `Las aperturas de escáneres de seguridad en esta edición fueron ${times} veces las habituales`,
  newClicks: 'En esta edición hicieron clic máquinas, y normalmente no lo hacen',
  newOpens: 'Esta edición la abrieron escáneres de seguridad, y normalmente no lo hacen',
  means: ': es una pasarela de correo que mira los enlaces, no son lectores.',
  meansOpens: ': es una pasarela de correo que mira los mensajes, no son lectores.',
  uncounted: 'Nada de esto cuenta en los lectores ni en los clics.',
};
