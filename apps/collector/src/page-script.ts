import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** Pages ask for it on every visit: an hour is soon enough for a new version. */
const MAX_AGE_S = 3_600;

type Encoding = 'br' | 'gzip' | 'identity';

/** The scripts that pages of the publications' sites load, by the names that they have at the collector. */
const SCRIPTS = ['reader.js', 'offers.js'] as const;

/** `GET /reader.js`, or `/offers.js`. */
export class PageScript {
  readonly #path: RegExp;
  readonly #etag: string;
  readonly #forms: Readonly<Record<Encoding, Buffer>>;

  constructor(name: (typeof SCRIPTS)[number], text: Buffer) {
    this.#path = new RegExp(`^/${name.replace('.', '\\.')}(?:\\?|$)`);
    this.#etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 16)}"`;
    this.#forms = { br: brotliCompressSync(text), gzip: gzipSync(text, { level: 9 }), identity: text };
  }

  /** All of them, as they were built. @throws where they were not. */
  static built(from = '@readout/reader-script'): readonly PageScript[] {
    return SCRIPTS.map((name) => {
      const path = `${from}/${name}`;
      try {
        return new PageScript(name, readFileSync(createRequire(import.meta.url).resolve(path)));
      } catch (error) {
        throw new Error(`The script for pages, ${path}, cannot be read: build it with npm run build.`, {
          cause: error,
        });
      }
    });
  }

  /** False: not its path, nothing done. */
  serve(request: IncomingMessage, response: ServerResponse): boolean {
    if (!this.#path.test(request.url ?? '')) return false;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return true;
    }
    const headers = {
      'cache-control': `public, max-age=${MAX_AGE_S}`,
      etag: this.#etag,
      vary: 'accept-encoding',
      'x-content-type-options': 'nosniff',
      // It is for pages of other origins.
      'cross-origin-resource-policy': 'cross-origin',
      'access-control-allow-origin': '*',
    };
    if (request.headers['if-none-match']?.includes(this.#etag)) {
      response.writeHead(304, headers).end();
      return true;
    }
    const form = encodingFor(request.headers['accept-encoding']);
    response.writeHead(200, {
      ...headers,
      ...(form === 'identity' ? {} : { 'content-encoding': form }),
      'content-type': 'text/javascript; charset=utf-8',
      'content-length': this.#forms[form].length,
    });
    response.end(request.method === 'HEAD' ? undefined : this.#forms[form]);
    return true;
  }
}

/** Of what the client says it takes. Who takes one only with a weight of nothing is not met with. */
function encodingFor(accepted: string | string[] | undefined): Encoding {
  const names = String(accepted ?? '').split(/[\s,;]+/);
  if (names.includes('br')) return 'br';
  return names.includes('gzip') ? 'gzip' : 'identity';
}
