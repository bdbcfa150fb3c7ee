/** Requests as nobody should send them, and as everybody does; the same ones for the same seed. */

/** What the requests are about. `noise` belongs to a publication of its own: whatever becomes of it is counted apart. */
export interface Ground {
  /** Where pixels are counted. */
  readonly issue: string;
  readonly tokens: readonly string[];
  readonly noise: { readonly issue: string; readonly link: string; readonly tokens: readonly string[] };
  readonly ownerKey: string;
}

/** Bytes for one connection, as Latin-1 characters, and how they are sent. */
export interface Onslaught {
  readonly bytes: string;
  /** Requests that it is counted as. */
  readonly requests: number;
  /**
   * `answered`: every request is valid and waits for its answer; `finished`: nothing more comes after the bytes;
   * `aborted`: the connection is reset behind them; `slow`: as finished, in pieces with pauses between them.
   */
  readonly manner: 'answered' | 'finished' | 'aborted' | 'slow';
  /** Where it is known what comes back: one status for each request, and whether it is a pixel that has to be counted. */
  readonly expected: readonly { readonly statuses: readonly number[]; readonly counted: boolean }[];
}

/** A site whose pages may report. */
export const SITE = 'https://letters.example';
const AGENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0';
const MOST_AT_ONCE = 24;
/** Nothing that would be answered is ever shorter. */
const SNIPPETS = [
  ['\r\n', '\n', '\r', '\0', '\t', ' ', ':', '\xff', '\xc3\x28', '%00', '%', '../', '..%2f', '//', '\\', "'", '"', '<'],
  [
    '\r\n\r\n',
    '\r\n ',
    '\r\nHost: b',
    '\r\nContent-Length: 5',
    '\r\nContent-Length: -1',
    '\r\nTransfer-Encoding: chunked',
  ],
  [
    '\r\nConnection: close',
    '\r\nConnection: upgrade\r\nUpgrade: h2c',
    '\r\nExpect: 100-continue',
    '\r\nRange: bytes=0-',
  ],
  [
    '\r\nX-Forwarded-For: 8.8.8.8',
    '\r\nX-Forwarded-For: ::::',
    '\r\nOrigin: null',
    '\r\nCookie: a=b;=;;',
    '\r\nAccept: x',
  ],
  [
    '\r\nAccept-Encoding: gzip;q=x',
    '\r\nIf-None-Match: "',
    '\r\nAuthorization: Bearer x',
    '\r\nContent-Type: a/b',
    '0\r\n\r\n',
  ],
  [
    'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    'GET / HTTP/0.9\r\n\r\n',
    '{"v":1}',
    '[[[[[[[[[[',
    '"__proto__":{}',
    '1e999',
    '\\u0000',
  ],
].flat();

/** A source of numbers that looks random and is the same for the same seed (Mulberry32, by Tommy Ettinger). */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

export class HostileBytes {
  readonly #ground: Ground;
  readonly #below: (below: number) => number;

  constructor(ground: Ground, seed: number) {
    this.#ground = ground;
    this.#below = numbersFrom(seed);
  }

  next(): Onslaught {
    const dice = this.#below(1_000);
    if (dice < 350) return this.#sentAhead(() => this.#counted());
    if (dice < 520) return this.#sentAhead(() => (this.#below(3) === 0 ? this.#counted() : this.#valid()));
    if (dice < 760) return this.#finished(this.#damaged());
    if (dice < 860) return this.#finished(this.#cut(this.#noise()));
    if (dice < 920) return this.#finished(this.#random(1 + this.#below(600)));
    if (dice < 990) return { ...this.#finished(this.#below(2) ? this.#noise() : this.#damaged()), manner: 'aborted' };
    if (dice < 996) return this.#finished(this.#huge());
    return { ...this.#finished(this.#below(2) ? this.#noise() : this.#damaged()), manner: 'slow' };
  }

  #pick<T>(of: readonly [T, ...T[]]): T {
    return of[this.#below(of.length)] ?? of[0];
  }

  #tokenOf(tokens: readonly string[]): string {
    return tokens[this.#below(tokens.length)] ?? '';
  }

  #sentAhead(make: () => { bytes: string; statuses: readonly number[]; counted: boolean }): Onslaught {
    const all = Array.from({ length: 1 + this.#below(MOST_AT_ONCE) }, make);
    return {
      bytes: all.map(({ bytes }) => bytes).join(''),
      requests: all.length,
      manner: 'answered',
      expected: all,
    };
  }

  #finished(bytes: string): Onslaught {
    return { bytes, requests: 1, manner: 'finished', expected: [] };
  }

  #counted() {
    const { issue, tokens } = this.#ground;
    const bytes = this.#get(`/o/${issue}/${this.#tokenOf(tokens)}.gif`, this.#below(8) === 0 ? ['TE: trailers'] : []);
    return { bytes, statuses: [200], counted: true };
  }

  /** A request that is answered in a known way, and leaves the connection as it is. */
  #valid() {
    const { issue, link, tokens } = this.#ground.noise;
    const token = this.#tokenOf(tokens);
    const [bytes, ...statuses] = this.#pick<readonly [string, ...number[]]>([
      [this.#get(`/o/${issue}/${token}.gif`), 200],
      [this.#get(`/o/${issue}/${token}.gif?x=${this.#below(99)}`), 200],
      [this.#get(`/o/${this.#random(8, 0x61, 26)}/${token}`), 200],
      [this.#get(`/c/${link}/${token}`), 302],
      [this.#get(`/c/${link}/`), 302],
      [this.#get(`/c/${link}`, ['Range: bytes=0-1']), 302],
      [this.#get(`/c/22222222222${1 + this.#below(9)}/${token}`), 404],
      [this.#post('/b', '{}', ['Content-Type: text/plain']), 403],
      [this.#post(`/o/${issue}/x`, 'abc'), 405],
      [this.#get('/healthz'), 200],
      [this.#get('/api/v1/publications'), 401],
      [this.#get('/api/v1/publications/x/issues', [`Authorization: Bearer ro_${token}`]), 401],
    ]);
    return { bytes, statuses, counted: false };
  }

  /** A request of any route, valid as it is, about what is not counted. */
  #noise(): string {
    const { noise, ownerKey } = this.#ground;
    const token = this.#tokenOf(noise.tokens);
    const owner = `Authorization: Bearer ${ownerKey}`;
    const beacon = JSON.stringify({
      v: 1,
      issue: noise.issue,
      token,
      events: [{ kind: 'viewed', ago: this.#below(9_999) }],
    });
    const json = 'Content-Type: application/json';
    switch (this.#below(16)) {
      case 0:
        return this.#post('/b', beacon, [`Origin: ${SITE}`, json]);
      case 1:
        return this.#chunked('/b', beacon, [`Origin: ${SITE}`, json]);
      case 2:
        return this.#get(this.#pick(['/', '/index.html', '/welcome', '/assets/x.js', '/favicon.ico', '/robots.txt']));
      case 3:
        return this.#get(this.#pick(['/healthz', '/readyz', '/api/openapi.json', '/api/v1/sample', '/nowhere/at/all']));
      case 4:
        return this.#get(`/api/v1/publications/${this.#random(12, 0x61, 26)}/issues/${noise.issue}`, [owner]);
      case 5:
        return this.#post(`/api/v1/publications/${noise.issue}/issues`, '{"title":1,"editions":[]}', [owner, json]);
      case 6:
        return this.#post('/api/v1/session/setup', '{"code":"x","password":1}', [json]);
      case 7:
        return this.#valid().bytes;
      case 8:
        return `OPTIONS /b HTTP/1.1\r\nHost: a\r\nOrigin: ${SITE}\r\n\r\n`;
      case 9:
        return this.#pick([
          'GET / HTTP/0.9\r\n\r\n',
          'TRACE / HTTP/1.1\r\nHost: a\r\n\r\n',
          'CONNECT a:443 HTTP/1.1\r\nHost: a\r\n\r\n',
          'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
          '\x16\x03\x01\x02\x00\x01\x00',
        ]);
      case 10:
      case 11:
        return this.#get(`/c/${noise.link}/${token}`);
      default:
        return this.#get(`/o/${noise.issue}/${token}.gif`);
    }
  }

  #get(path: string, lines: readonly string[] = []): string {
    return `GET ${path} HTTP/1.1\r\nHost: letters.example\r\nUser-Agent: ${AGENT}\r\n${lines.map((line) => `${line}\r\n`).join('')}\r\n`;
  }

  #post(path: string, body: string, lines: readonly string[] = []): string {
    return this.#get(path, [...lines, `Content-Length: ${body.length}`]).replace('GET', 'POST') + body;
  }

  #chunked(path: string, body: string, lines: readonly string[]): string {
    const cut = this.#below(body.length);
    const chunks = [body.slice(0, cut), body.slice(cut)].filter((chunk) => chunk !== '');
    const framed = chunks.map((chunk) => `${chunk.length.toString(16)}\r\n${chunk}\r\n`).join('');
    return `${this.#get(path, [...lines, 'Transfer-Encoding: chunked']).replace('GET', 'POST')}${framed}0\r\n\r\n`;
  }

  #damaged(): string {
    let text = this.#noise();
    for (let times = 1 + this.#below(4); times > 0; times--) {
      const at = this.#below(text.length);
      const [before, behind] = [text.slice(0, at), text.slice(at)];
      switch (this.#below(6)) {
        case 0:
          text = before + String.fromCharCode(this.#below(256)) + behind.slice(1);
          break;
        case 1:
          text = before + behind.slice(1 + this.#below(12));
          break;
        case 2:
          text = before + this.#random(1 + this.#below(9)) + behind;
          break;
        case 3:
          text = text.slice(0, Math.min(text.length, at + this.#below(80))) + behind;
          break;
        default: {
          const lineEnd = text.indexOf('\r\n', at);
          const place = this.#below(2) && lineEnd !== -1 ? lineEnd : at;
          text = text.slice(0, place) + (SNIPPETS[this.#below(SNIPPETS.length)] ?? '') + text.slice(place);
        }
      }
    }
    return text;
  }

  #cut(text: string): string {
    return text.slice(0, 1 + this.#below(text.length - 1));
  }

  #random(length: number, from = 0, kinds = 256): string {
    let text = '';
    for (let at = 0; at < length; at++) text += String.fromCharCode(from + this.#below(kinds));
    return text;
  }

  /** More of something than there should be. */
  #huge(): string {
    const { issue } = this.#ground.noise;
    switch (this.#below(6)) {
      case 0:
        return this.#get(`/o/${issue}/${'a'.repeat(this.#below(40_000))}`);
      case 1:
        return this.#get(`/o/${issue}/x`, [`X: ${'a'.repeat(this.#below(40_000))}`]);
      case 2:
        return this.#get(`/o/${issue}/x`, Array<string>(this.#below(4_000)).fill('a:'));
      case 3:
        return this.#post('/b', ' '.repeat(this.#below(60_000)), [`Origin: ${SITE}`, 'Content-Type: text/plain']);
      case 4:
        return this.#post('/api/v1/session', '['.repeat(this.#below(60_000)), ['Content-Type: application/json']);
      default:
        return `${'A'.repeat(this.#below(20_000))} / HTTP/1.1\r\nHost: a\r\n\r\n`;
    }
  }
}
