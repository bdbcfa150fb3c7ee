/** Hands a file to the browser, which asks or knows where it goes. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: the browser begins to read it after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** What may stand in the name of a file on every system. */
export function fileName(title: string, ending: string): string {
  const allowed = title
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
    .slice(0, 80)
    .trim();
  return `${allowed || 'readout'}.${ending}`;
}
