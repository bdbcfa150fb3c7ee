import { honeypotMarkup } from './honeypot.ts';
import type { Addresses, AnalysedEdition } from './structure.ts';

/**
 * Writes an edition's tracked HTML: each address of a link replaced, the pixel added and, where there is one, the link
 * that nobody sees, every other character as it was. The merge tag stands where the reader's token goes, as it is: a
 * mail system has to find it.
 */
export function renderEdition(edition: AnalysedEdition, { base, issue, links, mergeTag }: Addresses): string {
  const { html, hrefs, pixelAt, honeypot, amp } = edition;
  const parts: string[] = [];
  let done = 0;
  const put = (start: number, end: number, text: string) => {
    parts.push(html.slice(done, start), text);
    done = end;
  };
  const linkAddress = (link: number) => `${base}/c/${links[link] ?? ''}/${mergeTag}`;
  const unseen = honeypot === null ? '' : honeypotMarkup(quoted(linkAddress(honeypot), '"'), amp);
  const pixel = unseen + pixelMarkup(quoted(`${base}/o/${issue}/${mergeTag}.gif`, '"'), amp);
  let pixelIsDue = true;
  for (const { start, end, link, quote } of hrefs) {
    if (pixelIsDue && start >= pixelAt) {
      put(pixelAt, pixelAt, pixel);
      pixelIsDue = false;
    }
    // The quotes are replaced along with the value: a merge tag with one of them needs the other around it.
    put(start - quote.length, end + quote.length, quoted(linkAddress(link), quote || '"'));
  }
  if (pixelIsDue) put(pixelAt, pixelAt, pixel);
  parts.push(html.slice(done));
  return parts.join('');
}

/** In quotes that the address does not hold; where it holds both, the double ones are written as entities. */
function quoted(address: string, quote: '"' | "'"): string {
  const other = quote === '"' ? "'" : '"';
  if (!address.includes(quote)) return quote + address + quote;
  return address.includes(other) ? `"${address.replaceAll('"', '&quot;')}"` : other + address + other;
}

function pixelMarkup(address: string, isAmp: boolean): string {
  return isAmp
    ? `<amp-img src=${address} width="1" height="1" layout="fixed" alt=""></amp-img>`
    : `<img src=${address} width="1" height="1" alt="" style="display:block;width:1px;height:1px;border:0">`;
}
