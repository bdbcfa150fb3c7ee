import { basename } from 'node:path';
import { isAddress } from '../address.ts';
import { hideAddresses } from '../hidden-addresses.ts';
import { Oddities } from '../oddities.ts';
import type { ImportedKind, TableColumns, TableMapping } from '../source.ts';
import { plainName, readKind } from './event-kind.ts';
import { momentIn } from './moment.ts';
import { openTableFile } from './table-file.ts';

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
    'recipient_address',
    'subscriber',
    'member',
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
    'event_kind',
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
    'event_date',
    'time_stamp',
    'created_on',
    'sent_on',
    'created',
    'sent',
    'opened',
    'clicked',
    'ts',
    'fecha',
    'hora',
  ],
  url: [
    'url',
    'link',
    'link_url',
    'clicked_url',
    'click_url',
    'clicked_link',
    'destination',
    'destination_url',
    'target_url',
    'target',
    'href',
    'enlace',
  ],
  agent: ['user_agent', 'useragent', 'agent', 'ua', 'client', 'agente'],
  country: ['country', 'country_code', 'geo_country', 'geo_country_code', 'pais'],
  title: [
    'title',
    'subject',
    'email_subject',
    'campaign_name',
    'issue_title',
    'campaign_title',
    'post_title',
    'subject_line',
    'campaign_subject',
    'newsletter_title',
    'newsletter_subject',
    'newsletter_name',
    'email_title',
    'issue_name',
    'post_name',
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
    'edition_id',
    'message',
    'edicion',
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
 * @param name What its file is called, which may say what its rows are.
 * @throws {UnreadableImportError} where it is none.
 */
export async function readColumns(
  path: string,
  signal: AbortSignal = new AbortController().signal,
  name = basename(path),
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
    guess: guessMapping(file.columns, rows, name),
  };
}

/** By what a file is called, where no column says what its rows are. The first that fits. */
const FILE_NAMES: readonly (readonly [ImportedKind, RegExp])[] = [
  ['unsubscribed', /unsubscri|bajas/i],
  ['subscribed', /subscri|signup|altas/i],
  ['clicked', /click|clic/i],
  ['opened', /open|apertur|views/i],
  ['delivered', /deliver|entreg/i],
  ['bounced', /bounc|rebot/i],
  ['complained', /complain|spam/i],
  ['sent', /sent|sends|recipient|envi/i],
];

function guessMapping(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  file: string,
): Partial<TableMapping> {
  const names = columns.map(plainName);
  const taken = new Set<number>();
  const guess: { -readonly [K in Part]?: string } = {};
  const take = (part: Part, at: number): void => {
    taken.add(at);
    guess[part] = columns[at] ?? '';
  };
  /** @param isNamedSo An empty column is what its name says. */
  const holds = (part: Part, at: number, isNamedSo: boolean): boolean => {
    const fields = rows.map((fields) => fields[at] ?? '').filter((field) => field !== '');
    const test = HOLDS[part];
    if (test === undefined || fields.length === 0) return isNamedSo;
    return fields.filter(test).length > fields.length / 2;
  };
  for (const part of PARTS) {
    for (const name of NAMES[part]) {
      const at = names.findIndex((one, at) => one === name && !taken.has(at) && holds(part, at, true));
      if (at === -1) continue;
      take(part, at);
      break;
    }
  }
  for (const part of TELLING) {
    if (guess[part] !== undefined) continue;
    const at = columns.findIndex((_, at) => !taken.has(at) && holds(part, at, false));
    if (at !== -1) take(part, at);
  }
  const [every] = FILE_NAMES.find(([, shape]) => shape.test(file)) ?? [];
  return guess.kind !== undefined || every === undefined ? guess : { ...guess, everyKind: every };
}
