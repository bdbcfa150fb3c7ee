import { parsedUrl } from '@readout/events';
import { TOKEN_LENGTH } from '@readout/tokens';

/** Where the reader script looks for the token, and takes it out of the address: packages/reader-script/src/reader-token.ts. */
const PARAMETER = 'readout_token';
const TOKEN = new RegExp(`^[A-Za-z0-9_-]{${TOKEN_LENGTH}}$`);

/** An address on one of the publication's own sites, cut where a reader's token belongs. */
export interface OwnPage {
  readonly before: string;
  readonly after: string;
}

/**
 * Null where the address leads anywhere else, which must never learn a token, or names one already.
 * @param location as it stands in the answer's header
 * @param sites web origins
 */
export function ownPage(location: string, sites: readonly string[]): OwnPage | null {
  if (sites.length === 0) return null;
  // As a browser reads it, with all its backslashes, ports and letters of both cases.
  const url = parsedUrl(location);
  if (url === null || !sites.includes(url.origin) || url.searchParams.has(PARAMETER)) return null;
  // Spelled anew, so that no other client reads another host in it than the one that was looked at.
  const { href, hash } = url;
  const end = href.indexOf('#');
  const page = end === -1 ? href : href.slice(0, end);
  const joint = !page.includes('?') ? '?' : /[?&]$/.test(page) ? '' : '&';
  return { before: `${page}${joint}${PARAMETER}=`, after: hash };
}

/** Whether that can be a token, and not a merge tag that nobody filled in: whose it is nobody has looked at. */
export function looksLikeToken(text: string): boolean {
  return TOKEN.test(text);
}
