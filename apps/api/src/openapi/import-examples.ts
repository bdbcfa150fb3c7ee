import type * as contract from '@readout/api-contract';

const oddity: contract.ImportOddity = {
  kind: 'unreadable_time',
  file: 'posts/*.opens.csv',
  count: 3,
  examples: ['143208311: 1204', '143208311: 1371', '143209007: 88'],
};
const found: contract.ImportFound = {
  name: 'lowtide',
  posts: 142,
  people: 8_204,
  events: { delivered: 611_208, opened: 803_411 },
  from: '2025-01-06T06:00:02.000Z',
  to: '2026-03-01T21:14:09.000Z',
  oddities: [oddity],
};
const counts: contract.ImportCounts = {
  issues: 142,
  readers: 8_204,
  events: 1_422_823,
  statements: 1_822,
  known: 0,
  leftOut: 3,
  retitled: 1,
  kept: 1,
};
const mapping: contract.ImportMapping = { address: 'email', time: 'opened_at', everyKind: 'opened', post: 'campaign' };
const columns: contract.ImportColumns = {
  columns: ['email', 'opened_at', 'campaign'],
  rows: [['…@example.org', '2026-03-02T06:41:00Z', 'The quiet harbour']],
  guess: { address: 'email', time: 'opened_at', post: 'campaign' },
};
const running: contract.ImportView = {
  id: 'Jm4tZs8WqLpE',
  format: 'substack',
  state: 'running',
  files: [{ name: 'export.zip', bytes: 25_614_916 }],
  mapping: null,
  columns: null,
  found,
  counts,
  progress: {
    step: 'events',
    done: 402_000,
    total: 1_414_619,
    unit: 'events',
    perSecond: 118_000,
    secondsLeft: 9,
  },
  problem: null,
  createdAt: '2026-03-02T09:12:40.118Z',
  finishedAt: null,
};

export const IMPORT_EXAMPLES: Readonly<Record<string, unknown>> = {
  ImportOddity: oddity,
  ImportFound: found,
  ImportCounts: counts,
  ImportMapping: mapping,
  ImportColumns: columns,
  ImportView: running,
  ImportList: { items: [running], next: null } satisfies contract.ImportList,
  NewImportRequest: { format: 'substack' } satisfies contract.NewImportRequest,
  StartImportRequest: {} satisfies contract.StartImportRequest,
};
