import type { ImportFound, ImportOddity, ImportView } from '@readout/api-contract';

/** What is odd, in words. @param count How often, as it stands in a sentence. */
const ODD: Readonly<Record<string, (count: string) => string>> = {
  draft: (count) => `${count} drafts are left out: they were never sent or published`,
  missing_text: (count) => `${count} posts have no text: they become issues without sections and links`,
  missing_file: (count) => `${count} files are missing; what would stand in them stays unknown`,
  recipients_not_kept: (count) =>
    `${count} issues come without their recipients, who are not kept there: they have opens and clicks, and no rates`,
  unknown_file: (count) => `${count} files are not of the format and are passed over`,
  unknown_column: (count) => `${count} columns are not known and are passed over`,
  missing_column: (count) => `${count} columns are missing`,
  time_without_zone: (count) => `${count} times say no zone and are read as UTC`,
  unreadable_row: (count) => `${count} rows cannot be read and are left out`,
  unreadable_time: (count) => `${count} times cannot be read; those rows are left out`,
  unreadable_address: (count) => `${count} rows have no address and are left out`,
  future_time: (count) => `${count} times have not come yet; they are left out`,
  repeated_row: (count) => `${count} rows stand there twice and count once`,
  repeated_id: (count) => `${count} posts stand there twice; the first counts`,
  unknown_post: (count) => `${count} posts are not in the list of posts and are left out`,
  unknown_kind: (count) => `${count} rows are of a kind that is none and are left out`,
  changed_title: (count) =>
    `${count} posts have another title or subtitle since they were imported; the issue takes it, unless it was renamed here`,
  changed_text: (count) =>
    `${count} posts have another text since they were imported; the issue keeps its sections and links, on which readers were counted`,
  agent_not_kept: (count) =>
    `${count} opens and clicks come without their program, which is not kept there: they count as readers', prefetched ones among them, but for those within ten seconds of delivery`,
  other_encoding: (count) => `${count} files are not in UTF-8; they are read as what is said beside it`,
};

/** What was found, for somebody who decides whether to import it. */
export function describeFound({ name, posts, people, events, from, to, oddities }: ImportFound): string {
  const kinds = Object.entries(events).map(([kind, count]) => `  ${kind}: ${number(count)}`);
  return [
    `Found${name === null ? '' : ` of ${name}`}: ${number(posts)} posts, ${number(people)} people on the list.`,
    ...kinds,
    ...(from === null || to === null ? [] : [`  from ${day(from)} to ${day(to)}`]),
    ...(oddities.length === 0 ? [] : ['What is odd about it:', ...oddities.map(describeOddity)]),
    '',
  ].join('\n');
}

function describeOddity({ kind, file, count, examples }: ImportOddity): string {
  const words = ODD[kind]?.(number(count)) ?? `${number(count)} × ${kind}`;
  const where = [file, examples.join(', ')].filter((part) => part !== '').join(': ');
  return `  ${words}${where === '' ? '' : ` (${where})`}`;
}

/** What came of it. */
export function describeCounts({ counts }: ImportView): string {
  if (counts === null) return 'Nothing came of it.\n';
  const { issues, readers, events, statements, known, leftOut, retitled, kept } = counts;
  return [
    `Imported: ${number(issues)} issues, ${number(readers)} readers, ${number(events)} events, ${number(statements)} statements on subscriptions.`,
    ...(known === 0 ? [] : [`  ${number(known)} were there already`]),
    ...(retitled === 0 ? [] : [`  ${number(retitled)} have the new title of their post`]),
    ...(kept === 0 ? [] : [`  ${number(kept)} posts have changed since and are kept as they were imported`]),
    ...(leftOut === 0 ? [] : [`  ${number(leftOut)} were left out`]),
    'Imported again, the same counts once.',
    '',
  ].join('\n');
}

function number(value: number): string {
  return value.toLocaleString('en');
}

function day(moment: string): string {
  return moment.slice(0, 10);
}
