import type { LogRecord } from '@readout/events';
import {
  SAMPLE_PUBLICATION,
  type SampleInput,
  type SampleIssue,
  type SampleReader,
  sampleIssues,
  sampleReaders,
  sampleRecordCount,
  sampleRecords,
} from '@readout/sample';

/** What a sample publication is made of. There is one; tests load a smaller one. */
export interface SampleSource {
  readonly publication: { readonly name: string; readonly timeZone: string };
  /** `now` in UTC milliseconds. */
  issues(now: number): readonly SampleIssue[];
  readers(): readonly SampleReader[];
  /** Nearly how many records will come, for the progress. */
  recordCount(input: SampleInput): number;
  /** In the order of time. */
  records(input: SampleInput): Iterable<LogRecord>;
}

export const SAMPLE_SOURCE = Symbol('SampleSource');

export const tideTable: SampleSource = {
  publication: SAMPLE_PUBLICATION,
  issues: sampleIssues,
  readers: sampleReaders,
  recordCount: sampleRecordCount,
  records: sampleRecords,
};
