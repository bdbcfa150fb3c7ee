import { Attention, type Counts, type Extent, isInView } from './attention.ts';
import { Outbox, type PageKind } from './outbox.ts';
import { TOKEN } from './reader-token.ts';
import { asksNotToBeFollowed } from './signals.ts';

export interface ReaderOptions {
  /** Where reports go: `https://<your Readout>/b`. */
  readonly endpoint: string;
  /** The issue's id, as Readout gives it. */
  readonly issue: string;
  /** The reader's token, where the page knows who reads; left out, or what can be none (a merge tag that nobody filled in), it is a visitor. */
  readonly token?: string | undefined;
  /** Report also whose it is where the browser asks not to be followed (Global Privacy Control, Do Not Track). */
  readonly ignoreSignals?: boolean;
}

/** For pages that know better than their marks when something happens. Each is reported once for a page, and for each offer. */
export interface Reader {
  sectionRead(section: string): void;
  /** @param offer the id of the offer that goes with it, as Readout gives it; what can be none is left out. */
  paywallHit(offer?: string): void;
  offerShown(offer?: string): void;
  callToAction(offer?: string): void;
  /** Ends looking, and sends what waits: where the page shows another issue without being loaded anew. */
  stop(): void;
}

/** What the endpoint takes as the id of a section or an offer: one odd value would have it refuse the whole report. */
const ID = /^[1-9A-HJ-NP-Za-km-z]{12}$/;

/** What is looked for on the page. */
const MARKS: readonly (readonly [attribute: string, kind: PageKind, counts: Counts])[] = [
  ['data-readout-section', 'section_read', { after: 3_000, unbroken: false }],
  // Half of it for one second, as a paywall hit is defined; an offer likewise.
  ['data-readout-paywall', 'paywall_hit', { after: 1_000, unbroken: true }],
  ['data-readout-offer', 'offer_shown', { after: 1_000, unbroken: true }],
];
const OFFER = '[data-readout-offer]';
const ANY_MARK = MARKS.map(([attribute]) => `[${attribute}]`).join();
const LOOK_MS = 250;
/** Between two looks with more time than this nobody knows what was seen: the tab was away, or the machine slept. */
const LONGEST_LOOK_MS = 1_000;

/** Tells Readout what is read on this page, by its marks: see docs/reader-script.md. Never throws. */
export function startReader({ endpoint, issue, token, ignoreSignals }: ReaderOptions): Reader {
  const outbox = new Outbox({
    endpoint,
    issue,
    token: token && TOKEN.test(token) && (ignoreSignals || !asksNotToBeFollowed()) ? token : undefined,
    referrer: /^\w+:\/\/([^/]+)/.exec(document.referrer)?.[1],
  });
  const told = new Set<string>();
  const tell = (kind: PageKind, section?: string, named = '') => {
    const offer = ID.exec(named)?.[0];
    const what = kind + section + offer;
    if (!told.has(what) && (section === undefined || ID.test(section))) outbox.add(kind, section, offer);
    told.add(what);
  };
  outbox.on('click', ({ target }) => {
    const action = target instanceof Element && target.closest('[data-readout-cta]');
    if (action) tell('call_to_action', undefined, offerAt(action));
  });
  // One element may have several marks.
  const seen = MARKS.map(() => new WeakMap<Element, Attention>());
  let before = performance.now();
  const look = () => {
    const now = performance.now();
    const ms = now - before;
    const isVisible = document.visibilityState === 'visible';
    before = isVisible ? now : Number.NEGATIVE_INFINITY;
    if (!isVisible) return;
    tell('viewed');
    const marked = [...document.querySelectorAll(ANY_MARK)];
    const shown = marked.filter(isShown);
    for (const element of marked) {
      const at = shown.indexOf(element);
      for (const [mark, [attribute, kind, counts]] of MARKS.entries()) {
        const value = element.getAttribute(attribute);
        if (value === null) continue;
        const attention = seen[mark]?.get(element) ?? new Attention(counts);
        seen[mark]?.set(element, attention);
        const isSection = kind === 'section_read';
        const extent = isSection ? reach(element, shown[at + 1]) : element.getBoundingClientRect();
        const isSeen = at >= 0 && isInView(extent, innerHeight);
        if (attention.look(isSeen, ms <= LONGEST_LOOK_MS ? ms : null))
          isSection ? tell(kind, value) : tell(kind, undefined, offerAt(element));
      }
    }
  };
  const timer = setInterval(look, LOOK_MS);
  look();
  return {
    sectionRead: (section) => tell('section_read', section),
    paywallHit: (offer) => tell('paywall_hit', undefined, offer),
    offerShown: (offer) => tell('offer_shown', undefined, offer),
    callToAction: (offer) => tell('call_to_action', undefined, offer),
    stop() {
      clearInterval(timer);
      outbox.close();
    },
  };
}

/** What is not laid out (`display: none`) is nowhere, and its section is not read. */
function isShown(element: Element): boolean {
  return element.getClientRects().length > 0;
}

/** The offer that something is about: the one that is shown in it, or that it stands in. */
function offerAt(element: Element): string | undefined {
  const offer = [...element.querySelectorAll(OFFER)].find(isShown) ?? element.closest(OFFER);
  return offer?.getAttribute('data-readout-offer') ?? undefined;
}

/** A section reaches to the next mark, or to the end of what it stands in: its own mark may be on its heading alone. */
function reach(element: Element, next: Element | undefined): Extent {
  const { top, bottom } = element.getBoundingClientRect();
  const end = next?.getBoundingClientRect().top ?? element.parentElement?.getBoundingClientRect().bottom ?? bottom;
  return { top, bottom: Math.max(bottom, end) };
}
