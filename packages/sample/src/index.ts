export type { InputIssue, InputLink, InputReader, InputSection, SampleInput } from './input.ts';
export { type SampleIssue, sampleIssues } from './issues.ts';
export { SAMPLE_PUBLICATION } from './publication.ts';
export { SAMPLE_READERS, type SampleReader, sampleReaders } from './readers.ts';
export { sampleRecordCount, sampleRecords } from './records.ts';
