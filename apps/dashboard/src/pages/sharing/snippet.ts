/** HTML by which a page shows what is shared within it. @param title read out by screen readers */
export function snippetOf(address: string, title: string): string {
  return `<iframe src="${attribute(`${address}?embed=true`)}" title="${attribute(title)}" width="100%" height="720" style="border:0" loading="lazy" referrerpolicy="no-referrer"></iframe>`;
}

function attribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
