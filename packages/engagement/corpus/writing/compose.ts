import type { Part, Sequence } from '../sequence.ts';
import { Draw } from './draw.ts';
import type { Family } from './family.ts';
import { HELD_OUT } from './held-out/index.ts';
import { TUNING } from './tuning/index.ts';

const FAMILIES: Readonly<Record<Part, readonly Family[]>> = { tuning: TUNING, 'held-out': HELD_OUT };

function sequencesOf(family: Family): Sequence[] {
  return family.variants.flatMap((variant) =>
    Array.from({ length: variant.copies }, (_, copy): Sequence => {
      const name = `${family.name}-${variant.name}-${copy + 1}`;
      const { segment, fetches, ...message } = variant.write(new Draw(name));
      return {
        name,
        family: family.name,
        note: variant.note,
        ...message,
        ...(segment === undefined ? {} : { segment }),
        fetches,
      };
    }),
  );
}

/** The files of one part, by name, as they stand in the folder: one sequence a line. The same at every call. */
export function compose(part: Part): ReadonlyMap<string, string> {
  const files = FAMILIES[part].map((family): [string, string] => {
    const lines = sequencesOf(family).map((sequence) => `${JSON.stringify(sequence)}\n`);
    return [`${family.name}.jsonl`, lines.join('')];
  });
  return new Map(files);
}
