export type { InputIssue, InputReader, SampleInput } from './input.ts';
export { type SampleIssue, sampleIssues } from './issues.ts';
export { SAMPLE_PUBLICATION } from './publication.ts';
export { type SampleReader, sampleReaders } from './readers.ts';
export { sampleRecordCount, sampleRecords } from './records.ts';
