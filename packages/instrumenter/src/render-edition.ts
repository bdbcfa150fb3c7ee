import type { Addresses, AnalysedEdition } from './structure.ts';

/** AMP for email has elements of its own, and no others are let through. */
const AMP = /<html\b[^>]*\s(⚡4email|amp4email)/iu;

/**
 * Writes an edition's tracked HTML: each address of a link replaced, the pixel added, every other character as it
 * was. The merge tag stands where the reader's token goes, as it is: a mail system has to find it.
 */
export function renderEdition(edition: AnalysedEdition, { base, issue, links, mergeTag }: Addresses): string {
  const { html, hrefs, pixelAt } = edition;
  const parts: string[] = [];
  let done = 0;
  const put = (start: number, end: number, text: string) => {
    parts.push(html.slice(done, start), text);
    done = end;
  };
  const pixel = pixelMarkup(`${base}/o/${issue}/${mergeTag}.gif`, AMP.test(html.slice(0, 2_000)));
  let pixelIsDue = true;
  for (const { start, end, link, quote } of hrefs) {
    if (pixelIsDue && start >= pixelAt) {
      put(pixelAt, pixelAt, pixel);
      pixelIsDue = false;
    }
    const address = `${base}/c/${links[link] ?? ''}/${mergeTag}`;
    // Without quotes the first space of a merge tag would end the value.
    put(start, end, quote === '' ? `"${address}"` : address);
  }
  if (pixelIsDue) put(pixelAt, pixelAt, pixel);
  parts.push(html.slice(done));
  return parts.join('');
}

function pixelMarkup(address: string, isAmp: boolean): string {
  return isAmp
    ? `<amp-img src="${address}" width="1" height="1" layout="fixed" alt=""></amp-img>`
    : `<img src="${address}" width="1" height="1" alt="" style="display:block;width:1px;height:1px;border:0">`;
}
