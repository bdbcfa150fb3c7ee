import type { FoundLink } from './structure.ts';

/**
 * The link that no reader sees: to the publication's own site or, where it has none, to that of the first outbound
 * link. A machine that follows it lands where the issue leads anyway. Null where there is neither.
 * @param site a web origin, such as `https://letters.example`.
 */
export function honeypotIn(links: readonly FoundLink[], site: string | null): FoundLink | null {
  const home = site ?? links.find(({ kind }) => kind === 'outbound')?.url;
  return home === undefined ? null : { url: `${new URL(home).origin}/`, text: '', kind: 'honeypot', section: null };
}

/** Not `display:none`, which many gateways leave out of what they look at. Outlook knows only the last one. */
const UNSEEN =
  'display:inline-block;width:0;height:0;max-width:0;max-height:0;overflow:hidden;opacity:0;font-size:0;line-height:0;color:transparent;text-decoration:none';
const UNSEEN_BY_MAIL = `${UNSEEN};pointer-events:none;mso-hide:all`;

/**
 * No size, no words, and neither the tab key nor a screen reader comes there.
 * @param address with its quotes.
 */
export function honeypotMarkup(address: string, isAmp: boolean): string {
  // AMP for Email refuses a message over a property that it does not know.
  const style = isAmp ? UNSEEN : UNSEEN_BY_MAIL;
  return `<a href=${address} tabindex="-1" aria-hidden="true" style="${style}">&#8203;</a>`;
}
