export const csv = {
  copy: 'Copy as CSV',
  copyOf: (table: string) => `Copy as CSV: ${table}`,
  copied: (table: string) => `“${table}” is on the clipboard, as CSV.`,
  /** Heads a column of moments. */
  sent: 'Sent (UTC)',
  low: (figure: string) => `${figure}, low end of the 90 % range`,
  high: (figure: string) => `${figure}, high end of the 90 % range`,
  notMade: 'The table could not be put together, since a part of the interface did not arrive. Load the page again.',
  failed: 'The browser did not allow to use the clipboard. Readout needs https, or 127.0.0.1, for that.',
};
