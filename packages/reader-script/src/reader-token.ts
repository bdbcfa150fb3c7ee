/** What can be a reader's token: a merge tag that nobody filled in is none. */
export const TOKEN = /^[\w-]{1,64}$/;

/** Where the link to the page brings the reader's token along. */
const PARAMETER = 'readout_token';

/**
 * The token that the page's own script tag has, or else the one in the page's address, which is taken out of there: who
 * passes the address on is not to pass that on.
 */
export function tokenOn({ dataset: { token } }: HTMLScriptElement): string | undefined {
  const { href } = location;
  const address = new URL(href);
  // Another script of ours may have been here before: the browser has noted with which address the page was opened.
  const opened = performance.getEntriesByType('navigation')[0]?.name ?? href;
  const brought = address.searchParams.get(PARAMETER) ?? new URL(opened).searchParams.get(PARAMETER);
  address.searchParams.delete(PARAMETER);
  try {
    if (address.href !== href) history.replaceState(history.state, '', address);
  } catch {
    // A page in a sandbox may not change its address.
  }
  return token && TOKEN.test(token) ? token : (brought ?? undefined);
}
