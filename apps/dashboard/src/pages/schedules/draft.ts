import type { CreateScheduleRequest, ScheduleView } from '@readout/api-contract';

type What = ScheduleView['what'];
type ReportKind = NonNullable<What['report']>['kind'];
type Exported = NonNullable<What['export']>['what'];
type ExportFormat = NonNullable<What['export']>['format'];

/** A schedule as it is typed and chosen. */
export interface Draft {
  readonly name: string;
  readonly report: ReportKind | 'none';
  readonly formats: 'pdf' | 'xlsx' | 'both';
  readonly days: number;
  readonly link: string;
  readonly language: What['language'];
  readonly export: Exported | 'none';
  readonly format: ExportFormat;
  readonly span: 'stretch' | 'all';
  readonly every: 'issue-24' | 'issue-72' | 'week' | 'month';
  readonly weekday: number;
  readonly day: number;
  readonly hour: number;
  readonly by: ScheduleView['destination']['by'];
  readonly to: string;
  readonly url: string;
  readonly folder: string;
}

export function newDraft(language: What['language']): Draft {
  return {
    name: '',
    report: 'issue',
    formats: 'pdf',
    days: 90,
    link: '',
    language,
    export: 'none',
    format: 'csv',
    span: 'stretch',
    every: 'issue-24',
    weekday: 1,
    day: 1,
    hour: 7,
    by: 'email',
    to: '',
    url: '',
    folder: '',
  };
}

export function draftOf({ name, what, cadence, destination }: ScheduleView): Draft {
  const { report } = what;
  return {
    ...newDraft(what.language),
    name,
    report: report?.kind ?? 'none',
    formats: report === null || report.formats.length > 1 ? 'both' : (report.formats[0] ?? 'pdf'),
    days: report?.days ?? 90,
    link: report?.link ?? '',
    export: what.export?.what ?? 'none',
    format: what.export?.format ?? 'csv',
    span: what.export?.span ?? 'stretch',
    every: cadence.every === 'issue' ? `issue-${cadence.afterHours}` : cadence.every,
    ...(cadence.every === 'week' ? { weekday: cadence.weekday, hour: cadence.hour } : {}),
    ...(cadence.every === 'month' ? { day: cadence.day, hour: cadence.hour } : {}),
    by: destination.by,
    to: destination.by === 'email' ? destination.to.join(', ') : '',
    url: destination.by === 'webhook' ? destination.url : '',
    folder: destination.by === 'folder' ? destination.folder : '',
  };
}

/** What the API is asked for. */
export function requestOf(draft: Draft): CreateScheduleRequest {
  const { report, formats, days, link, every, weekday, day, hour } = draft;
  return {
    name: draft.name,
    what: {
      language: draft.language,
      report:
        report === 'none'
          ? null
          : {
              kind: report,
              formats: formats === 'both' ? ['pdf', 'xlsx'] : [formats],
              ...(report === 'growth' ? { days } : {}),
              ...(report === 'sponsor' && link !== '' ? { link } : {}),
            },
      export: draft.export === 'none' ? null : { what: draft.export, format: draft.format, span: draft.span },
    },
    cadence:
      every === 'week'
        ? { every, weekday, hour }
        : every === 'month'
          ? { every, day, hour }
          : { every: 'issue', afterHours: every === 'issue-24' ? 24 : 72 },
    destination: destinationOf(draft),
  };
}

function destinationOf({ by, to, url, folder }: Draft): CreateScheduleRequest['destination'] {
  switch (by) {
    case 'email':
      return { by, to: to.split(/[\s,;]+/).filter((one) => one !== '') };
    case 'webhook':
      return { by, url: url.trim() };
    case 'folder':
      return { by, folder: folder.trim().replace(/^\/+|\/+$/g, '') };
  }
}
