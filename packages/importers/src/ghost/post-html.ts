/** What the editor's public preview card leaves in the text: from there on it is for those who may read all of it. */
const PREVIEW_ENDS = /<!--\s*members-only\s*-->/g;
/** Stands for the address of the site, which the export does not say. */
const SITE = /__GHOST_URL__(?=\/)/g;

/**
 * A post's HTML with Readout's mark of the paywall in place of Ghost's. A post that everyone on the list may read has
 * none in its mail, so there the mark goes.
 */
export function postHtml(html: string, isForPaying: boolean): string {
  let isMarked = !isForPaying;
  return html.replace(SITE, '').replace(PREVIEW_ENDS, () => {
    const mark = isMarked ? '' : '<!-- readout:paywall -->';
    isMarked = true;
    return mark;
  });
}
