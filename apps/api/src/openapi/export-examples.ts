import type * as contract from '@readout/api-contract';

const logged: contract.LoggedExportView = {
  id: 'Xp4kTz9WqLnE',
  actor: 'key',
  key: 'Board report',
  what: 'events',
  format: 'parquet',
  filter: { from: '2026-03-01', to: '2026-03-31', kinds: ['opened', 'clicked'] },
  startedAt: '2026-04-01T08:00:00.000Z',
  endedAt: '2026-04-01T08:00:09.412Z',
  outcome: 'done',
  rows: 1_204_118,
  bytes: 18_112_402,
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  reason: null,
};

export const EXPORT_EXAMPLES: Readonly<Record<string, unknown>> = {
  LoggedExport: logged,
  LoggedExports: { items: [logged], next: null } satisfies contract.LoggedExports,
  ExportParts: {
    to: '2026-04-01T08:00:00.000Z',
    parts: [
      { part: '0-118', rows: 981_204 },
      { part: '119-164', rows: 870_031 },
    ],
  } satisfies contract.ExportParts,
  ExportTableRequest: {
    format: 'xlsx',
    title: 'Links of The quiet harbour',
    about: [{ name: 'Filter', value: 'all links' }],
    columns: [
      { name: 'Link', type: 'text' },
      { name: 'Clickers', type: 'number', definition: 'Distinct readers with a human click.' },
    ],
    rows: [['a map from 1911', 1_193]],
  } satisfies contract.ExportTableRequest,
  SqlRequest: {
    sql: 'SELECT title, readers, open_rate FROM issues ORDER BY sent_at DESC LIMIT 10',
    format: 'csv',
  } satisfies contract.SqlRequest,
};
