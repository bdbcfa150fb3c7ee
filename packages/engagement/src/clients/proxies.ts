/** Clients that stand between a reader and us, or fetch in a reader's stead: their labels. */
export const APPLE_PRIVACY = 'Apple Mail privacy';
export const GMAIL_PROXY = 'Gmail proxy';
export const GMAIL_PREFETCH = 'Gmail prefetch';
export const YAHOO_PROXY = 'Yahoo proxy';
export const HEY_PROXY = 'HEY proxy';
export const OTHER_PROXY = 'Mail image proxy';

/** The label of a mail provider's proxy by its user agent; null for everything else. Sources: docs/mail-machines.md and each line. */
export function proxyOf(agent: string): string | null {
  // Apple Mail Privacy Protection sends exactly this and no more.
  if (agent === 'Mozilla/5.0') return APPLE_PRIVACY;
  if (agent.includes('GoogleImageProxy')) return GMAIL_PROXY;
  // A browser that never was, as both Chrome 42 and Edge 12 with another Mozilla behind.
  if (agent.includes('Chrome/42.0.2311.135 Safari/537.36 Edge/12.246')) return GMAIL_PREFETCH;
  // help.yahoo.com/kb/yahoo-mail-proxy-SLN28749.html
  if (agent.includes('YahooMailProxy')) return YAHOO_PROXY;
  // hey.com/image-proxy: asks for the pictures of messages that are looked at.
  if (agent.startsWith('hey.com/imageproxy')) return HEY_PROXY;
  // Others name themselves in the same manner: SeznamEmailProxy and the like.
  return /\bE?-?mail-?(?:Image)?-?Proxy\b|^\w*(?:Mail|Email)(?:Image)?Proxy\b/i.test(agent) ? OTHER_PROXY : null;
}
