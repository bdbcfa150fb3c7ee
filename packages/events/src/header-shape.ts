/** Request headers beyond the agent, as a bit mask: what a collector can note cheaply, and nothing that names anybody. */
export const HEADER_SHAPE = {
  acceptLanguage: 1,
  acceptEncoding: 2,
  /** Any of the `Sec-Fetch-*` headers. */
  secFetch: 4,
  /** `Sec-CH-UA`. */
  clientHints: 8,
  referer: 16,
  cookie: 32,
  acceptsHtml: 64,
  acceptsImage: 128,
  acceptsAnything: 256,
  /** Always set by `shapeOf`: without it nothing was recorded, and nothing follows from what is missing. */
  known: 512,
} as const;

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** The shape of a request. `headers` have lower-case names, as Node gives them. */
export function shapeOf(headers: Headers): number {
  const { accept } = headers;
  const types = accept === undefined ? '' : typeof accept === 'string' ? accept : accept.join();
  return (
    HEADER_SHAPE.known |
    (headers['accept-language'] ? HEADER_SHAPE.acceptLanguage : 0) |
    (headers['accept-encoding'] ? HEADER_SHAPE.acceptEncoding : 0) |
    (headers['sec-fetch-mode'] || headers['sec-fetch-dest'] || headers['sec-fetch-site'] ? HEADER_SHAPE.secFetch : 0) |
    (headers['sec-ch-ua'] ? HEADER_SHAPE.clientHints : 0) |
    (headers['referer'] ? HEADER_SHAPE.referer : 0) |
    (headers['cookie'] ? HEADER_SHAPE.cookie : 0) |
    (types.includes('text/html') ? HEADER_SHAPE.acceptsHtml : 0) |
    (types.includes('image/') ? HEADER_SHAPE.acceptsImage : 0) |
    (types.includes('*/*') ? HEADER_SHAPE.acceptsAnything : 0)
  );
}
