import { parsedUrl } from './parsed-url.ts';

/** A host as it is kept, as a part of an expression: in lower case, international names as the DNS has them. */
export const HOST = '[a-z0-9.-]{1,253}';
export const KEPT_HOST = new RegExp(`^${HOST}$`);
/** With a dot, and a last part that begins with a letter: neither an address nor a name within somebody's house. */
const PUBLIC_HOST = /^[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z][a-z0-9-]*$/;

/**
 * Of what a page says led to it, an URL or a host, what is kept: the host, without `www.`. Null where that is none.
 * The rest of an address says too much of who came.
 */
export function referrerHost(text: string): string | null {
  const trimmed = text.trim();
  const url = parsedUrl(trimmed.includes('://') ? trimmed : `https://${trimmed}`);
  if (url === null || url.username !== '' || url.password !== '') return null;
  const host = url.hostname
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/^www\./, '');
  return PUBLIC_HOST.test(host) && KEPT_HOST.test(host) ? host : null;
}
