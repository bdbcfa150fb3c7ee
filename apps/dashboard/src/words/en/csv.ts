export const csv = {
  export: 'Export',
  exportOf: (table: string) => `Export: ${table}`,
  copy: 'Copy as CSV',
  download: {
    csv: 'Download as CSV',
    xlsx: 'Download for Excel (XLSX)',
    json: 'Download as JSON',
    parquet: 'Download as Parquet',
    png: 'Download chart as PNG',
    svg: 'Download chart as SVG',
  },
  about: {
    page: 'Page',
    address: 'Address',
    filter: 'Filter',
    noFilter: 'none',
    definition: (term: string) => `Definition: ${term}`,
  },
  source: (publication: string, day: string) => `${publication} · Readout · ${day}`,
  copied: (table: string) => `“${table}” is on the clipboard, as CSV.`,
  /** Heads a column of moments. */
  sent: 'Sent (UTC)',
  low: (figure: string) => `${figure}, low end of the 90 % range`,
  high: (figure: string) => `${figure}, high end of the 90 % range`,
  notMade: 'The table could not be put together, since a part of the interface did not arrive. Load the page again.',
  failed: 'The browser did not allow to use the clipboard. Readout needs https, or 127.0.0.1, for that.',
};
