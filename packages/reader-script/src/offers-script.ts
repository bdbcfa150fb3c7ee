import { showOffers } from './offers.ts';
import { tokenOn } from './reader-token.ts';

/** The page as its own script tag describes it; null where another script put this one's text into the page. */
const tag = document.currentScript as HTMLScriptElement | null;
if (tag?.dataset['issue']) {
  void showOffers({
    endpoint: new URL('/offer/', tag.src).href,
    issue: tag.dataset['issue'],
    token: tokenOn(tag),
    ignoreSignals: tag.dataset['signals'] === 'ignore',
  });
}
