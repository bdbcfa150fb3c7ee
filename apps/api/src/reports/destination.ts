import type { LinkMatch } from '@readout/api-contract';

/** What a link leads to, as far as it matters for being the same: the address, the page without its query, or the site. */
export function destinationOf(url: string, match: LinkMatch): string {
  if (match === 'address' || !URL.canParse(url)) return url;
  const { protocol, host, pathname } = new URL(url);
  // Of addresses without a host (mailto:) everything is the page.
  if (host === '') return url.split('?')[0] ?? url;
  const page = `${protocol}//${host}${pathname === '/' ? '/' : pathname.replace(/\/+$/, '')}`;
  return match === 'page' ? page : host.replace(/^www\./, '');
}

/** A text that every address with this destination holds. */
export function sharedText(destination: string, match: LinkMatch): string {
  if (match === 'address' || !URL.canParse(destination)) return destination;
  return new URL(destination).host || destination;
}
