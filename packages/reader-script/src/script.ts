import { startReader } from './reader.ts';

/** Where the link to the page brings the reader's token along. */
const PARAMETER = 'readout_token';

/** The page as its own script tag describes it. */
const { src, dataset } = document.currentScript as HTMLScriptElement;
const { issue, token, signals } = dataset;
if (issue !== undefined) {
  startReader({
    endpoint: new URL('/b', src).href,
    issue,
    token: token ?? broughtAlong(),
    ignoreSignals: signals === 'ignore',
  });
}

/** The token in the page's address, which is taken out of it: who passes the address on is not to pass that on. */
function broughtAlong(): string | undefined {
  const address = new URL(location.href);
  const found = address.searchParams.get(PARAMETER);
  if (found === null) return undefined;
  address.searchParams.delete(PARAMETER);
  history.replaceState(history.state, '', address);
  return found;
}
