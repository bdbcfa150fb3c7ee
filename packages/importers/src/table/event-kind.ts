import { ownText } from '../own-text.ts';
import { IMPORTED_KINDS, type ImportedKind } from '../source.ts';

/** What other systems call them, in lower case with `_` for whatever is no letter. */
const WORDS: Readonly<Record<ImportedKind, readonly string[]>> = {
  sent: ['send', 'sends', 'accepted', 'processed', 'enviado', 'enviada'],
  delivered: ['delivery', 'deliveries', 'deliver', 'delivers', 'inbox', 'entregado', 'entregada'],
  bounced: ['bounce', 'bounces', 'hard_bounce', 'hard_bounced', 'hardbounce', 'permanent_bounce', 'rebote', 'rebotado'],
  complained: [
    'complaint',
    'complaints',
    'complain',
    'spam',
    'spam_report',
    'spamreport',
    'spam_complaint',
    'abuse',
    'marked_as_spam',
  ],
  unsubscribed: [
    'unsubscribe',
    'unsubscribes',
    'unsub',
    'unsubs',
    'opt_out',
    'optout',
    'opted_out',
    'group_unsubscribe',
    'list_unsubscribe',
    'baja',
  ],
  opened: ['open', 'opens', 'view', 'views', 'viewed', 'read', 'unique_open', 'first_open', 'apertura', 'abierto'],
  clicked: ['click', 'clicks', 'link_click', 'link_clicked', 'clicked_link', 'unique_click', 'clic', 'clics'],
  subscribed: [
    'subscribe',
    'subscribes',
    'subscription',
    'signup',
    'sign_up',
    'signed_up',
    'joined',
    'opt_in',
    'optin',
    'opted_in',
    'alta',
  ],
};

const KINDS: ReadonlyMap<string, ImportedKind> = new Map(
  IMPORTED_KINDS.flatMap((kind) => [kind, ...WORDS[kind]].map((word) => [word, kind] as const)),
);

/** Words as files have them: a handful, in millions of rows. */
const read = new Map<string, ImportedKind | null>();
const MOST_READ = 1_000;

/** `open`, `Email Opened`, `message.delivered`; null: none of ours. A soft bounce is none: it was tried again. */
export function readKind(text: string): ImportedKind | null {
  const known = read.get(text);
  if (known !== undefined) return known;
  const word = plainName(text);
  const kind = KINDS.get(word) ?? KINDS.get(word.replace(/^(?:email|mail|message|e_mail)_/, '')) ?? null;
  if (read.size < MOST_READ) read.set(ownText(text), kind);
  return kind;
}

/** Of a column or a kind: `Sent At (UTC)` is `sent_at`, `eventType` is `event_type`. */
export function plainName(text: string): string {
  return text
    .replace(/\(.*?\)/g, '')
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z\d]+/g, '_')
    .replace(/^_+|_+$/g, '');
}
