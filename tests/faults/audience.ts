import { Caller } from './caller.ts';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';
/** A redirect answered later than this may have been answered before its event was on disk (patience is 1,000 ms). */
const MAY_BE_LATE_MS = 900;
const ASK_AGAIN_EVERY_MS = 100;
const ASK_AGAIN_FOR_MS = 60_000;
const ASK_AGAIN_CALLERS = 8;

/** What has been counted of an issue. */
export interface Counted {
  readonly opens: number;
  readonly clicks: number;
  /** Distinct readers who opened or clicked. */
  readonly readers: number;
}

export interface Load {
  /** Connections, each with one request at a time. */
  readonly callers?: number;
  /** How many more readers ask, at most. */
  readonly most?: number;
  /** Whether another reader asks. */
  readonly while?: () => boolean;
  /**
   * Whether an answered redirect has to be counted: not where links lead on uncounted on purpose, and where the
   * program dies only if it was answered in time.
   */
  readonly redirects?: 'kept' | 'kept in time' | 'unsure';
  readonly agent?: string;
}

/**
 * The readers of an issue, each of whom asks once: three of four for the pixel, the fourth for the link. So every
 * loss is a reader missing and every doubling an open or a click more than there are readers. Who got no answer
 * may have been heard all the same, and asks again in the end, as mail clients do.
 */
export class Audience {
  readonly #issue: string;
  readonly #link: string;
  readonly #tokens: readonly string[];
  readonly #kept = { opened: 0, clicked: 0 };
  /** Numbers of the readers of whom nobody can know whether they were heard. */
  #unsure: number[] = [];
  #asked = 0;
  #refused = 0;
  #slowest = 0;

  /** @param tokens one for each reader there may be. */
  constructor(issue: string, link: string, tokens: readonly string[]) {
    this.#issue = issue;
    this.#link = link;
    this.#tokens = tokens;
  }

  get asked(): number {
    return this.#asked;
  }
  /** Answered so that it has to be counted. */
  get kept(): number {
    return this.#kept.opened + this.#kept.clicked;
  }
  get unsure(): number {
    return this.#unsure.length;
  }
  /** Pixels answered 503. */
  get refused(): number {
    return this.#refused;
  }
  /** Milliseconds that the slowest answer took. */
  get slowest(): number {
    return this.#slowest;
  }

  /** Lets readers ask until there are no more of them, `most` have asked or `while` says no; or the connection ends. */
  async ask(address: string, load: Load = {}): Promise<void> {
    const { callers = 16, most = Number.POSITIVE_INFINITY, redirects = 'kept', agent = FIREFOX } = load;
    const until = Math.min(this.#asked + most, this.#tokens.length);
    const goesOn = load.while ?? (() => true);
    const call = async () => {
      let caller = await connected(address);
      while (caller !== null && this.#asked < until && goesOn()) {
        const reader = this.#asked++;
        try {
          const { status, took } = await caller.get(this.#pathOf(reader), this.#headersOf(reader, agent));
          this.#note(reader, status, took, redirects);
        } catch {
          this.#unsure.push(reader);
        }
        if (caller.isClosed) caller = await connected(address);
      }
      caller?.close();
    };
    await Promise.all(Array.from({ length: callers }, call));
  }

  /** Asks for readers who got no answer they can rely on, until they have one. */
  async askAgain(address: string): Promise<void> {
    const readers = this.#unsure;
    this.#unsure = [];
    const until = Date.now() + ASK_AGAIN_FOR_MS;
    const call = async () => {
      for (let reader = readers.pop(); reader !== undefined; reader = readers.pop()) {
        await this.#untilAnswered(reader, address, until);
      }
    };
    await Promise.all(Array.from({ length: ASK_AGAIN_CALLERS }, call));
  }

  /**
   * Answered is counted, and nothing is counted twice.
   * @param settled gives the figures once everything that was taken is in them.
   * @throws {Error} that says what is missing or too much.
   */
  async everythingIsCountedOnce(address: string, settled: () => Promise<Counted>): Promise<Counted> {
    const counted = await settled();
    this.nothingIsCountedTwice(counted);
    if (this.#unsure.length === 0) return counted;
    await this.askAgain(address);
    this.nobodyIsMissing(await settled());
    return counted;
  }

  /** After `askAgain`: all of them have been answered by now, so whoever is missing was answered and lost. */
  nobodyIsMissing({ readers }: Counted): void {
    if (readers !== this.#asked) throw new Error(`${this.#asked} readers were answered and ${readers} are counted`);
  }

  /** @param lost answered hits that are known to be lost. */
  nothingIsCountedTwice({ opens, clicks, readers }: Counted, lost = 0): void {
    const facts = JSON.stringify({ opens, clicks, readers, ...this.#kept, unsure: this.unsure, asked: this.#asked });
    if (opens + clicks !== readers) throw new Error(`some readers are counted twice: ${facts}`);
    if (readers < this.kept - lost) throw new Error(`${this.kept - lost - readers} answered hits are lost: ${facts}`);
    if (readers > this.kept - lost + this.unsure) throw new Error(`more is counted than was asked: ${facts}`);
    if (lost > 0) return;
    if (opens < this.#kept.opened || clicks < this.#kept.clicked) throw new Error(`answered hits are lost: ${facts}`);
  }

  async #untilAnswered(reader: number, address: string, until: number): Promise<void> {
    for (;;) {
      const { status, took } = await once(address, this.#pathOf(reader), this.#headersOf(reader, FIREFOX));
      if (this.#kindOf(reader) === 'opened' ? status === 200 : status === 302 && took < MAY_BE_LATE_MS) return;
      if (Date.now() > until) throw new Error(`asked again for ${ASK_AGAIN_FOR_MS} ms and got only ${status}`);
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN_EVERY_MS));
    }
  }

  #kindOf(reader: number): 'opened' | 'clicked' {
    return reader % 4 === 3 ? 'clicked' : 'opened';
  }

  #pathOf(reader: number): string {
    const token = this.#tokens[reader] ?? '';
    return this.#kindOf(reader) === 'opened' ? `/o/${this.#issue}/${token}.gif` : `/c/${this.#link}/${token}`;
  }

  /** As a browser sends them, from a network of its own: a crowd that clicks from one place is taken for a scanner. */
  #headersOf(reader: number, agent: string): Readonly<Record<string, string>> {
    const network = `fd00:${(reader >>> 16).toString(16)}:${(reader & 0xffff).toString(16)}`;
    const isPage = this.#kindOf(reader) === 'clicked';
    return {
      'user-agent': agent,
      'x-forwarded-for': `${network}::1`,
      accept: isPage ? 'text/html,*/*;q=0.8' : 'image/avif,image/webp,*/*;q=0.8',
      'accept-language': 'en',
      'sec-fetch-mode': isPage ? 'navigate' : 'no-cors',
    };
  }

  #note(reader: number, status: number, took: number, redirects: Load['redirects']): void {
    const kind = this.#kindOf(reader);
    this.#slowest = Math.max(this.#slowest, took);
    if (kind === 'opened' && status === 503) {
      this.#refused++;
      this.#unsure.push(reader);
    } else if (status !== (kind === 'opened' ? 200 : 302)) {
      throw new Error(`${this.#pathOf(reader)} was answered ${status}`);
    } else if (
      kind === 'clicked' &&
      (redirects === 'unsure' || (redirects === 'kept in time' && took > MAY_BE_LATE_MS))
    ) {
      this.#unsure.push(reader);
    } else {
      this.#kept[kind]++;
    }
  }
}

/** Asks for one thing on a connection of its own. */
export async function once(
  address: string,
  path: string,
  headers: Readonly<Record<string, string>> = { 'user-agent': FIREFOX },
): Promise<{ status: number; took: number }> {
  const caller = await Caller.to(address);
  try {
    return await caller.get(path, headers);
  } finally {
    caller.close();
  }
}

/** Null: nobody listens (any more). */
async function connected(address: string): Promise<Caller | null> {
  return Caller.to(address).catch(() => null);
}
