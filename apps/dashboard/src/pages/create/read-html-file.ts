/** Bytes that one edition may have at most, as the API has it (there in characters). */
const MOST_BYTES = 5_000_000;

export interface EditionText {
  readonly html: string;
  /** Name of the file it came from. */
  readonly file: string | null;
}

export const NO_EDITION: EditionText = { html: '', file: null };

/** Reads a dropped file. `too-long` and `not-text` are for the author to mend. */
export async function readHtmlFile(file: File): Promise<EditionText | 'too-long' | 'not-text'> {
  if (file.size > MOST_BYTES * 2) return 'too-long';
  const html = await file.text();
  if (html.includes('\u0000')) return 'not-text';
  return html.length > MOST_BYTES ? 'too-long' : { html, file: file.name };
}
