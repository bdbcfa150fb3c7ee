import type { FamilyScore, Mistake, Scores, Share } from './score.ts';
import { TRUTHS } from './sequence.ts';

const row = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [row(head), row(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(row)].join('\n');
}

function told({ count, of, value }: Share): string {
  return value === undefined ? 'none' : `${value.toFixed(3)} (${count} of ${of})`;
}

const kindOf = ({ truth, judged }: Mistake) => `${truth} judged ${judged}`;

/** `families` is for the held-out part, whose single sequences a writer of rules should not be told. */
export type Detail = 'sequences' | 'families';

/** Sequences rather than fetches: a gateway that is missed is missed for every link. */
function mistakesOf({ mistakes }: FamilyScore, detail: Detail): string {
  const kinds = [...new Set(mistakes.map(kindOf))].sort();
  return kinds
    .map((kind) => {
      const names = new Set(mistakes.filter((mistake) => kindOf(mistake) === kind).map(({ sequence }) => sequence));
      return `${kind}: ${detail === 'sequences' ? [...names].join(', ') : names.size}`;
    })
    .join('; ');
}

/** The scores as tables for docs/ and CI; mistakes by the names of their sequences, or only as many as there are in a family. */
export function toMarkdown(scores: Scores, detail: Detail = 'sequences'): string {
  const failing = scores.families.filter(({ mistakes }) => mistakes.length > 0);
  const parts = [
    `${scores.sequences} sequences in ${scores.families.length} families, ${scores.fetches} fetches.`,
    table(
      ['What', 'Share'],
      [
        ['Scanners recognised', told(scores.scannerRecall)],
        ['Fetches of people condemned', told(scores.humansCondemned.fetches)],
        ['Visits of people with a condemned fetch', told(scores.humansCondemned.sequences)],
        ['Fetches of machines counted as people’s', told(scores.machinesCounted)],
      ],
    ),
    table(
      ['Class', 'Precision', 'Recall'],
      scores.classes.map(({ truth, precision, recall }) => [truth, told(precision), told(recall)]),
    ),
    table(
      ['Is, and was judged', ...TRUTHS],
      TRUTHS.map((truth) => [truth, ...TRUTHS.map((judged) => scores.confusion[truth][judged])]),
    ),
    failing.length === 0
      ? 'Every fetch was judged right.'
      : table(
          ['Family', 'All right', 'Mistakes'],
          failing.map((family) => [
            family.family,
            `${family.right.count} of ${family.right.of}`,
            mistakesOf(family, detail),
          ]),
        ),
  ];
  return `${parts.join('\n\n')}\n`;
}
