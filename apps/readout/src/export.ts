import { basename } from 'node:path';
import { exportParts } from '@readout/api-contract';
import { downloadWhole } from './export/download.ts';
import { exportInParts } from './export/in-parts.ts';
import { Progress } from './export/progress.ts';
import { onlyPublication } from './only-publication.ts';
import { CommandError, call, checkKey, type Server } from './running-server.ts';

export interface ExportOptions {
  readonly what: string;
  readonly publication?: string;
  readonly format?: string;
  readonly from?: string;
  readonly to?: string;
  readonly issue?: string;
  readonly kinds?: string;
  readonly segments?: string;
  readonly verdicts?: string;
  readonly out?: string;
  readonly parts?: string;
  readonly gzip?: boolean;
  readonly bom?: boolean;
}

const FORMATS = ['csv', 'ndjson', 'parquet', 'arrow', 'xlsx'];

/** Exports from a running Readout into a file, or in parts into a folder; how far it is stands on standard error. */
export async function exportFile(options: ExportOptions, server: Server): Promise<void> {
  checkKey(server);
  const format = options.format ?? formatOf(options.out) ?? 'csv';
  if (!FORMATS.includes(format)) throw new CommandError(`There is no format ${format}: ${FORMATS.join(', ')}.`);
  const publication = options.publication ?? (await onlyPublication(server));
  const path = `/publications/${encodeURIComponent(publication)}/exports`;
  const filter = given(options, ['from', 'to', 'issue', 'kinds', 'segments', 'verdicts']);
  const query = { ...filter, ...(options.gzip ? { compress: 'gzip' } : {}), ...(options.bom ? { bom: 'true' } : {}) };
  const ending = options.gzip ? `${format}.gz` : format;
  const file = `${options.what}.${format}`;
  if (options.parts !== undefined) {
    if (options.what !== 'events') throw new CommandError('Only events are exported in parts. Leave --parts out.');
    if (options.out !== undefined) throw new CommandError('Give --out or --parts, not both.');
    await exportInParts(server, { path, file, ending, filter, query }, options.parts);
    return;
  }
  const out = options.out ?? `${options.what}.${ending}`;
  const total = options.what === 'events' ? await rowsOf(server, path, filter) : null;
  const progress = new Progress(total);
  const whole = await downloadWhole(server, `${path}/${file}?${new URLSearchParams(query)}`, out, progress);
  progress.end();
  process.stderr.write(
    `${out}: ${whole.rows.toLocaleString('en')} rows, ${whole.bytes.toLocaleString('en')} bytes, SHA-256 ${whole.sha256}\n`,
  );
}

/** How many there are about, by which the time left is told. */
async function rowsOf(server: Server, path: string, filter: Readonly<Record<string, string>>): Promise<number> {
  const { parts } = await call(server, `${path}/parts?${new URLSearchParams(filter)}`, exportParts);
  return parts.reduce((sum, { rows }) => sum + rows, 0);
}

function formatOf(out: string | undefined): string | undefined {
  const ending = /\.(\w+)(?:\.gz)?$/.exec(basename(out ?? ''))?.[1];
  return FORMATS.find((format) => format === ending);
}

function given<Name extends keyof ExportOptions>(options: ExportOptions, names: readonly Name[]) {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = options[name];
      return typeof value === 'string' ? [[name, value] as const] : [];
    }),
  );
}
