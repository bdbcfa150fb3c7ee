import { asksNotToBeFollowed } from './signals.ts';

export interface OfferOptions {
  /** Where offers are asked for: `https://<your Readout>/offer/`. */
  readonly endpoint: string;
  /** The issue's id, or the publication's where the page is no issue's. */
  readonly issue: string;
  /** The reader's token, where the page knows who reads; left out, it is a visitor. */
  readonly token?: string | undefined;
  /** Say also whose it is where the browser asks not to be followed (Global Privacy Control, Do Not Track). */
  readonly ignoreSignals?: boolean;
}

/** What somebody is offered. `price` is for `months`, in the currency's smallest unit. */
export interface Offered {
  /** Null: they are in none. */
  readonly experiment: string | null;
  readonly offer: {
    readonly id: string;
    readonly trialDays: number;
    readonly price: number;
    readonly months: number;
    readonly currency: string;
    readonly headline: string;
    readonly text: string;
    readonly button: string;
    readonly takesCard: boolean;
  };
}

/** Who has not been told by then sees the control: so long nobody waits for a page. */
const PATIENCE_MS = 800;

/** What the reader is offered; null where nobody says in time, or nothing is. Never rejects. */
export async function askOffer({ endpoint, issue, token, ignoreSignals }: OfferOptions): Promise<Offered | null> {
  try {
    const query = token && (ignoreSignals || !asksNotToBeFollowed()) ? `?token=${encodeURIComponent(token)}` : '';
    const answer = await fetch(endpoint + issue + query, {
      credentials: 'omit',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return answer.status === 200 ? await answer.json() : null;
  } catch {
    return null;
  }
}

/**
 * Of the variants in each `data-readout-offers` shows the one that the reader is offered, by its id in
 * `data-readout-offer`, and hides the others: until that is known all of them; the first where it is not known in time,
 * or is none of them.
 */
export async function showOffers(options: OfferOptions): Promise<Offered | null> {
  let isKnown = false;
  let offered: Offered | null = null;
  const show = () => {
    for (const place of document.querySelectorAll('[data-readout-offers]')) {
      const variants = [...place.querySelectorAll('[data-readout-offer]')];
      const theirs = variants.find((one) => one.getAttribute('data-readout-offer') === offered?.offer.id);
      const shown = isKnown ? (theirs ?? variants[0]) : undefined;
      for (const one of variants) one.toggleAttribute('hidden', one !== shown);
    }
  };
  // What comes further down the page is not there yet.
  addEventListener('DOMContentLoaded', show);
  show();
  offered = await askOffer(options);
  isKnown = true;
  show();
  return offered;
}
