import type { ReportLanguage } from '@readout/api-contract';
import type { OutgoingFile } from '@readout/delivery';
import type { Made, RunParts } from './made-files.ts';

const WORDS = {
  en: {
    attached: 'Attached',
    missed: (times: number) =>
      times === 1
        ? 'Readout was away at the time before, which this stands for as well.'
        : `Readout was away at the ${times} times before, which this stands for as well.`,
    from: (name: string) => `Sent by Readout, as the schedule “${name}” wants it. It can be changed or paused here:`,
  },
  es: {
    attached: 'Adjunto',
    missed: (times: number) =>
      times === 1
        ? 'Readout no estaba en marcha la vez anterior; este envío vale también por ella.'
        : `Readout no estaba en marcha las ${times} veces anteriores; este envío vale también por ellas.`,
    from: (name: string) => `Lo envía Readout según la programación «${name}». Se puede cambiar o pausar aquí:`,
  },
} as const satisfies Record<ReportLanguage, unknown>;

export interface Letter {
  readonly subject: string;
  readonly text: string;
}

/** What stands in the message that a run's files come with: its figures first. */
export function letterOf({ publication, schedule, terms, run }: RunParts, made: Made, publicUrl: string): Letter {
  const words = WORDS[terms.what.language];
  const { report, files } = made;
  const title = report === null ? schedule.name : report.title;
  const paragraphs = [
    report === null ? schedule.name : [report.title, report.subtitle].filter(Boolean).join('\n'),
    figuresOf(made),
    run.missed === 0 ? '' : words.missed(run.missed),
    `${words.attached}:\n${files.map(line).join('\n')}`,
    `${words.from(schedule.name)}\n${publicUrl}/p/${publication.publicId}/schedules`,
  ];
  return {
    subject: `${publication.name}: ${title}`.replace(/\s+/g, ' ').slice(0, 200),
    text: `${paragraphs.filter(Boolean).join('\n\n')}\n`,
  };
}

function figuresOf({ report }: Made): string {
  for (const { blocks } of report?.sections ?? []) {
    for (const block of blocks) {
      if (block.type !== 'figures') continue;
      return block.items
        .map(({ label, cell, comparison }) => `${label}: ${cell.text}${comparison === null ? '' : ` (${comparison})`}`)
        .join('\n');
    }
  }
  return '';
}

function line({ name, bytes }: OutgoingFile): string {
  return `- ${name} (${Math.max(1, Math.round(bytes / 1_000))} kB)`;
}
