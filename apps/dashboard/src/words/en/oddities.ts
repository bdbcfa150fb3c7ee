import { plural } from './plural.ts';

/** What may be odd about what is brought in, and what is done about it, by ODDITY_KINDS of packages/importers. */
export const oddities = {
  draft: {
    says: (count: number, shown: string) => plural(count, shown, 'draft', 'drafts'),
    done: 'Left out: never sent, never published.',
  },
  missing_text: {
    says: (count: number, shown: string) => plural(count, shown, 'post without its text', 'posts without their texts'),
    done: 'Becomes an issue without sections and links.',
  },
  missing_file: {
    says: (count: number, shown: string) => plural(count, shown, 'file is missing', 'files are missing'),
    done: 'What would stand in it stays unknown. All else is read.',
  },
  recipients_not_kept: {
    says: (count: number, shown: string) =>
      plural(count, shown, 'issue without its recipients', 'issues without their recipients'),
    done: 'They are not kept there. Such an issue has opens and clicks, and no rates.',
  },
  unknown_file: {
    says: (count: number, shown: string) =>
      plural(count, shown, 'file that belongs to no export', 'files that belong to no export'),
    done: 'Passed over.',
  },
  unknown_column: {
    says: (count: number, shown: string) =>
      plural(count, shown, 'column that nobody knows', 'columns that nobody knows'),
    done: 'Passed over.',
  },
  missing_column: {
    says: (count: number, shown: string) => plural(count, shown, 'column is missing', 'columns are missing'),
    done: 'What it would say stays unknown.',
  },
  time_without_zone: {
    says: (count: number, shown: string) =>
      plural(count, shown, 'time without a time zone', 'times without a time zone'),
    done: 'Read as UTC.',
  },
  unreadable_row: {
    says: (count: number, shown: string) => plural(count, shown, 'row that cannot be read', 'rows that cannot be read'),
    done: 'Left out. The others are read.',
  },
  unreadable_time: {
    says: (count: number, shown: string) =>
      plural(count, shown, 'time that cannot be read', 'times that cannot be read'),
    done: 'An event without its time is left out. The others are read.',
  },
  unreadable_address: {
    says: (count: number, shown: string) =>
      plural(count, shown, 'row whose address is none', 'rows whose address is none'),
    done: 'Left out. The others are read.',
  },
  future_time: {
    says: (count: number, shown: string) => plural(count, shown, 'time in the future', 'times in the future'),
    done: 'Not believed: an event with it is left out.',
  },
  repeated_row: {
    says: (count: number, shown: string) =>
      plural(count, shown, 'row that is there already', 'rows that are there already'),
    done: 'Counts once.',
  },
  repeated_id: {
    says: (count: number, shown: string) => plural(count, shown, 'id that is used again', 'ids that are used again'),
    done: 'The first counts.',
  },
  unknown_post: {
    says: (count: number, shown: string) =>
      plural(count, shown, 'time something is of no known issue', 'times something is of no known issue'),
    done: 'Left out.',
  },
  unknown_kind: {
    says: (count: number, shown: string) =>
      plural(count, shown, 'row of a kind that Readout does not count', 'rows of a kind that Readout does not count'),
    done: 'Left out.',
  },
  other_encoding: {
    says: (count: number, shown: string) => plural(count, shown, 'file not in UTF-8', 'files not in UTF-8'),
    done: 'Read as Windows-1252. Look at a name with an accent afterwards.',
  },
  changed_title: {
    says: (count: number, shown: string) =>
      plural(count, shown, 'post has another title or subtitle now', 'posts have another title or subtitle now'),
    done: 'The issue takes it, unless it was renamed here.',
  },
  changed_text: {
    says: (count: number, shown: string) =>
      plural(count, shown, 'post has another text now', 'posts have another text now'),
    done: 'The issue stays as it was imported: readers and clicks were counted on its sections and links.',
  },
  agent_not_kept: {
    says: (count: number, shown: string) =>
      plural(count, shown, 'open or click without its program', 'opens and clicks without their program'),
    done: 'Counted as readers’, but for those within ten seconds of delivery. The source does not keep what mail program it was, so pictures that Apple Mail fetched ahead cannot be told from reading: expect more readers than in issues that Readout tracked itself.',
  },
  /** Of a kind that is newer than this interface. */
  other: {
    says: (count: number, shown: string) =>
      plural(count, shown, 'oddity that has no name here', 'oddities that have no name here'),
    done: 'The server’s documentation says more.',
  },
};
