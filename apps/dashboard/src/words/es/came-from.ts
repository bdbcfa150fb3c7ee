import type { Words } from '../shape.ts';
import { plural } from './plural.ts';

export const cameFrom: Words['cameFrom'] = {
  heading: 'De dónde vienen las aperturas y los clics',
  by: 'Mostrar por',
  clients: 'Por programa',
  domains: 'Por dominio',
  client: 'Programa de correo',
  noClient: 'No dice cuál es',
  clientNotKept: 'El origen no lo guarda',
  others: 'Todos los demás',
  groups: {
    mail: 'programa de correo',
    browser: 'navegador',
    app: 'aplicación',
    text: 'navegador de texto',
    proxy: 'proxy de imágenes',
    machine: 'máquina',
    program: 'programa',
    other: 'desconocido',
    none: '',
    not_kept: '',
  },
  domain: 'Dominio',
  otherDomains: 'Los demás y los desconocidos',
  otherDomainsSay: 'entre ellos, los dominios con menos de cinco destinatarios',
  delivered: 'Entregados',
  openRate: 'Tasa de apertura',
  opens: 'Aperturas',
  readers: 'Lectores',
  clicks: 'Clics',
  machineClicks: 'Clics de máquinas',
  clientsFailed: 'No se han podido cargar los programas de correo.',
  domainsFailed: 'No se han podido cargar los dominios de destino.',
  noClients: 'Todavía no hay ningún programa',
  noClientsSay:
    'Los programas con los que llegan las personas y las máquinas aparecen aquí con la primera apertura o el primer clic.',
  noDomains: 'No se conoce ningún dominio',
  noDomainsSay:
    'Se conocen cuando se registran los destinatarios con su dirección, o cada uno con un «domain» al lado: POST …/recipients con {"reader": "subscriber-17", "domain": "example.org", …}. Lo que ya se envió se queda sin dominio.',
  bounced: (count, shown) => plural(count, `${shown} de ellos`, 'rebotó', 'rebotaron'),
  all: (count) => `Mostrar los ${count}`,
};
