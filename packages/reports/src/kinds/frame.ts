import type { ReportBlock, ReportFigures, ReportFormat, ReportLanguage, ReportView } from '@readout/api-contract';
import type { Words } from '../words/en.ts';
import { wordsOf } from '../words/words.ts';
import { type Written, writing } from '../written.ts';

/** Whose report it is, and in what language. */
export interface ReportContext {
  readonly publication: { readonly id: string; readonly name: string; readonly timeZone: string };
  readonly language: ReportLanguage;
  /** ISO 8601, UTC. */
  readonly madeAt: string;
}

/** What every kind writes with. */
export interface Desk {
  readonly words: Words;
  readonly written: Written;
}

export function deskOf({ publication, language }: ReportContext): Desk {
  return { words: wordsOf(language), written: writing(language, publication.timeZone) };
}

/** A report around its sections, with the lines at its head that all kinds have. */
export function framed(
  context: ReportContext,
  report: Pick<ReportView, 'kind' | 'title' | 'subtitle' | 'period' | 'sections'> & {
    /** What it was narrowed down to. */
    readonly filter: ReportView['about'];
    /** When the figures were read; ISO 8601. */
    readonly asOf: string;
  },
): ReportView {
  const { words, written } = deskOf(context);
  const { filter, asOf, ...rest } = report;
  const { publication, language, madeAt } = context;
  return {
    ...rest,
    language,
    publication: { id: publication.id, name: publication.name },
    timeZone: publication.timeZone,
    madeAt,
    about: [
      { label: words.about.report, text: words.kinds[report.kind] },
      { label: words.about.publication, text: publication.name },
      { label: words.about.period, text: report.period.text },
      ...filter,
      { label: words.about.timeZone, text: publication.timeZone },
      { label: words.about.asOf, text: written.moment(asOf) },
      { label: words.about.made, text: written.moment(madeAt) },
    ],
    sections: report.sections.filter(({ blocks }) => blocks.length > 0),
  };
}

/** A figure with nothing beside it but what is given. */
export function figure(
  { written }: Desk,
  label: string,
  value: number | null,
  format: ReportFormat,
  beside: Partial<Pick<ReportFigures['items'][number], 'comparison' | 'range'>> = {},
): ReportFigures['items'][number] {
  return { ...format, label, cell: written.cell(value, format), comparison: null, range: null, ...beside };
}

export function paragraph(text: string): ReportBlock {
  return { type: 'text', text };
}

/** The paragraphs of those that there are. */
export function paragraphs(...texts: readonly (string | null)[]): ReportBlock[] {
  return texts.flatMap((text) => (text === null ? [] : [paragraph(text)]));
}

/** What the words of the figures mean, in the order given. */
export function definitions(terms: readonly (readonly [term: string, text: string])[]): ReportBlock {
  return { type: 'definitions', items: terms.map(([term, text]) => ({ term, text })) };
}
