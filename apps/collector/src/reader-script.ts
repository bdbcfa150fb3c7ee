import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const PATH = /^\/reader\.js(?:\?|$)/;
/** Pages ask for it on every visit: an hour is soon enough for a new version. */
const MAX_AGE_S = 3_600;

interface Script {
  readonly etag: string;
  readonly forms: Readonly<Record<'br' | 'gzip' | 'identity', Buffer>>;
}

let script: Script | null = null;

/** Read when the first page asks for it. */
function theScript(): Script {
  if (script !== null) return script;
  const text = readFileSync(createRequire(import.meta.url).resolve('@readout/reader-script/reader.js'));
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 16)}"`;
  script = { etag, forms: { br: brotliCompressSync(text), gzip: gzipSync(text, { level: 9 }), identity: text } };
  return script;
}

/** `GET /reader.js`: the script that pages of the publications' sites load. False: not its path, nothing done. */
export function serveReaderScript(request: IncomingMessage, response: ServerResponse): boolean {
  if (!PATH.test(request.url ?? '')) return false;
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return true;
  }
  const { etag, forms } = theScript();
  const headers = {
    'cache-control': `public, max-age=${MAX_AGE_S}`,
    etag,
    vary: 'accept-encoding',
    'x-content-type-options': 'nosniff',
    // It is for pages of other origins.
    'cross-origin-resource-policy': 'cross-origin',
    'access-control-allow-origin': '*',
  };
  if (request.headers['if-none-match']?.includes(etag)) {
    response.writeHead(304, headers).end();
    return true;
  }
  const form = encodingFor(request.headers['accept-encoding']);
  response.writeHead(200, {
    ...headers,
    ...(form === 'identity' ? {} : { 'content-encoding': form }),
    'content-type': 'text/javascript; charset=utf-8',
    'content-length': forms[form].length,
  });
  response.end(request.method === 'HEAD' ? undefined : forms[form]);
  return true;
}

/** Of what the client says it takes. Who takes one only with a weight of nothing is not met with. */
function encodingFor(accepted: string | string[] | undefined): 'br' | 'gzip' | 'identity' {
  const names = String(accepted ?? '').split(/[\s,;]+/);
  if (names.includes('br')) return 'br';
  return names.includes('gzip') ? 'gzip' : 'identity';
}
