import { z } from 'zod';
import { month } from './month.ts';

export const REPORT_KINDS = ['issue', 'month', 'growth', 'sponsor'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];
export const REPORT_LANGUAGES = ['en', 'es'] as const;
export type ReportLanguage = (typeof REPORT_LANGUAGES)[number];
/** What counts as the same destination in a sponsor report: the address, the page whatever its query, or the whole site. */
export const LINK_MATCHES = ['address', 'page', 'site'] as const;
export type LinkMatch = (typeof LINK_MATCHES)[number];

/** How figures are to be read. Money is in whole units of its currency, not in cents. */
const reportFormat = z.object({
  /** `date` is a day as `2026-03-02`, `moment` a minute as `2026-03-02T07:00`: both of the report's time zone. A `share` goes from 0 to 1. */
  kind: z.enum(['text', 'whole', 'decimal', 'share', 'money', 'date', 'moment']),
  /** ISO 4217, of money; otherwise null. */
  currency: z.string().nullable(),
  /** Decimal places. */
  digits: z.int(),
});
export type ReportFormat = z.infer<typeof reportFormat>;

/** A figure, and how it is written in the report's language. Null: there is none. */
const reportCell = z.object({ value: z.union([z.string(), z.number()]).nullable(), text: z.string() });
export type ReportCell = z.infer<typeof reportCell>;

const column = reportFormat.extend({
  label: z.string(),
  /** Whether its values may be added up; their sum stands in the table's last row. */
  isSummed: z.boolean(),
  /** Columns (from 0) of which this one is the quotient, row by row and in the last row; null: of none. */
  quotient: z.object({ part: z.int(), whole: z.int() }).nullable(),
});
export type ReportColumn = z.infer<typeof column>;

const figures = z.object({
  type: z.literal('figures'),
  items: z.array(
    reportFormat.extend({
      label: z.string(),
      cell: reportCell,
      /** What it is compared with, and how it stands; null: nothing is said. */
      comparison: z.string().nullable(),
      /** Where the truth lies, with its probability in the text; null: it was counted. */
      range: z.object({ low: z.number(), high: z.number(), text: z.string() }).nullable(),
    }),
  ),
});
export type ReportFigures = z.infer<typeof figures>;

const text = z.object({ type: z.literal('text'), text: z.string() });

const table = z.object({
  type: z.literal('table'),
  title: z.string(),
  columns: z.array(column),
  rows: z.array(z.array(reportCell)),
  /** The last row; null: there is none. */
  total: z.array(reportCell).nullable(),
  note: z.string().nullable(),
});
export type ReportTable = z.infer<typeof table>;

/** Over an axis of numbers. A point without `y` is a gap. */
const line = z.object({
  type: z.literal('line'),
  title: z.string(),
  /** The chart in a sentence, for whoever does not see it. */
  says: z.string(),
  unit: z.string(),
  /** What the axis below counts. */
  axis: z.string(),
  y: reportFormat,
  /** Whether values hold until the next point, instead of leading to it. */
  isStepped: z.boolean(),
  series: z.array(
    z.object({ label: z.string(), points: z.array(z.object({ x: z.number(), y: z.number().nullable() })) }),
  ),
  band: z
    .object({ label: z.string(), points: z.array(z.object({ x: z.number(), low: z.number(), high: z.number() })) })
    .nullable(),
  /** Where the axis below is written on. */
  ticks: z.array(z.object({ x: z.number(), text: z.string() })),
});
export type ReportLine = z.infer<typeof line>;

const bars = z.object({
  type: z.literal('bars'),
  title: z.string(),
  says: z.string(),
  unit: z.string(),
  y: reportFormat,
  /** `across` one below the other with their names before them; `up` side by side, in the order of time. */
  direction: z.enum(['across', 'up']),
  items: z.array(
    z.object({
      label: z.string(),
      cell: reportCell,
      /** Beside the figure: of what it is a share, say. */
      detail: z.string().nullable(),
      range: z.object({ low: z.number(), high: z.number() }).nullable(),
    }),
  ),
  /** A line to compare with; null: none. */
  reference: z.object({ label: z.string(), value: z.number() }).nullable(),
});
export type ReportBars = z.infer<typeof bars>;

/** What words mean, and how things were counted. */
const definitions = z.object({
  type: z.literal('definitions'),
  items: z.array(z.object({ term: z.string(), text: z.string() })),
});

const reportBlock = z.discriminatedUnion('type', [figures, text, table, line, bars, definitions]);
export type ReportBlock = z.infer<typeof reportBlock>;

/** A report as a plain description: a page, a PDF and a workbook are made of it, with the same figures. */
export const reportView = z.object({
  kind: z.enum(REPORT_KINDS),
  language: z.enum(REPORT_LANGUAGES),
  title: z.string(),
  subtitle: z.string(),
  publication: z.object({ id: z.string(), name: z.string() }),
  timeZone: z.string(),
  /** What it covers; null: without a beginning, or without an end. ISO 8601, UTC. */
  period: z.object({ from: z.string().nullable(), to: z.string().nullable(), text: z.string() }),
  /** ISO 8601, UTC. */
  madeAt: z.string(),
  /** What stands at its head: publication, period, what was filtered by, time zone, when it was made. */
  about: z.array(z.object({ label: z.string(), text: z.string() })),
  sections: z.array(z.object({ title: z.string(), blocks: z.array(reportBlock) })),
});
export type ReportView = z.infer<typeof reportView>;

/** What a report is made of. `issue` and `link` are ids; each kind says which ones it needs. */
export const reportQuery = z.strictObject({
  language: z.enum(REPORT_LANGUAGES).default('en'),
  /** Of the report on an issue. */
  issue: z.string().max(40).optional(),
  /** Of the monthly report; left out: the last whole month. */
  month: month.optional(),
  /** Of the sponsor report: a link of any issue to what is reported on. */
  link: z.string().max(40).optional(),
  match: z.enum(LINK_MATCHES).default('page'),
  /** Of the growth report: the days whose issues are looked at. */
  days: z.coerce.number().int().min(1).max(3_660).default(90),
});
export type ReportQuery = z.input<typeof reportQuery>;

/** How a publication's reports look. */
export const brandView = z.object({
  /** As `#0072b2`. */
  colour: z.string(),
  /** Whether it was chosen, or is the usual one. */
  isChosen: z.boolean(),
  logo: z
    .object({
      type: z.enum(['image/png', 'image/jpeg']),
      width: z.int(),
      height: z.int(),
      bytes: z.int(),
      /** Changes with the picture. */
      version: z.string(),
    })
    .nullable(),
});
export type BrandView = z.infer<typeof brandView>;

/** What is left out stays as it is. */
export const updateBrandRequest = z.strictObject({
  /** On white, readable as text: a contrast of at least 4.5 to 1. Null: the usual one. */
  colour: z
    .string()
    .regex(/^#[\da-f]{6}$/i, 'Not a colour. Example: #0072b2.')
    .nullable()
    .optional(),
  /** A PNG or JPEG file of 512 KB at most, as base64. Null: none. */
  logo: z.string().min(1).max(700_000, 'The picture is larger than 512 KB.').nullable().optional(),
});
export type UpdateBrandRequest = z.input<typeof updateBrandRequest>;

/** A link that leads somewhere, once for all issues that have it: what a sponsor report can be asked for. */
export const sponsorLinks = z.object({
  items: z.array(
    z.object({
      /** The newest of the links. */
      link: z.string(),
      /** Without the query. */
      url: z.string(),
      text: z.string(),
      issues: z.int(),
      /** ISO 8601, UTC; of the newest issue; null: it has not gone out. */
      lastSentAt: z.string().nullable(),
    }),
  ),
  /** Destinations beyond those. */
  more: z.int(),
  next: z.string().nullable(),
});
export type SponsorLinks = z.infer<typeof sponsorLinks>;
