/**
 * An answered insert is on disk, and so is what merges make of it: by default ClickHouse leaves both to the
 * operating system, and after a power cut rows would be missing whose place in the log was already passed by.
 * `fsync_after_insert` covers the part's files, `fsync_part_directory` its name. A merge of anything is synced
 * before what it replaces goes.
 */
export const KEPT_ON_DISK =
  'fsync_after_insert = 1, fsync_part_directory = 1, min_rows_to_fsync_after_merge = 1, min_compressed_bytes_to_fsync_after_merge = 1';
