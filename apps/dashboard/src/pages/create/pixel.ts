/** What the pixel of an issue says: where events go, and what the sender is to replace. */
export interface Pixel {
  /** The address under which the collector is reached, as tracked links have it. */
  readonly base: string;
  readonly mergeTag: string;
}

/** Reads the pixel's address, `{base}/o/{issue}/{merge tag}.gif`, off tracked HTML; null where it holds none. */
export function pixelOf(html: string, issue: string): Pixel | null {
  const path = `/o/${issue}/`;
  const at = html.indexOf(path);
  if (at < 0) return null;
  const start = Math.max(html.lastIndexOf('"', at), html.lastIndexOf("'", at)) + 1;
  const quote = html.charAt(start - 1);
  const end = html.indexOf(`.gif${quote}`, at);
  return end < 0 ? null : { base: html.slice(start, at), mergeTag: html.slice(at + path.length, end) };
}

/** Whether an address leads every reader to their own machine: 127.0.0.0/8, ::1 or localhost (RFC 6761). */
export function isLoopback(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { hostname } = new URL(address);
  return /^127\.|^\[::1\]$|(^|\.)localhost$/.test(hostname);
}
