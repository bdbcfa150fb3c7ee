import { HEADER_SHAPE, type Hit } from '@readout/events';
import type { MailClientKind } from './mail-clients.ts';

/** Who fetches: the person, or a machine of their mail provider or their gateway. */
export type Fetcher = 'person' | Exclude<MailClientKind, 'direct'>;

const { known, acceptLanguage, acceptEncoding, secFetch, clientHints, acceptsHtml, acceptsImage, acceptsAnything } =
  HEADER_SHAPE;
const LEAST = known | acceptEncoding | acceptsAnything;
const PROXY = LEAST | acceptsImage;
const MAIL_PROGRAM = LEAST | acceptLanguage | acceptsImage;
const BROWSER = LEAST | acceptLanguage | acceptsHtml | secFetch;
/** A gateway that comes as an ordinary browser asks for pages as one does, but for what only browsers add. */
const LOOKS_LIKE_A_BROWSER = LEAST | acceptLanguage | acceptsHtml;

/** What a collector notes of such a request beside its address and agent. */
export function requestOf(
  kind: Hit['kind'],
  by: Fetcher,
  address: string,
  agent: string | undefined,
): Required<Pick<Hit, 'network' | 'place' | 'shape'>> {
  const place = numberOf(address);
  if (by === 'gateway') {
    const seemsBrowser = agent !== undefined && !agent.includes('Headless');
    return { network: 'hosting', place, shape: seemsBrowser ? LOOKS_LIKE_A_BROWSER : LEAST };
  }
  if (by !== 'person') return { network: 'mail', place, shape: PROXY };
  if (kind === 'opened') return { network: 'other', place, shape: MAIL_PROGRAM };
  return { network: 'other', place, shape: agent?.includes('Chrome/') ? BROWSER | clientHints : BROWSER };
}

/**
 * A number from 1 to 2^32 - 1 in place of the keyed hash of a network (FNV-1a, 32 bit): of the whole address, since
 * those reserved for documentation are of three networks only.
 */
function numberOf(address: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < address.length; at++) hash = Math.imul(hash ^ address.charCodeAt(at), 0x01000193);
  return hash >>> 0 || 1;
}

/** Where people have their address; companies, which have gateways, and small providers are invented. */
const DOMAINS: Readonly<Record<MailClientKind, readonly string[]>> = {
  apple_privacy: ['icloud.com', 'gmail.com', 'outlook.com', 'me.com'],
  gmail: ['gmail.com'],
  yahoo: ['yahoo.com', 'yahoo.co.uk'],
  direct: ['outlook.com', 'hotmail.com', 'harbour-mail.example', 'lighthouse.example'],
  gateway: ['quayside-bank.example', 'northport-insurance.example', 'tidal-logistics.example', 'pierhead-law.example'],
};

/** The domain of a reader's address. */
export function domainOf(client: MailClientKind, reader: number): string {
  const domains = DOMAINS[client];
  return domains[reader % domains.length] ?? '';
}
