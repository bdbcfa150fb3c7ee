import { z } from 'zod';

/** What history can be brought in from. */
export const IMPORT_FORMATS = ['substack', 'ghost', 'listmonk', 'table'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/**
 * `waiting`: for its files. `looking`: all is looked through, nothing is written yet. `ready`: `found` says what there
 * is. `running`. `stopped`: cancelled, failed or cut off by a restart (`problem` says which); it can be started again,
 * and goes on where it was. `done`.
 */
export const IMPORT_STATES = ['waiting', 'looking', 'ready', 'running', 'stopped', 'done'] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

export const importOddity = z.object({
  /** See ODDITY_KINDS of packages/importers. */
  kind: z.string(),
  file: z.string(),
  count: z.int(),
  examples: z.array(z.string()),
});
export type ImportOddity = z.infer<typeof importOddity>;

export const importFound = z.object({
  name: z.string().nullable(),
  posts: z.int(),
  people: z.int(),
  events: z.record(z.string(), z.int()),
  from: z.string().nullable(),
  to: z.string().nullable(),
  oddities: z.array(importOddity),
});
export type ImportFound = z.infer<typeof importFound>;

/** What came of it, of this run and those before it that were stopped. */
export const importCounts = z.object({
  issues: z.int(),
  readers: z.int(),
  events: z.int(),
  statements: z.int(),
  /** What was there already, of an earlier import. */
  known: z.int(),
  leftOut: z.int(),
  /** Issues that are called otherwise now, as their posts at the source are. */
  retitled: z.int().default(0),
  /** Issues whose posts have changed at the source, and which stay as they are. */
  kept: z.int().default(0),
});
export type ImportCounts = z.infer<typeof importCounts>;

/** Of a table: which of its columns is what; `kind` where every row is of one kind. */
export const importMapping = z.strictObject({
  address: z.string(),
  time: z.string(),
  kind: z.string().optional(),
  everyKind: z.string().optional(),
  post: z.string().optional(),
  title: z.string().optional(),
  url: z.string().optional(),
  country: z.string().optional(),
  agent: z.string().optional(),
});
export type ImportMapping = z.infer<typeof importMapping>;

/** Of a table: what its columns are, and how its first rows look; addresses in them are hidden. */
export const importColumns = z.object({
  columns: z.array(z.string()),
  rows: z.array(z.array(z.string())),
  /** What the columns most likely are, by their names and by what stands in them; what cannot be told is left out. */
  guess: importMapping.partial().default({}),
});
export type ImportColumns = z.infer<typeof importColumns>;

export const importView = z.object({
  id: z.string(),
  format: z.enum(IMPORT_FORMATS),
  state: z.enum(IMPORT_STATES),
  files: z.array(z.object({ name: z.string(), bytes: z.int() })),
  mapping: importMapping.nullable(),
  columns: importColumns.nullable(),
  found: importFound.nullable(),
  counts: importCounts.nullable(),
  /** Of what is under way: parts done and in all, what they are counted in, how many a second, and how long it still takes. */
  progress: z
    .object({
      step: z.enum(['looking', 'issues', 'readers', 'events', 'counting']),
      done: z.number(),
      total: z.number().nullable(),
      unit: z.enum(['bytes', 'issues', 'readers', 'events']),
      perSecond: z.number().nullable(),
      secondsLeft: z.number().nullable(),
    })
    .nullable(),
  /** Why it stopped; null: it did not, or somebody wanted it to. */
  problem: z.string().nullable(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
});
export type ImportView = z.infer<typeof importView>;

export const importList = z.object({ items: z.array(importView), next: z.string().nullable() });
export type ImportList = z.infer<typeof importList>;

export const newImportRequest = z.strictObject({
  format: z.enum(IMPORT_FORMATS),
  /** listmonk: where its PostgreSQL is, as in postgres://reader:secret@localhost:5432/listmonk. Kept until the import is done. */
  database: z.string().max(2_000).optional(),
});
export type NewImportRequest = z.input<typeof newImportRequest>;

/** To look through it, and to start it. */
export const startImportRequest = z.strictObject({ mapping: importMapping.optional() });
export type StartImportRequest = z.input<typeof startImportRequest>;
