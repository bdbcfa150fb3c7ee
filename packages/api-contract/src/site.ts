import { parsedUrl } from '@readout/events';
import { z } from 'zod';

const SITE_LENGTH = 300;
const SHOWN_LENGTH = 80;
const MOST_SITES = 50;

/** A site as it is kept: its web origin, such as `https://letters.example`. */
const site = z
  .string()
  .trim()
  .max(SITE_LENGTH, `A site's address may have ${SITE_LENGTH} characters at most.`)
  .transform((text, context) => {
    const origin = originOf(text);
    if (typeof origin === 'string') return origin;
    context.addIssue({ code: 'custom', message: `${quoted(text)} ${origin.problem}` });
    return z.NEVER;
  });

/** The web sites of a publication, each once. What is sent may name a site twice, or with a slash at its end. */
export const sites = z
  .array(site)
  .max(MOST_SITES, `Give at most ${MOST_SITES} sites.`)
  .transform((all) => [...new Set(all)]);

/** The origin of a site's address, or why there is none: the rest of a sentence that begins with the address. */
function originOf(text: string): string | { readonly problem: string } {
  const url = parsedUrl(text);
  if (url === null || url.hostname === '') {
    return { problem: 'is not the address of a web site. Example: https://letters.example.' };
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return { problem: 'does not begin with https:// or http://. Example: https://letters.example.' };
  }
  if (url.username !== '' || url.password !== '') {
    return { problem: `holds a user name or a password. Give the site alone: ${url.origin}.` };
  }
  if (url.hostname.includes('*')) return { problem: 'has a placeholder. Give each site by its own name.' };
  if (url.pathname !== '/' || url.search !== '' || url.hash !== '') {
    return { problem: `is the address of a page. Give the site alone: ${url.origin}.` };
  }
  return url.origin;
}

function quoted(text: string): string {
  return `“${text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text}”`;
}
