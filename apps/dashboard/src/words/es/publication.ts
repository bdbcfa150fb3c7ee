import type { Words } from '../shape.ts';

export const publication: Words['publication'] = {
  title: 'Ajustes de la publicación',
  saved: 'Guardado',
  notSaved: (why) => `No se ha guardado; queda como estaba. ${why}`,
  identity: 'Nombre y zona horaria',
  history: 'Historial',
  historySays: 'Ediciones, lectores y aperturas anteriores, desde Substack, Ghost, listmonk o una tabla.',
  tracking: 'Qué se recoge',
  trackingSays:
    'Lo que se desactiva deja de contarse desde ese momento; lo recogido antes se queda. Los enlaces de tus ediciones siguen funcionando en todo caso.',
  tracksOpens: {
    label: 'Aperturas',
    says: 'Cuándo se abre una edición.',
    cost: 'Sin ellas no se ve a los lectores que no hacen clic, ni se sabe cuándo se lee una edición.',
  },
  tracksClicks: {
    label: 'Clics',
    says: 'Qué enlaces se eligen.',
    cost: 'Sin ellos, los enlaces y las secciones no tienen cifras, y no se ve a los lectores cuyo correo no muestra imágenes. Los enlaces siguen funcionando.',
  },
  tracksReaders: {
    label: 'Quién abrió e hizo clic',
    says: 'De quién fue la apertura o el clic, mediante un token y nunca por la dirección.',
    cost: 'Sin ello, las personas se distinguen por su dispositivo y solo durante un día: quien vuelve otro día, o desde otro dispositivo, es un lector más.',
  },
  plantsHoneypot: {
    label: 'Un enlace que solo siguen las máquinas',
    says: 'Las ediciones nuevas llevan un enlace más, que ningún lector ve: quien lo sigue es un programa que prueba todos los enlaces de un correo, y no cuenta.',
    cost: 'Algunos filtros de correo desconfían de los enlaces ocultos, y la versión en texto que tu sistema de correo saca del HTML puede mostrarlo. Envíate antes una edición a ti.',
  },
  showsReaders: {
    label: 'Se puede ver a cada lector por separado',
    says: 'Así, tú y cualquier clave de esta publicación veis, por un número, qué abrió y en qué hizo clic cada lector, y podéis buscar una dirección. Solo tiene efecto si también lo permite quien gestiona este Readout (READOUT_ALLOW_READER_HISTORY).',
    cost: 'Los grupos responden a la mayoría de las preguntas. En muchos países, seguir a personas concretas exige su consentimiento y mencionarlo en tu aviso de privacidad.',
  },
  privacy: 'Privacidad',
  privacySays: 'Readout cuenta a los lectores por grupos. No se muestra nada más si tú no lo eliges.',
  sites: 'Sitios web',
  sitesSay:
    'Dónde están tus ediciones en la web, si usas allí el script de lectura. Puede informar desde estos sitios y desde ningún otro. El correo no necesita ninguno.',
  noSites: 'Aún no hay sitios. Añade aquel donde están tus ediciones y sus páginas podrán informar.',
  addSite: 'Dirección de un sitio',
  siteExample: 'https://boletin.example',
  siteKnown: 'Este sitio ya está en la lista.',
  add: 'Añadir',
  removeSite: 'Quitar',
  removeSiteNamed: (site) => `Quitar ${site}`,
  siteRemoved: (site) => `${site} se ha quitado: sus páginas ya no pueden informar.`,
};
