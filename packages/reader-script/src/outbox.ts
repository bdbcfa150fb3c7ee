/** What a page reports; see docs/beacon.md. */
export type PageKind = 'viewed' | 'section_read' | 'paywall_hit' | 'offer_shown' | 'call_to_action';

interface Waiting {
  readonly kind: PageKind;
  readonly section: string | undefined;
  readonly offer: string | undefined;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Who it is about, as it stands in every report. */
export interface Whose {
  readonly endpoint: string;
  readonly issue: string;
  readonly token: string | undefined;
  /** Host of the page that led here. */
  readonly referrer: string | undefined;
}

/** Events that happen close together go in one report. */
const GATHER_MS = 2_000;
/** As many as the endpoint takes at once. */
const MOST = 32;
/** What waited longer is refused by the endpoint. */
const OLDEST_MS = 86_400_000;
const RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 300_000;
/** Where a report is kept that could not go out because there was no network, until the next page of the same tab. */
const KEPT = 'readout-unsent';

/**
 * Sends what happened in as few requests as may be. A bad network or leaving the page loses nothing, but for a request
 * that fails after the page is gone.
 */
export class Outbox {
  readonly #whose: Whose;
  #waiting: Waiting[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #retryMs = RETRY_MS;
  #isSending = false;
  readonly #closed = new AbortController();

  constructor(whose: Whose) {
    this.#whose = whose;
    sendKept();
    this.on('online', () => {
      sendKept();
      return this.send();
    });
    // The last moment of which a page is sure to hear, on a phone as well.
    this.on('visibilitychange', () => document.visibilityState === 'hidden' && this.leave());
    this.on('pagehide', () => this.leave());
  }

  /** Hears of an event of the page before the page itself does, until this is closed. */
  on(event: string, then: (event: Event) => unknown): void {
    addEventListener(event, then, { signal: this.#closed.signal, capture: true });
  }

  add(kind: PageKind, section?: string, offer?: string): void {
    this.#waiting.push({ kind, section, offer, at: Date.now() });
    this.#timer ??= setTimeout(() => void this.send(), GATHER_MS);
  }

  async send(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#isSending || this.#waiting.length === 0) return;
    this.#isSending = true;
    const some = this.#waiting.splice(0, MOST);
    // 0: there was no answer.
    const status = await fetch(this.#whose.endpoint, {
      method: 'POST',
      body: reportOf(this.#whose, some),
      credentials: 'omit',
      keepalive: true,
    }).then(
      (response) => response.status,
      () => 0,
    );
    this.#isSending = false;
    // What was refused for what it says would be refused again.
    const isLater = status === 0 || status === 429 || status > 499;
    if (isLater) this.#waiting.unshift(...some);
    if (this.#waiting.length === 0) return;
    this.#timer = setTimeout(() => void this.send(), isLater ? this.#retryMs : 0);
    this.#retryMs = isLater ? Math.min(this.#retryMs * 2, LONGEST_RETRY_MS) : RETRY_MS;
  }

  /** The page may be about to go: what waits goes out now, or is kept where there is no network. */
  leave(): void {
    while (this.#waiting.length > 0) sendOrKeep(this.#whose, this.#waiting.splice(0, MOST));
  }

  /** Nothing comes any more. */
  close(): void {
    this.leave();
    clearTimeout(this.#timer);
    this.#closed.abort();
  }
}

function reportOf({ issue, token, referrer }: Whose, events: readonly Waiting[]): string {
  return JSON.stringify({
    v: 1,
    issue,
    token,
    referrer,
    events: events.map(({ kind, at, section, offer }) => ({
      kind,
      ago: Math.min(Math.max(0, Date.now() - at), OLDEST_MS),
      section,
      offer,
    })),
  });
}

/** Without waiting for an answer, and where there is no network for the next page of the same tab to send. */
function sendOrKeep(whose: Whose, events: readonly Waiting[]): void {
  if (navigator.onLine && navigator.sendBeacon(whose.endpoint, reportOf(whose, events))) return;
  try {
    sessionStorage.setItem(KEPT, JSON.stringify([...kept(), [whose, events]]));
  } catch {
    // Storage is forbidden or full: this report is lost, and the page goes on.
  }
}

function sendKept(): void {
  if (!navigator.onLine) return;
  try {
    const unsent = kept();
    sessionStorage.removeItem(KEPT);
    for (const [whose, events] of unsent) sendOrKeep(whose, events);
  } catch {
    // Storage is forbidden, or somebody else's text lies there: nothing is kept.
  }
}

function kept(): [whose: Whose, events: Waiting[]][] {
  return JSON.parse(sessionStorage.getItem(KEPT) ?? '[]');
}
