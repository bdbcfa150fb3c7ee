import {
  type ImportFound,
  type ImportView,
  importColumns,
  importCounts,
  importFound,
  importMapping,
} from '@readout/api-contract';
import type { ImportJob } from '@readout/catalog';
import type { Found } from '@readout/importers';

/** @param progress Of what is under way in this process. */
export function importView(job: ImportJob, progress: ImportView['progress']): ImportView {
  const { publicId, state, files, problem, createdAt, finishedAt } = job;
  return {
    id: publicId,
    format: formatOf(job),
    state,
    files: files.map(({ name, bytes }) => ({ name, bytes })),
    mapping: importMapping.nullable().parse(job.mapping),
    columns: importColumns.nullable().parse(job.columns),
    found: importFound.nullable().parse(job.found),
    counts: importCounts.nullable().parse(job.counts),
    progress,
    problem,
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

export function formatOf({ format }: Pick<ImportJob, 'format'>): ImportView['format'] {
  return format as ImportView['format'];
}

/** As it is kept and shown. */
export function foundView({ name, posts, people, events, from, to, oddities }: Found): ImportFound {
  const moment = (time: number | null) => (time === null ? null : new Date(time).toISOString());
  return {
    name,
    posts,
    people,
    events: Object.fromEntries(Object.entries(events).filter(([, count]) => count > 0)),
    from: moment(from),
    to: moment(to),
    oddities: oddities.map(({ kind, file, count, examples }) => ({ kind, file, count, examples: [...examples] })),
  };
}
