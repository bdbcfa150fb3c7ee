/** Substack writes `true` in some files and `TRUE` in others; a spreadsheet that saved one makes `1` of it, or `WAHR`. */
export function isTrue(text: string): boolean {
  return /^(true|t|1|yes|y)$/i.test(text);
}
