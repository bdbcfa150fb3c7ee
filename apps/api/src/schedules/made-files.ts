import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReportView } from '@readout/api-contract';
import type { Publication, Schedule, ScheduleRun } from '@readout/catalog';
import type { OutgoingFile } from '@readout/delivery';
import { localDay, nameOfDay } from '@readout/local-time';
import { brandFor } from '../brand/brand-for.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { aboutExport } from '../exports/about.ts';
import { begin, loggedFile } from '../exports/export-log.ts';
import type { Exporting } from '../exports/exporting.ts';
import { narrowed } from '../exports/filter.ts';
import { MEDIA_TYPES as EXPORT_TYPES, fileOf } from '../exports/formats.ts';
import { written } from '../exports/sources.ts';
import { lastMonths } from '../growth/calendar-months.ts';
import { Refusal } from '../http/problem.ts';
import { sentIssues } from '../issues/sent-issues.ts';
import type { AskedReport } from '../reports/asked.ts';
import { MAKERS } from '../reports/makers.ts';
import { MEDIA_TYPES as REPORT_TYPES } from '../reports/media-types.ts';
import { timeBefore } from './due.ts';
import type { ScheduleTerms } from './terms.ts';

/** A run, and everything that it is made of. */
export interface RunParts {
  readonly publication: Publication;
  readonly schedule: Schedule;
  readonly terms: ScheduleTerms;
  readonly run: ScheduleRun;
}

export interface Made {
  readonly files: readonly OutgoingFile[];
  /** Null: it has none. */
  readonly report: ReportView | null;
}

/** The files of a run, each in the log of exports, in a folder that is there and empty. @throws what went wrong */
export async function madeFiles(
  deps: ApiDependencies,
  exporting: Exporting,
  parts: RunParts,
  folder: string,
): Promise<Made> {
  const { what } = parts.terms;
  const report = what.report === null ? null : await reportFiles(deps, parts, what.report, folder);
  const exported = what.export === null ? [] : [await exportFile(deps, exporting, parts, what.export, folder)];
  return { files: [...(report?.files ?? []), ...exported], report: report?.view ?? null };
}

async function reportFiles(
  deps: ApiDependencies,
  parts: RunParts,
  asked: NonNullable<ScheduleTerms['what']['report']>,
  folder: string,
) {
  const { publication, run, terms } = parts;
  const query: AskedReport = {
    language: terms.what.language,
    days: asked.days,
    match: asked.match,
    ...(asked.kind === 'issue' ? { issue: await issueOf(deps, parts) } : {}),
    ...(asked.kind === 'month' ? { month: lastMonths(run.dueAt.getTime(), publication.timeZone, 2)[0]?.name } : {}),
    ...(asked.kind === 'sponsor' ? { link: asked.link } : {}),
  };
  const view = await MAKERS[asked.kind](deps, publication, query);
  const brand = await brandFor(deps, publication);
  const files: OutgoingFile[] = [];
  for (const format of new Set(asked.formats)) {
    const logged = { ...byOf(parts), what: 'report', format, filter: { ...query, kind: asked.kind } };
    const name = nameOf(parts, asked.kind, format);
    const path = join(folder, name);
    const { bytes, sha256 } = await loggedFile(deps, publication, logged, async () => {
      const made = await deps.render(view, brand, format);
      await writeFile(path, made);
      return made;
    });
    files.push({ name, mediaType: REPORT_TYPES[format], path, bytes: bytes.length, sha256 });
  }
  return { view, files };
}

async function exportFile(
  deps: ApiDependencies,
  exporting: Exporting,
  parts: RunParts,
  { what, format, span }: NonNullable<ScheduleTerms['what']['export']>,
  folder: string,
): Promise<OutgoingFile> {
  const { publication } = parts;
  const filter = span === 'all' || what === 'cohorts' ? {} : await stretchOf(deps, parts);
  const narrow = await narrowed(deps.catalog, publication, what, filter);
  const begun = await begin(deps.catalog, publication, byOf(parts), { what, format, filter }, deps.clock());
  const name = nameOf(parts, what, format);
  const path = join(folder, name);
  const { bytes, sha256 } = await exporting.keep(path, { publication, begun }, async () => {
    const source = await written(deps, publication, what, narrow, format === 'xlsx' ? 'rows' : format);
    const about = aboutExport(publication, { what, filter, now: deps.clock() });
    return fileOf(source, { format, fileName: name, compress: undefined, bom: false }, about);
  });
  return { name, mediaType: EXPORT_TYPES[format], path, bytes, sha256 };
}

/** The issue that settled, or of a schedule by the calendar what came since the time before. */
async function stretchOf(
  deps: ApiDependencies,
  parts: RunParts,
): Promise<{ issue: string } | { from: string; to: string }> {
  const { publication, run, terms } = parts;
  const { cadence } = terms;
  if (cadence.every === 'issue') return { issue: await issueOf(deps, parts) };
  const to = run.dueAt.getTime();
  const from = timeBefore(cadence, publication.timeZone, to);
  return { from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}

/** The issue that settled, or the newest that went out by then. */
async function issueOf({ catalog }: ApiDependencies, { publication, run }: RunParts): Promise<string> {
  if (run.issue !== null) return run.issue;
  const [newest] = await sentIssues(catalog, publication.id, run.dueAt.getTime(), { most: 1 });
  if (newest !== undefined) return newest.publicId;
  throw new Refusal('not_found', 'No issue had gone out by then.');
}

/** The same at every try, and another for every run: by its day, or where somebody wanted it now by its minute. */
function nameOf({ publication, schedule, run }: RunParts, what: string, extension: string): string {
  const due = run.dueAt.getTime();
  const day = nameOfDay(localDay(due, publication.timeZone));
  const minute = run.cause === 'now' ? `_${run.dueAt.toISOString().slice(11, 19).replaceAll(':', '')}Z` : '';
  const name = schedule.name
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
  const issue = run.issue === null ? '' : `_${run.issue}`;
  return `${day}${minute}_${what}${issue}_${name || 'schedule'}_${schedule.publicId}.${extension}`;
}

/** Whose doing its files are, as the log of exports has it. */
function byOf({ schedule }: RunParts) {
  return { actor: 'schedule', keyName: schedule.name } as const;
}
