export const csv = {
  copy: 'Copy as CSV',
  copyOf: (table: string) => `Copy as CSV: ${table}`,
  copied: (table: string) => `“${table}” is on the clipboard, as CSV.`,
  /** Heads a column of moments. */
  sent: 'Sent (UTC)',
  failed: 'The browser did not allow to use the clipboard. Readout needs https, or 127.0.0.1, for that.',
};
