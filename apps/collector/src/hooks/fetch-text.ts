const TIMEOUT_MS = 5_000;
/** A certificate has two kilobytes, an answer of SNS less than one. */
const MOST_BYTES = 65_536;

/** Asks for what stands at an address. @throws where nothing came, or not what is to be believed. */
export type FetchText = (url: URL) => Promise<string>;

/** Only what the address itself answers, soon and short: it is led nowhere else. */
export const fetchText: FetchText = async (url) => {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    throw new Error(`${url.host} answered ${response.status}`);
  }
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body as AsyncIterable<Uint8Array>) {
    bytes += part.length;
    // Leaving the loop ends the request.
    if (bytes > MOST_BYTES) throw new Error(`${url.host} answered more than ${MOST_BYTES} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts, bytes).toString();
};
