import type { OfferView } from '@readout/api-contract';

type Shown = Pick<OfferView, 'id' | 'headline' | 'text' | 'button'>;

/**
 * What goes into a page: every offer, the first one shown and the others hidden, and the script that shows each reader
 * their own (docs/experiments.md). The words are the author's, so they are escaped.
 * @param origin of this Readout, from where the script comes
 */
export function offerSnippet(offers: readonly Shown[], publication: string, origin: string): string {
  const variants = offers.map(({ id, headline, text, button }, at) =>
    [
      `  <div data-readout-offer="${escaped(id)}"${at === 0 ? '' : ' hidden'}>`,
      `    <p><strong>${escaped(headline)}</strong></p>`,
      ...(text === '' ? [] : [`    <p>${escaped(text)}</p>`]),
      `    <p><a data-readout-cta href="/">${escaped(button)}</a></p>`,
      '  </div>',
    ].join('\n'),
  );
  return [
    '<aside data-readout-paywall data-readout-offers>',
    ...variants,
    '</aside>',
    `<script async src="${escaped(origin)}/offers.js" data-issue="${escaped(publication)}"></script>`,
  ].join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replaceAll(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
