import { isAddress } from '../address.ts';
import { hideAddresses } from '../hidden-addresses.ts';
import { Oddities } from '../oddities.ts';
import { plainName, readKind } from './event-kind.ts';
import type { TableMapping } from './mapping.ts';
import { momentIn } from './moment.ts';
import { openTableFile } from './table-file.ts';

/** What a table looks like, before anybody has said which column is what. */
export interface TableColumns {
  readonly columns: readonly string[];
  /** The first ten; addresses are hidden. */
  readonly rows: readonly (readonly string[])[];
  /** By the columns' names and contents; what cannot be told is left out. */
  readonly guess: Partial<TableMapping>;
}

const SHOWN = 10;
const LOOKED_AT = 100;
const LONGEST_SHOWN = 200;

type Part = Exclude<keyof TableMapping, 'everyKind'>;

/** In this order of what is looked for, as what is found is taken. The best names come first. */
const NAMES: Readonly<Record<Part, readonly string[]>> = {
  address: [
    'email',
    'e_mail',
    'email_address',
    'address',
    'recipient',
    'subscriber_email',
    'member_email',
    'reader',
    'to',
    'correo',
    'correo_electronico',
    'destinatario',
  ],
  kind: [
    'event',
    'event_type',
    'kind',
    'type',
    'action',
    'event_name',
    'activity',
    'status',
    'evento',
    'tipo',
    'accion',
  ],
  time: [
    'time',
    'timestamp',
    'date',
    'event_time',
    'occurred_at',
    'created_at',
    'datetime',
    'date_time',
    'at',
    'opened_at',
    'clicked_at',
    'sent_at',
    'ts',
    'fecha',
    'hora',
  ],
  url: ['url', 'link', 'link_url', 'clicked_url', 'click_url', 'destination', 'href', 'enlace'],
  agent: ['user_agent', 'useragent', 'agent', 'ua', 'client', 'agente'],
  country: ['country', 'country_code', 'geo_country', 'pais'],
  title: [
    'title',
    'subject',
    'email_subject',
    'campaign_name',
    'issue_title',
    'campaign_title',
    'post_title',
    'titulo',
    'asunto',
  ],
  post: [
    'post',
    'post_id',
    'issue',
    'issue_id',
    'campaign',
    'campaign_id',
    'newsletter',
    'newsletter_id',
    'message_id',
    'email_id',
    'broadcast',
    'broadcast_id',
    'edition',
    'envio',
    'boletin',
    'campana',
  ],
};
const PARTS = Object.keys(NAMES) as readonly Part[];

/** What a column has to hold in most of its rows for the part; those without one are told by their name alone. */
const HOLDS: Partial<Readonly<Record<Part, (field: string) => boolean>>> = {
  address: (field) => isAddress(field.trim()),
  kind: (field) => readKind(field) !== null,
  time: (field) => momentIn(field) !== null,
  url: (field) => /^https?:\/\//i.test(field),
  agent: (field) => /^[\w.-]+\/\d|Mozilla|\(via /.test(field),
  country: (field) => /^[a-z]{2}$/i.test(field.trim()),
};
/** By contents alone, where no name says it. */
const TELLING: readonly Part[] = ['address', 'kind', 'time', 'url', 'agent'];

/**
 * Reads the beginning of a table.
 * @throws {UnreadableImportError} where it is none.
 */
export async function readColumns(
  path: string,
  signal: AbortSignal = new AbortController().signal,
): Promise<TableColumns> {
  const file = await openTableFile(path, signal);
  const rows: (readonly string[])[] = [];
  for await (const batch of file.rows(new Oddities(), signal)) {
    for (const { fields } of batch) if (rows.length < LOOKED_AT) rows.push(fields);
    if (rows.length >= LOOKED_AT) break;
  }
  return {
    columns: file.columns,
    rows: rows
      .slice(0, SHOWN)
      .map((fields) => file.columns.map((_, at) => hideAddresses((fields[at] ?? '').slice(0, LONGEST_SHOWN)))),
    guess: guessMapping(file.columns, rows),
  };
}

function guessMapping(columns: readonly string[], rows: readonly (readonly string[])[]): Partial<TableMapping> {
  const names = columns.map(plainName);
  const taken = new Set<number>();
  const guess: { -readonly [K in Part]?: string } = {};
  const take = (part: Part, at: number): void => {
    taken.add(at);
    guess[part] = columns[at] ?? '';
  };
  const holds = (part: Part, at: number): boolean => {
    const fields = rows.map((fields) => fields[at] ?? '').filter((field) => field !== '');
    const test = HOLDS[part];
    return test === undefined || (fields.length > 0 && fields.filter(test).length > fields.length / 2);
  };
  for (const part of PARTS) {
    for (const name of NAMES[part]) {
      const at = names.findIndex((one, at) => one === name && !taken.has(at) && holds(part, at));
      if (at === -1) continue;
      take(part, at);
      break;
    }
  }
  for (const part of TELLING) {
    if (guess[part] !== undefined) continue;
    const at = columns.findIndex((_, at) => !taken.has(at) && holds(part, at));
    if (at !== -1) take(part, at);
  }
  return guess;
}
