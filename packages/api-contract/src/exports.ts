import { z } from 'zod';

/** What can be taken out as a whole. */
export const EXPORTED = ['events', 'issues', 'links', 'sections', 'readers', 'trials', 'cohorts'] as const;
export type Exported = (typeof EXPORTED)[number];

export const EXPORT_FILE_FORMATS = ['csv', 'ndjson', 'parquet', 'arrow', 'xlsx'] as const;
export type ExportFileFormat = (typeof EXPORT_FILE_FORMATS)[number];

/** Of these, what can be asked for compressed: the others compress themselves. */
export const COMPRESSIBLE: readonly ExportFileFormat[] = ['csv', 'ndjson', 'arrow'];

/** Events of some issues, to be exported by themselves. */
export const exportParts = z.object({
  /** ISO 8601, UTC: events from then on are in none of them. Give it as `to` with each part. */
  to: z.string(),
  parts: z.array(z.object({ part: z.string(), rows: z.int() })),
});
export type ExportParts = z.infer<typeof exportParts>;

export const loggedExport = z.object({
  id: z.string(),
  /** `share`: whoever had a link without sign-in. */
  actor: z.enum(['owner', 'operator_key', 'key', 'share', 'schedule']),
  /** What the key, the link or the schedule was called. */
  key: z.string().nullable(),
  /**
   * One of `EXPORTED`, `table`, `report` or `sql`; of links without sign-in `link_made`, `link_revoked` and
   * `link_restored`.
   */
  what: z.string(),
  format: z.string(),
  /** As it was asked for; of a table its title, of SQL the statement. */
  filter: z.record(z.string(), z.unknown()),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  /** `interrupted`: the server went down meanwhile. */
  outcome: z.enum(['running', 'done', 'failed', 'cancelled', 'interrupted']),
  rows: z.int().nullable(),
  /** As they were sent. */
  bytes: z.int().nullable(),
  /** Of these bytes, in hexadecimal. */
  sha256: z.string().nullable(),
  reason: z.string().nullable(),
});
export type LoggedExportView = z.infer<typeof loggedExport>;

export const loggedExports = z.object({ items: z.array(loggedExport), next: z.string().nullable() });
export type LoggedExports = z.infer<typeof loggedExports>;

export const SQL_FORMATS = ['csv', 'ndjson', 'parquet'] as const;

/** A SELECT of somebody's own, of the views of a publication (docs/sql-views.md). */
export const sqlRequest = z.strictObject({
  sql: z.string().trim().min(1).max(100_000),
  format: z.enum(SQL_FORMATS).default('ndjson'),
});
export type SqlRequest = z.input<typeof sqlRequest>;

export const TABLE_FORMATS = ['csv', 'xlsx', 'json', 'parquet'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

const LONGEST_TEXT = 4_000;
const cell = z.union([z.string().max(LONGEST_TEXT), z.number(), z.boolean(), z.null()]);

/** A table as it is shown, to be made a file of. */
export const exportTableRequest = z.strictObject({
  format: z.enum(TABLE_FORMATS),
  title: z.string().trim().min(1).max(300),
  /** What the table is of, in the words of the page: name and value. */
  about: z.array(z.strictObject({ name: z.string().max(100), value: z.string().max(LONGEST_TEXT) })).max(50),
  columns: z
    .array(
      z.strictObject({
        name: z.string().max(200),
        type: z.enum(['text', 'number', 'moment']),
        /** How the figures of a column are counted. */
        definition: z.string().max(LONGEST_TEXT).optional(),
      }),
    )
    .min(1)
    .max(100),
  rows: z.array(z.array(cell).max(100)).max(20_000),
});
export type ExportTableRequest = z.input<typeof exportTableRequest>;
