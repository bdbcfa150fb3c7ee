import { startReader } from './reader.ts';

/** Where the link to the page brings the reader's token along. */
const PARAMETER = 'readout_token';

/** The page as its own script tag describes it; null where another script put this one's text into the page. */
const tag = document.currentScript as HTMLScriptElement | null;
if (tag?.dataset['issue']) {
  const { issue, token, signals } = tag.dataset;
  const brought = broughtAlong();
  startReader({
    endpoint: new URL('/b', tag.src).href,
    issue,
    token: token || brought,
    ignoreSignals: signals === 'ignore',
  });
}

/** The token in the page's address, which is taken out of it: who passes the address on is not to pass that on. */
function broughtAlong(): string | undefined {
  const address = new URL(location.href);
  const found = address.searchParams.get(PARAMETER);
  if (found === null) return undefined;
  address.searchParams.delete(PARAMETER);
  try {
    history.replaceState(history.state, '', address);
  } catch {
    // A page in a sandbox may not change its address.
  }
  return found;
}
