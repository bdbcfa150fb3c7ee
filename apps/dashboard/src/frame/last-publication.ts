const KEY = 'readout-publication';

/** Public id of the publication looked at last in this browser. */
export function lastPublication(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    // Storage may be forbidden: then the first publication is as good.
    return null;
  }
}

export function rememberPublication(publication: string): void {
  try {
    localStorage.setItem(KEY, publication);
  } catch {
    // As above.
  }
}
