import type { IssueReading } from '@readout/api-contract';
import type { IssueWithStructure } from '@readout/catalog';
import type { PlaceReading } from '@readout/warehouse';

const NOBODY = { readers: 0, deepest: 0, hits: 0, wentOn: 0 };

/** Every place of the issue, whether anybody came there or not, with how many came so far or further. */
export function readingView({ sections }: IssueWithStructure, rows: readonly PlaceReading[]): IssueReading {
  const bySection = new Map(rows.map((row) => [row.section, row]));
  const places = [null, ...sections].map((section) => ({
    ...(bySection.get(section?.id ?? null) ?? NOBODY),
    section: section?.publicId ?? null,
  }));
  let reached = 0;
  const furtherOn = places
    .toReversed()
    .map(({ section, readers, deepest, hits, wentOn }) => {
      reached += deepest;
      return { section, readers, reached, stopped: deepest, hits, wentOn };
    })
    .toReversed();
  return { webReaders: reached, places: furtherOn };
}
