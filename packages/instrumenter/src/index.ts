export type {
  Addresses,
  AnalysedEdition,
  EditionInput,
  FoundLink,
  FoundSection,
  HrefSpan,
  IssueStructure,
  Notice,
} from './structure.ts';
export { UnsafeDestinationError } from './structure.ts';
