/** Lower case, without accents, punctuation or double spaces: for comparing what people wrote twice. */
export function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** White space folded as a browser shows it. */
export function folded(text: string): string {
  return text.replace(/[\s\u00a0\u200b\u200c\ufeff]+/g, ' ').trim();
}

/** The first `most` characters, never half of a surrogate pair. */
export function cutText(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}

/** Lines that announce an issue's contents, plain. */
const CONTENTS_TITLES = new Set([
  'in this issue',
  'in todays issue',
  'in today s issue',
  'in this edition',
  'in this letter',
  'in this post',
  'in this email',
  'in this newsletter',
  'inside this issue',
  'inside',
  'contents',
  'table of contents',
  'whats inside',
  'what s inside',
  'todays topics',
  'today',
  'today s issue',
  'todays issue',
  'on the menu',
  'at a glance',
  'en este numero',
  'en esta edicion',
  'hoy',
  'contenido',
  'indice',
  'in dieser ausgabe',
  'inhalt',
  'heute',
  'dans ce numero',
  'au sommaire',
  'sommaire',
  'nesta edicao',
  'in questo numero',
]);

export function announcesContents(line: string): boolean {
  return (
    line.length <= 40 &&
    CONTENTS_TITLES.has(plain(line).replace(/\b(this week|today)s?(?: s)? (?=issue|edition|newsletter)/, 'this '))
  );
}

export const UNSUBSCRIBE =
  /\b(unsubscribe|opt[ -]?out|manage (your )?(subscription|preferences|emails?)|(email|subscription|notification) (preferences|settings)|update (your )?preferences|abbestellen|abmelden|darse de baja|cancelar (la )?suscripci[oó]n|se d[eé]sabonner|d[eé]sinscrire|d[eé]sabonnement|disiscriviti|cancelar (a )?inscri[cç][aã]o)\b/i;

export const UNSUBSCRIBE_ADDRESS =
  /\/(unsubscribe|opt-?out|unsub|abmelden|desabonnement|baja)(?![\w-])|[?&](unsubscribe|action=unsubscribe|unsub)\b|\/action\/disable_email\b|\/(email|subscription)-?(preferences|settings)\b/i;

/** A risk premium and a clinical trial are not for sale: the words count only with what sells them. */
export const CALL_TO_ACTION =
  /\b(((go|get|try|join|become|upgrade to|start|give|gift|unlock|read)\b.{0,24}\bpremium\b|premium (edition|member\w*|subscri\w*|reader\w*|plan)|^premium$)|upgrade (to|now|your|today)|^upgrade$|free trial|\d+[ -]days?\b.{0,12}\btrial|start (your |a |my )?trial|(keep|continue) reading|become an? (paid |paying |premium |founding )?(member|subscriber|supporter)|go (paid|pro)\b|paid subscri\w*|gift (a |an )?(subscription|month|year)|support (my|our|this) work|unlock (the|this|full)|probar gratis|prueba gratis|hazte (premium|socio|suscriptor)|probemonat|kostenlos testen|essai gratuit|teste gr[aá]tis|prova gratuita)/i;

/** What invites to go on reading where a cut edition ends. */
export const OFFER = /\b(keep|continue) reading\b|\bread the rest\b|\bunlock (the|this)\b/i;

export const CALL_TO_ACTION_ADDRESS =
  /\/(premium|upgrade|trial|checkout|gift|membership|plans?|pricing)\/?(?=[?#]|$)|[?&](coupon|trial)=/i;

export const SUBSCRIBE =
  /\b(subscribe|sign up|join the list|get (it|this) (by|in your) (email|inbox)|suscr[ií]bete|suscribirse|abonnieren|anmelden|s['’]abonner|abonnez|inscreva-se|assine|iscriviti)\b/i;

export const SUBSCRIBE_ADDRESS = /\/(subscribe|signup|sign-up|join)\/?(?=[?#]|$)/i;
