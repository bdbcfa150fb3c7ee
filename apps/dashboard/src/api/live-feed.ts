/**
 * `connecting`: not yet open. `live`: open. `reconnecting`: it broke and is being tried again.
 * `resting`: the page is hidden; browsers allow six connections to a host, a hidden tab should hold none.
 */
export type LiveState = 'connecting' | 'live' | 'reconnecting' | 'resting';

export interface LiveFeedOptions {
  readonly url: string;
  readonly onState: (state: LiveState) => void;
  /** Issues (public ids) whose figures changed. */
  readonly onChanged: (issues: readonly string[]) => void;
  /** The feed has just opened, for the first time or again: anything may have changed before. */
  readonly onReady: () => void;
}

/** After an answer that EventSource gives up on (a 503, say), it is tried again after so long. */
const RETRY_MS = 3_000;
/** How long a page may be hidden before its connection is given up. */
const REST_MS = 30_000;

/** Listens to what changes in a publication, whatever happens to the connection. */
export class LiveFeed {
  readonly #options: LiveFeedOptions;
  #source: EventSource | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: LiveFeedOptions) {
    this.#options = options;
  }

  start(): void {
    document.addEventListener('visibilitychange', this.#look);
    this.#connect('connecting');
  }

  stop(): void {
    document.removeEventListener('visibilitychange', this.#look);
    clearTimeout(this.#timer);
    this.#close();
  }

  #connect(state: LiveState): void {
    this.#close();
    this.#options.onState(state);
    const source = new EventSource(this.#options.url);
    this.#source = source;
    source.addEventListener('ready', () => {
      this.#options.onState('live');
      this.#options.onReady();
    });
    source.addEventListener('changed', (event: MessageEvent<string>) => {
      this.#options.onChanged(issuesOf(event.data));
    });
    source.addEventListener('error', () => {
      this.#options.onState('reconnecting');
      if (source.readyState !== EventSource.CLOSED) return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#connect('reconnecting'), RETRY_MS);
    });
  }

  #close(): void {
    this.#source?.close();
    this.#source = null;
  }

  readonly #look = (): void => {
    clearTimeout(this.#timer);
    if (document.hidden) {
      this.#timer = setTimeout(() => {
        this.#close();
        this.#options.onState('resting');
      }, REST_MS);
    } else if (this.#source === null || this.#source.readyState === EventSource.CLOSED) {
      this.#connect('reconnecting');
    }
  };
}

/** Reads `{"issues":["…"]}`. What is not that names no issue. */
export function issuesOf(data: string): readonly string[] {
  try {
    const { issues }: { issues?: unknown } = JSON.parse(data);
    return Array.isArray(issues) ? issues.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}
